import { Cube, Key } from '../cube/cube';
import { dimensionId } from '../cube/cube-plan';
import { Visual } from '../metadata';
import { DayRange } from './period';

/** What the reader chose to see. */
export interface Selection {
  /** The days to see; absent: each question's own period. */
  readonly range?: DayRange;
  /** A key for a dimension's name; null for the rows without one. */
  readonly keys: ReadonlyMap<string, Key | null>;
}

/** The rows of a cube that a visual shows: on these days, of these keys, and meeting its conditions. */
export function selectedRows(cube: Cube, { where, dimensions, source }: Visual, { range, keys }: Selection): number[] {
  const tests: ((row: number) => boolean)[] = where.map((sql) => {
    const met = cube.conditions.get(sql)!;
    return (row) => met[row] === 1;
  });
  const { days } = cube;
  if (range && days) tests.push((row) => days[row] >= range.first && days[row] <= range.last);
  for (const [name, key] of keys) {
    if (!source.filters.includes(name)) continue;
    const { codes, keys: known } = cube.dimensions.get(dimensionId(dimensions.find((dimension) => dimension.name === name)!))!;
    // A key that the cube does not have is none of its rows'.
    const code = key === null ? -1 : known.indexOf(key);
    tests.push(key !== null && code === -1 ? () => false : (row) => codes[row] === code);
  }
  const rows: number[] = [];
  for (let row = 0; row < cube.size; row++) if (tests.every((test) => test(row))) rows.push(row);
  return rows;
}
