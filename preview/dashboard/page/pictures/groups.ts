import { Member } from '../../../report/evaluate/member';
import { AnswerData, DimensionData, FieldData, GroupData, VisualData } from '../../dashboard-data';
import { NULL_TEXT, Value, written } from '../../format';

/** The name of the values beyond a limit, which are shown together. */
const OTHERS = 'Other';

/** The answer for some dimensions, which are given by their places. */
export function answerFor({ answers }: VisualData, dimensions: readonly number[]): AnswerData {
  return answers.find((answer) => answer.dimensions.join() === dimensions.join())!;
}

/** The value that a group has for one of its dimensions. */
export function memberOf({ keys, rest }: GroupData, place: number, dimension: DimensionData): Member {
  if (rest.includes(place)) return { kind: 'rest', key: null, text: OTHERS };
  const key = keys[place];
  return key === null ? { kind: 'none', key, text: NULL_TEXT } : { kind: 'key', key, text: written(key, dimension.format) };
}

/** The different members of groups at a place, in their order. */
export function membersOf(groups: readonly GroupData[], place: number, dimension: DimensionData): Member[] {
  const members = new Map<string, Member>();
  for (const group of [...groups].sort((a, b) => a.places[place] - b.places[place])) {
    const member = memberOf(group, place, dimension);
    members.set(idOf(member), members.get(idOf(member)) ?? member);
  }
  return [...members.values()];
}

export function idOf({ kind, key }: Member): string {
  return `${kind} ${typeof key} ${key}`;
}

export function textOf(value: Value, { format }: FieldData): string {
  return written(value, format);
}

export function numberOf(value: Value): number | null {
  return typeof value === 'number' ? value : null;
}
