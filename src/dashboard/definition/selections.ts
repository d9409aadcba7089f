import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { Dimension } from '../../query/dimensions';
import { STATUS_CLASSES } from '../../query/views/derived-columns';
import { DataSet } from '../data-sets/data-set';
import { CHOICES } from '../data-sets/data-sets';
import { MET } from '../data-sets/view-data-set';

/** What a control selects by. */
export type Selectable = Pick<Dimension, 'name' | 'title'>;

/** The parameter that has the selected values of a dimension, such as `UsagePlan`. None selected means all. */
export function parameterOf({ title }: Pick<Dimension, 'title'>): string {
  return title.split(' ').map((word) => word[0].toUpperCase() + word.slice(1)).join('');
}

/** Declares the parameter of a dimension. */
export function selectionParameter(dimension: Selectable): quicksight.CfnDashboard.ParameterDeclarationProperty {
  return {
    stringParameterDeclaration: {
      name: parameterOf(dimension),
      parameterValueType: 'MULTI_VALUED',
      valueWhenUnset: { valueWhenUnsetOption: 'RECOMMENDED_VALUE' },
    },
  };
}

/** Keeps the rows with a selected value. The columns have a text for a missing value, so that no row is null. */
export function selectionFilter({ identifier }: DataSet, dimension: Selectable): quicksight.CfnDashboard.FilterProperty {
  return {
    categoryFilter: {
      filterId: `${identifier}-${dimension.name}`,
      column: { dataSetIdentifier: identifier, columnName: dimension.title },
      configuration: { customFilterConfiguration: { matchOperator: 'EQUALS', parameterName: parameterOf(dimension), nullOption: 'NON_NULLS_ONLY' } },
    },
  };
}

/** Keeps the rows that meet a condition, which is a column of the data set. */
export function conditionFilter({ identifier }: DataSet, filterId: string, columnName: string): quicksight.CfnDashboard.FilterProperty {
  return {
    categoryFilter: {
      filterId,
      column: { dataSetIdentifier: identifier, columnName },
      configuration: { customFilterConfiguration: { matchOperator: 'EQUALS', categoryValue: MET, nullOption: 'NON_NULLS_ONLY' } },
    },
  };
}

/** A list of the values of a dimension, on one sheet. */
export function selectionControl(sheet: string, dimension: Selectable): quicksight.CfnDashboard.ParameterControlProperty {
  return {
    dropdown: {
      parameterControlId: `${sheet}-${dimension.name}`,
      title: dimension.title,
      sourceParameterName: parameterOf(dimension),
      type: 'MULTI_SELECT',
      selectableValues: dimension.name === 'status_class'
        ? { values: [...STATUS_CLASSES] }
        : { linkToDataSetColumn: { dataSetIdentifier: CHOICES, columnName: dimension.title } },
    },
  };
}
