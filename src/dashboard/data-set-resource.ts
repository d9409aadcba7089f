import { Lazy, Stack } from 'aws-cdk-lib';
import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { Construct } from 'constructs';
import { Schedule } from './dashboard-refresh';
import { DataSet } from './data-sets/data-set';
import { People, permissions } from './permissions';

export interface DataSetResourceOptions {
  /** The beginning of the data set's id. */
  readonly prefix: string;
  readonly source: quicksight.CfnDataSource;
  readonly people: People;
  readonly schedule?: Schedule;
}

/** A data set in QuickSight, and when it is copied into SPICE. Its columns and its statement are known when all visuals are. */
export function createDataSet(scope: Construct, dataSet: DataSet, options: DataSetResourceOptions): quicksight.CfnDataSet {
  const { prefix, source, people, schedule } = options;
  const { identifier, copied } = dataSet;
  const resource = new quicksight.CfnDataSet(scope, identifier, {
    awsAccountId: Stack.of(scope).account,
    dataSetId: `${prefix}-${identifier}`,
    name: `${prefix} ${identifier}`,
    importMode: copied && schedule ? 'SPICE' : 'DIRECT_QUERY',
    physicalTableMap: {
      [identifier.replaceAll('_', '-')]: {
        customSql: {
          name: identifier,
          dataSourceArn: source.attrArn,
          sqlQuery: Lazy.string({ produce: () => dataSet.sql }),
          columns: Lazy.any({ produce: () => dataSet.columns }),
        },
      },
    },
    permissions: permissions('dataSet', people),
  });
  if (copied && schedule) createSchedule(resource, schedule);
  return resource;
}

function createSchedule(dataSet: quicksight.CfnDataSet, { interval, timeOfTheDay, timeZone }: Schedule): void {
  const resource = new quicksight.CfnRefreshSchedule(dataSet, 'Schedule', {
    awsAccountId: Stack.of(dataSet).account,
    dataSetId: dataSet.dataSetId,
    // Without a start date: one in the past, as it is when the template is deployed again, is refused.
    schedule: { scheduleId: 'refresh', refreshType: 'FULL_REFRESH', scheduleFrequency: { interval, timeOfTheDay, timeZone } },
  });
  resource.node.addDependency(dataSet);
}
