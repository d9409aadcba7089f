import { DataSet, Definition, WEEK_DAYS } from '../definition';
import { filterGroup } from './filters';
import { parameter } from './parameters';
import { Properties } from './properties';
import { sheet } from './sheets';

/** The definition in the properties of a dashboard. `dataSetOf` finds the data set of an ARN. */
export function definition(properties: Properties, dataSetOf: (arn: string, path: string) => DataSet): Definition {
  properties.notDrawn('AwsAccountId', 'DashboardId', 'Permissions', 'Tags', 'ThemeArn', 'DashboardPublishOptions', 'VersionDescription', 'ValidationStrategy',
    'LinkEntities', 'LinkSharingConfiguration', 'FolderArns');
  return properties.object('Definition', (defined) => {
    defined.optionalObject('AnalysisDefaults', (defaults) => defaults.notDrawn('DefaultNewSheetConfiguration'));
    return {
      name: properties.text('Name'),
      dataSets: new Map(defined.list('DataSetIdentifierDeclarations', (declared) =>
        [declared.text('Identifier'), dataSetOf(declared.text('DataSetArn'), declared.at('DataSetArn'))] as const)),
      weekStart: defined.optionalObject('Options', (options) => {
        options.notDrawn('QBusinessInsightsStatus');
        options.optionalChoice('Timezone', ['UTC']);
        return options.optionalChoice('WeekStart', WEEK_DAYS);
      }) ?? 'SUNDAY',
      calculatedFields: defined.list('CalculatedFields', (field) => ({
        dataSet: field.text('DataSetIdentifier'), name: field.text('Name'), expression: field.text('Expression'), path: field.at('Expression'),
      })),
      parameters: defined.list('ParameterDeclarations', parameter),
      filterGroups: defined.list('FilterGroups', filterGroup).filter((group) => group !== undefined),
      sheets: defined.list('Sheets', sheet),
    };
  });
}
