import { Cube, CubeDimension, Key } from '../cube/cube';
import { dimensionId } from '../cube/cube-plan';
import { Dimension, Role, RoleName } from '../metadata';
import { compareKeys, Member } from './member';

/** Stands for a row whose value exceeds the limit of a role, after the codes of keys and -1 for none. */
const REST = -2;

/** The value of each row for a role, and the place of that value among the others. */
export class PlacedRole {
  /** One entry for each row of the cube. */
  private readonly buckets: Int32Array;
  private readonly places: Int32Array;
  private readonly dimension: Dimension;
  private readonly values: CubeDimension;

  /** `rank` is the row's part of the number that orders and limits. */
  constructor(
    cube: Cube,
    rows: readonly number[],
    readonly role: Role,
    dimensions: readonly Dimension[],
    rank: (row: number) => number,
    private readonly parent?: PlacedRole,
  ) {
    this.dimension = dimensions.find(({ name }) => name === role.dimension)!;
    this.values = cube.dimensions.get(dimensionId(this.dimension))!;
    this.buckets = new Int32Array(cube.size);
    this.places = new Int32Array(cube.size);
    for (const row of rows) this.buckets[row] = this.values.codes[row];
    if (role.order === 'measure') this.place(rows, rank);
  }

  public get isNested(): boolean {
    return this.parent !== undefined;
  }

  /** Whether the row is shown: its value, and that of the parent, is within the limit, or part of the rest. */
  public shows(row: number): boolean {
    const { limit, rest } = this.role;
    return limit === undefined || rest !== undefined || this.places[row] <= limit;
  }

  /** If the value of the parent belongs to the parent's rest, this value belongs to the rest of this role. */
  public finish(rows: readonly number[]): void {
    for (const row of rows) if (this.isBeyond(row) || this.parent?.isBeyond(row)) this.mergeInRest(row);
  }

  public bucket(row: number): number {
    return this.buckets[row];
  }

  /** The largest possible number of buckets. */
  public get size(): number {
    return this.values.keys.length - REST;
  }

  public member(row: number): Member {
    const code = this.buckets[row];
    if (code === REST) return { kind: 'rest', key: null, text: this.role.rest! };
    if (code === -1) return { kind: 'none', key: null, text: this.dimension.none };
    const key = this.values.keys[code];
    return { kind: 'key', key, text: this.values.labels?.[code] ?? String(key) };
  }

  /** The order of two rows. */
  public compare(a: number, b: number): number {
    if (this.role.order === 'measure') return this.places[a] - this.places[b] || compareKeys(this.key(a), this.key(b));
    if (this.values.labels) return compareKeys(this.member(a).text, this.member(b).text) || compareKeys(this.key(a), this.key(b));
    return compareKeys(this.key(a), this.key(b));
  }

  private key(row: number): Key | null {
    return this.values.keys[this.buckets[row]] ?? null;
  }

  private isBeyond(row: number): boolean {
    const { limit, rest } = this.role;
    return limit !== undefined && rest !== undefined && this.places[row] > limit;
  }

  private mergeInRest(row: number): void {
    if (this.role.limit === undefined || this.role.rest === undefined) return;
    this.buckets[row] = REST;
    this.places[row] = this.role.limit + 1;
  }

  /** Places by the total, in descending order, and by the key for equal totals. */
  private place(rows: readonly number[], rank: (row: number) => number): void {
    const totals = new Map<number, Map<number, number>>();
    const within = (row: number) => this.parent?.bucket(row) ?? 0;
    for (const row of rows) {
      const siblings = totals.get(within(row)) ?? new Map<number, number>();
      totals.set(within(row), siblings);
      const code = this.buckets[row];
      siblings.set(code, (siblings.get(code) ?? 0) + rank(row));
    }
    const places = new Map([...totals].map(([parent, siblings]) => {
      const ordered = [...siblings].sort(([a, totalA], [b, totalB]) => totalB - totalA || compareKeys(this.keyOf(a), this.keyOf(b)));
      return [parent, new Map(ordered.map(([code], index) => [code, index + 1]))];
    }));
    for (const row of rows) this.places[row] = places.get(within(row))!.get(this.buckets[row])!;
  }

  private keyOf(code: number): Key | null {
    return this.values.keys[code] ?? null;
  }
}

/** The role that another nests in. */
export function nests(role: RoleName, parent: RoleName): boolean {
  return (role === 'row' && parent === 'group') || (role === 'bar' && parent === 'choice');
}
