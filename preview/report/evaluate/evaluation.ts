import { Cube } from '../cube/cube';
import { Measure, Role, RoleName, Visual } from '../metadata';
import { evaluate } from './formula';
import { Member } from './member';
import { Merged, Merging } from './merged';
import { nests, PlacedRole } from './placed-role';
import { selectedRows, Selection } from './selection';

/** A group of rows: a member for each role that it was grouped by, and the value of each measure of the visual. */
export interface Group {
  readonly members: readonly Member[];
  readonly values: readonly (number | null)[];
}

/** A visual, computed from its cube for a selection. It has the same numbers as the SQL of the visual. */
export class Evaluation {
  public readonly measures: readonly Measure[];
  private readonly rows: readonly number[];
  private readonly placed: readonly PlacedRole[];
  private readonly merging: Merging;
  private readonly all: Merged;

  constructor(cube: Cube, readonly visual: Visual, measures: readonly Measure[], selection: Selection) {
    const measure = (id: string) => measures.find((candidate) => candidate.id === id)!;
    this.measures = visual.measures.map(measure);
    this.merging = new Merging(cube, this.measures, visual.dimensions);
    const selected = selectedRows(cube, visual, selection);
    this.all = this.merging.merge(selected);
    const ranking = measure(visual.rankBy).parts.map(({ sql }) => cube.parts.get(sql)!);
    const rank = (row: number) => ranking.reduce((total, part) => total + (part[row] || 0), 0);
    const place = (role: Role, parent?: PlacedRole) => new PlacedRole(cube, selected, role, visual.dimensions, rank, parent);
    const parentOf = ({ role }: Role) => visual.roles.find((candidate) => nests(role, candidate.role));
    const outer = new Map(visual.roles.filter((role) => !parentOf(role)).map((role) => [role, place(role)]));
    this.placed = visual.roles.map((role) => outer.get(role) ?? place(role, outer.get(parentOf(role)!)));
    this.rows = selected.filter((row) => this.placed.every((role) => role.shows(row)));
    // Nested roles first: they are merged by the places of their parents.
    for (const role of [...this.placed].sort((a, b) => Number(b.isNested) - Number(a.isNested))) role.finish(this.rows);
  }

  public get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  public role(name: RoleName): Role | undefined {
    return this.visual.roles.find(({ role }) => role === name);
  }

  /** The groups of all roles. Each is a row of the answer, in its order. */
  public answer(): Group[] {
    return this.group(this.placed);
  }

  /** The groups of some of the roles, ordered by the first role first. Without roles, one group of everything that is shown. */
  public groups(...names: readonly RoleName[]): Group[] {
    return this.group(names.flatMap((name) => this.placed.filter(({ role }) => role.role === name)));
  }

  private group(roles: readonly PlacedRole[]): Group[] {
    const groups = new Map<number, number[]>();
    for (const row of this.rows) {
      const id = roles.reduce((total, role) => total * role.size + role.bucket(row) + 2, 0);
      const group = groups.get(id);
      if (group) group.push(row);
      else groups.set(id, [row]);
    }
    const first = ([row]: readonly number[]) => row;
    return [...roles.length === 0 ? [this.rows] : groups.values()]
      .sort((a, b) => roles.reduce((order, role) => order || role.compare(first(a), first(b)), 0))
      .map((rows) => ({ members: roles.map((role) => role.member(first(rows))), values: this.valuesOf(this.merging.merge(rows)) }));
  }

  private valuesOf(merged: Merged): (number | null)[] {
    return this.measures.map(({ formula }) => evaluate(formula, merged, this.all));
  }
}
