import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { CalculatedFields } from './calculated-fields';
import { fieldId } from './field-id';
import { dateFormat, numberFormat } from './formats';
import { measureExpression } from './formulas';
import { Dimension, dimensionOf } from '../../query/dimensions';
import { ResolvedMeasure, ResolvedRole, ViewPart } from '../../query/visuals/resolved-visual';
import { ViewDataSet } from '../data-sets/view-data-set';

type ColumnIdentifier = quicksight.CfnDashboard.ColumnIdentifierProperty;

/** A field of a visual: its id, and the column behind it. */
export interface Field {
  readonly fieldId: string;
  readonly column: ColumnIdentifier;
}

export interface DimensionField extends Field {
  readonly dimension: Dimension;
  readonly well: quicksight.CfnDashboard.DimensionFieldProperty;
}

export interface MeasureField extends Field {
  readonly well: quicksight.CfnDashboard.MeasureFieldProperty;
}

/** The fields of one visual over a view. Their columns have the names that people read. */
export class Fields {
  private count = 0;

  constructor(private readonly visualId: string, private readonly dataSet: ViewDataSet, private readonly calculated: CalculatedFields) {}

  public dimension({ dimension }: ResolvedRole): DimensionField {
    const { name, type } = this.dataSet.dimension(dimension);
    const field = this.field(name);
    const wells: Partial<Record<typeof type, quicksight.CfnDashboard.DimensionFieldProperty>> = {
      DATETIME: { dateDimensionField: { ...field, dateGranularity: 'DAY', formatConfiguration: dateFormat('day') } },
      INTEGER: { numericalDimensionField: field },
      DECIMAL: { numericalDimensionField: field },
    };
    return { ...field, dimension, well: wells[type] ?? { categoricalDimensionField: field } };
  }

  /**
   * A measure, as a calculated field that aggregates.
   * @param condition the name of a field that is 1 in the rows that count
   */
  public measure(measure: ResolvedMeasure, name = measure.label, condition?: string): MeasureField {
    const columns = new Map(measure.parts.map((part) => [part.column, { merge: part.merge, column: this.dataSet.part(part).name }]));
    const suffix = condition === undefined ? '' : 'If';
    const where = condition === undefined ? '' : `, {${condition}} = 1`;
    const aggregates = {
      part: (part: string) => `${columns.get(part)!.merge}${suffix}({${columns.get(part)!.column}}${where})`,
      distinct: (dimension: string) => `distinct_count${suffix}({${this.keyOf(dimension)}}${where})`,
      define: (part: string, expression: string) => this.calculated.add(this.dataSet, `${name}, ${part}`, expression),
    };
    const field = this.field(this.calculated.add(this.dataSet, name, measureExpression(measure.formula, aggregates)));
    return { ...field, well: { numericalMeasureField: { ...field, formatConfiguration: numberFormat(measure.format) } } };
  }

  /** The column of a part. */
  public part(part: ViewPart): ColumnIdentifier {
    return this.identified(this.dataSet.part(part).name);
  }

  private keyOf(name: string): string {
    return this.dataSet.column(dimensionOf(this.dataSet.view, name)!.key.column)!.name;
  }

  private field(columnName: string): Field {
    this.count += 1;
    return { fieldId: fieldId(this.visualId, this.count), column: this.identified(columnName) };
  }

  private identified(columnName: string): ColumnIdentifier {
    return { dataSetIdentifier: this.dataSet.identifier, columnName };
  }
}

/** The order of a field's values. */
export function sortedBy(field: Field, direction: 'ASC' | 'DESC'): quicksight.CfnDashboard.FieldSortOptionsProperty {
  return { fieldSort: { fieldId: field.fieldId, direction } };
}
