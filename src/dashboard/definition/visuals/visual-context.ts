import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { Sheet, VisualQuestion } from '../../../query/question';
import { ResolvedRole, ResolvedVisual } from '../../../query/visuals/resolved-visual';
import { Role } from '../../../query/visuals/visual';
import { drillDown } from '../actions';
import { listed, subtitled, titled } from '../drawn-visual';
import { DimensionField, Fields, MeasureField, sortedBy } from '../fields';

/** A question's visual with its fields: what the function for each kind of visual reads. */
export class VisualContext {
  public readonly measures: readonly MeasureField[];
  private readonly dimensions: readonly { readonly role: ResolvedRole; readonly field: DimensionField }[];
  private readonly ranking: quicksight.CfnDashboard.ColumnIdentifierProperty;

  constructor(
    private readonly question: VisualQuestion,
    private readonly visual: ResolvedVisual,
    fields: Fields,
    private readonly isShown: (sheet: Sheet) => boolean,
  ) {
    // A control selects what the report offers as a choice.
    this.dimensions = visual.roles.filter(({ role }) => role !== 'choice').map((role) => ({ role, field: fields.dimension(role) }));
    this.measures = visual.measures.map((measure) => fields.measure(measure));
    this.ranking = fields.part(visual.rankBy.parts[0]);
  }

  /** The properties that every kind of visual has. */
  public get frame() {
    const { id, title, question, note, sheet } = this.question;
    return {
      visualId: id,
      title: titled(title),
      subtitle: subtitled(note === undefined ? question : `${question} ${note}`),
      actions: listed(drillDown((target) => target !== sheet && this.isShown(target), id, this.dimensions.map(({ field }) => field))),
    };
  }

  public fields(...roles: Role[]): DimensionField[] {
    return this.dimensions.filter(({ role }) => roles.includes(role.role)).map(({ field }) => field);
  }

  /** The values of a chart with these colours: beside a colour, QuickSight takes one. */
  public values(colours: readonly DimensionField[]): quicksight.CfnDashboard.MeasureFieldProperty[] {
    return (colours.length > 0 ? this.measures.slice(0, 1) : this.measures).map(({ well }) => well);
  }

  /** The order of the values of a role. */
  public order(field: DimensionField): quicksight.CfnDashboard.FieldSortOptionsProperty {
    return this.roleOf(field).order === 'value' ? sortedBy(field, 'ASC') : this.byMeasure;
  }

  /** How many values of a role are shown, and whether the others are shown together. */
  public limit(field: DimensionField): quicksight.CfnDashboard.ItemsLimitConfigurationProperty | undefined {
    const { limit, rest } = this.roleOf(field);
    return limit === undefined ? undefined : { itemsLimit: limit, otherCategories: rest === undefined ? 'EXCLUDE' : 'INCLUDE' };
  }

  /** The greatest first, by the measure that ranks. */
  public get byMeasure(): quicksight.CfnDashboard.FieldSortOptionsProperty {
    const index = this.visual.measures.findIndex(({ id }) => id === this.visual.rankBy.id);
    if (index >= 0) return sortedBy(this.measures[index], 'DESC');
    const aggregationFunction = { numericalAggregationFunction: { simpleNumericalAggregation: 'SUM' } };
    return { columnSort: { sortBy: this.ranking, direction: 'DESC', aggregationFunction } };
  }

  private roleOf(field: DimensionField): ResolvedRole {
    return this.dimensions.find((each) => each.field === field)!.role;
  }
}
