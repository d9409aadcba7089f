import { quoteIdentifier } from '../../query/database';
import { COLUMN_TYPES, DataSet, DataSetColumn } from '../definition';
import { Properties } from './properties';

/** A data set from the properties of its resource. */
export function dataSet(properties: Properties): DataSet {
  properties.notDrawn('AwsAccountId', 'DataSetId', 'Permissions', 'Tags', 'DataSetUsageConfiguration', 'DataSetRefreshProperties', 'IngestionWaitPolicy', 'PerformanceConfiguration');
  properties.choice('ImportMode', ['DIRECT_QUERY', 'SPICE']);
  const source = properties.object('PhysicalTableMap', onlyTable);
  return { name: properties.text('Name'), ...source };
}

function onlyTable(tables: Properties): Pick<DataSet, 'sql' | 'columns'> {
  const [name] = tables.names;
  return tables.object(name ?? 'an entry', (table) => table.oneOf({
    CustomSql: (custom) => {
      custom.text('DataSourceArn');
      custom.text('Name');
      return { sql: custom.text('SqlQuery'), columns: custom.list('Columns', column) };
    },
    RelationalTable: (relation) => {
      relation.text('DataSourceArn');
      const parts = [relation.optionalText('Catalog'), relation.optionalText('Schema'), relation.text('Name')].filter((part) => part !== undefined);
      const columns = relation.list('InputColumns', column);
      return { sql: `SELECT * FROM ${parts.map(quoteIdentifier).join('.')}`, columns };
    },
  }));
}

function column(properties: Properties): DataSetColumn {
  properties.notDrawn('SubType', 'Id');
  return { name: properties.text('Name'), type: properties.choice('Type', COLUMN_TYPES) };
}
