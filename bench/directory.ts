import { median, sideBySide } from './side-by-side';
import { Directory } from '../src/directory/directory';
import { parseSnapshot, Snapshot, SNAPSHOT_VERSION, stagePath } from '../src/directory/snapshot';

const KEYS = 10_000;
const STAGES = 50;
const PLANS = 300;

/** The size of a large account's snapshot, and how long a container takes to load it, beside JSON.parse alone. */
export async function directoryFigures(): Promise<string[]> {
  const text = JSON.stringify(largeAccount());
  const times = await sideBySide([
    { name: 'parse', run: () => JSON.parse(text) as unknown },
    { name: 'load', run: () => new Directory(parseSnapshot(text)!) },
  ], 20, 5);
  const [parse, load] = ['parse', 'load'].map((name) => times.get(name)!);
  const ratio = median(load.map((time, round) => time / parse[round]));
  return [
    `directory ${KEYS} keys, ${PLANS} plans, one of ${STAGES} stages: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB (at most 10), `
    + `loads in ${median(load).toFixed(1)} ms (at most 50), ${ratio.toFixed(2)} × JSON.parse alone`,
  ];
}

function largeAccount(): Snapshot {
  const stages = (count: number) => Array.from({ length: count }, (_, index) => stagePath(`api${String(index).padStart(7, '0')}`, 'production'));
  const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(8, '0')}`);
  const plans = names('plan', PLANS);
  return {
    version: SNAPSHOT_VERSION,
    apis: Object.fromEntries(names('api', STAGES).map((id) => [id, `The API ${id}`])),
    plans: Object.fromEntries(plans.map((id, index) => [id, { name: `The plan ${id}`, stages: stages(index === 0 ? STAGES : 3) }])),
    keys: Object.fromEntries(names('key', KEYS).map((id, index) => {
      const name = `A customer of a usual name, ${id}`;
      return [id, { name, customerId: name, customerName: name, plans: [plans[index % PLANS], plans[0]] }];
    })),
  };
}
