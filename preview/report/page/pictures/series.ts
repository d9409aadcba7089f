import { memberId, membersAt, sameMember } from './picture';
import { MemberColours, nameColour } from '../../colours';
import { Evaluation, Group } from '../../evaluate/evaluation';
import { Member } from '../../evaluate/member';
import { Measure, RoleName } from '../../metadata';
import { PlottedSeries } from '../charts/plot';

/** Numbers along an axis. There is a series for each colour, or for each measure with the format of the first measure. */
export interface SeriesTable {
  readonly axis: readonly Member[];
  readonly series: readonly PlottedSeries[];
  /** The measure whose format and unit the numbers have. */
  readonly measure: Measure;
  /** The sum of all series for each member of the axis; null if the measure cannot be added. */
  readonly totals: readonly (number | null)[];
}

/** The members and values of a group, without the choice. */
type Point = Pick<Group, 'members' | 'values'>;

/** Creates the series of an evaluation. Their colours do not depend on the filters. */
export class SeriesMaker {
  private readonly colours: MemberColours;

  constructor(whole: Evaluation, private readonly axisRole: RoleName) {
    this.colours = new MemberColours(whole.role('colour') ? membersAt(whole.groups('colour'), 0) : []);
  }

  /** With a choice, for one value of it. */
  public make(evaluation: Evaluation, chosen?: Member): SeriesTable {
    const points = this.points(evaluation, chosen);
    const axis = membersAt(points, 0);
    const [measure] = evaluation.measures;
    const coloured = evaluation.role('colour') !== undefined;
    const measures = coloured ? [measure] : evaluation.measures.filter(({ format }) => format === measure.format);
    const columns = measures.map((each) => points.map(({ values }) => values[evaluation.measures.indexOf(each)]));
    return {
      axis,
      measure,
      series: coloured ? this.colourSeries(evaluation, axis, chosen)
        : measures.map(({ id, label }, place) => ({ name: label, colour: nameColour(id, place), values: columns[place] })),
      totals: points.map((_, place) => totalOf(measures, columns.map((column) => column[place]))),
    };
  }

  private points(evaluation: Evaluation, chosen: Member | undefined, ...more: readonly RoleName[]): Point[] {
    if (!evaluation.role('choice')) return evaluation.groups(this.axisRole, ...more);
    return evaluation.groups('choice', this.axisRole, ...more)
      .filter(({ members: [choice] }) => chosen !== undefined && sameMember(choice, chosen))
      .map(({ members, values }) => ({ members: members.slice(1), values }));
  }

  private colourSeries(evaluation: Evaluation, axis: readonly Member[], chosen?: Member): PlottedSeries[] {
    const place = new Map(axis.map((member, index) => [memberId(member), index]));
    const series = new Map<string, (number | null)[]>();
    for (const { members: [at, colour], values: [value] } of this.points(evaluation, chosen, 'colour')) {
      const values = series.get(memberId(colour)) ?? new Array<number | null>(axis.length).fill(null);
      values[place.get(memberId(at))!] = value;
      series.set(memberId(colour), values);
    }
    return membersAt(evaluation.groups('colour'), 0).flatMap((member) => {
      const values = series.get(memberId(member));
      return values ? [{ name: member.text, colour: this.colours.of(member), values }] : [];
    });
  }
}

/** The value of one measure, or the sum of several measures that can be added. */
function totalOf(measures: readonly Measure[], values: readonly (number | null)[]): number | null {
  if (values.length === 1) return values[0];
  if (measures.some(({ formula }) => formula.kind !== 'sum')) return null;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
