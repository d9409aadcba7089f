import { Cube } from '../cube/cube';
import { Evaluation } from '../evaluate/evaluation';
import { DayRange, ownRange, rangeBefore } from '../evaluate/period';
import { Selection } from '../evaluate/selection';
import { QuestionData } from '../report-data';

/** A question and the data that its answer is computed from. */
export class Question {
  /** The answer without filters, in the question's own period. */
  private own?: Evaluation;

  constructor(public readonly data: QuestionData, private readonly clock: Date, private readonly cube?: Cube) {}

  /** The days that it shows: the chosen days if it can show them, otherwise those of its own period. Undefined if they are not known. */
  public range({ range }: Pick<Selection, 'range'>): DayRange | undefined {
    return (this.followsDays ? range : undefined) ?? ownRange(this.data.period, this.clock);
  }

  public get followsDays(): boolean {
    return this.cube?.days !== undefined;
  }

  /** Names of the dimensions that it can be filtered by. */
  public get filters(): readonly string[] {
    return this.data.visual?.source.filters ?? [];
  }

  /** The evaluation for a selection; undefined without a visual. */
  public evaluate(selection: Selection): Evaluation | undefined {
    const { visual, measures } = this.data;
    if (!this.cube || !visual) return undefined;
    return new Evaluation(this.cube, visual, measures!, { ...selection, range: this.range(selection) });
  }

  /** The period before the shown one, for a comparison. */
  public evaluateBefore(selection: Selection): Evaluation | undefined {
    const range = this.range(selection);
    return range && this.evaluate({ ...selection, range: rangeBefore(range) });
  }

  /** Without filters. Colours follow from it, so that they do not change with the filters. */
  public get whole(): Evaluation | undefined {
    return this.own ??= this.evaluate({ keys: new Map() });
  }
}
