import { Cube, Key } from '../cube/cube';
import { dimensionId } from '../cube/cube-plan';
import { Visual } from '../metadata';
import { DayRange } from './period';

/** The filters that the reader chose. */
export interface Selection {
  /** The chosen days; absent if each question has its own period. */
  readonly range?: DayRange;
  /** A key for a dimension's name; null for the rows without one. */
  readonly keys: ReadonlyMap<string, Key | null>;
}

/** The rows of a cube that a visual shows: those with the chosen days and keys that meet its conditions. */
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
    // No row has a key that the cube does not have.
    const code = key === null ? -1 : known.indexOf(key);
    tests.push(key !== null && code === -1 ? () => false : (row) => codes[row] === code);
  }
  const rows: number[] = [];
  for (let row = 0; row < cube.size; row++) if (tests.every((test) => test(row))) rows.push(row);
  return rows;
}
