import { CUSTOMERS, Habit } from './customers';
import { KeyHolder } from './key-holder';
import { Random } from './random';

/** A key holder and its habit. */
export interface HabitualHolder extends KeyHolder {
  readonly habit: Habit;
}

/** The habits of the invented customers. */
export function ownHabits(holders: readonly KeyHolder[]): HabitualHolder[] {
  return holders.map((holder, rank) => ({ ...holder, habit: CUSTOMERS[rank].habit }));
}

/** If there are at least this many keys, one is never used. */
const MANY = 8;

/**
 * Draws an order of size and habits for the keys of a directory file. Each habit goes to one key that can have it. The largest key
 * stays steady.
 */
export function drawnHabits(holders: readonly KeyHolder[], random: Random): HabitualHolder[] {
  const usable = random.shuffled(holders.filter(({ access }) => access.length > 0));
  const habits = new Map<KeyHolder, Habit>();
  const give = (habit: Habit, candidates: readonly KeyHolder[]): void => {
    const [holder] = candidates.filter((candidate) => !habits.has(candidate) && candidate !== usable[0]);
    if (holder) habits.set(holder, habit);
  };
  give('overQuota', lowestFirst(usable, ({ access }) => access[0].quota?.limit));
  give('batches', lowestFirst(usable, ({ access }) => access[0].throttle?.rateLimit));
  (['churned', 'new', 'shared'] as const).forEach((habit) => give(habit, usable));
  if (usable.length >= MANY) give('unused', [...usable].reverse());
  return usable.map((holder) => ({ ...holder, habit: habits.get(holder) ?? 'steady' }));
}

function lowestFirst(holders: readonly KeyHolder[], limit: (holder: KeyHolder) => number | undefined): KeyHolder[] {
  return holders.filter((holder) => limit(holder) !== undefined).sort((a, b) => limit(a)! - limit(b)!);
}
