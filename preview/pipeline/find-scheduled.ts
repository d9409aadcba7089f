import { GlueTable } from '../catalog/glue-table';
import { findFunction, FunctionSettings, functionSettings } from '../lambda/function-settings';
import { App } from '../template/app';

/** The functions that a schedule runs. */
export function scheduledFunctions(app: App): FunctionSettings[] {
  return app.resources('AWS::Events::Rule')
    .filter((rule) => rule.property('ScheduleExpression') !== undefined && rule.property('State') !== 'DISABLED')
    .flatMap((rule) => rule.property<{ Arn: string }[]>('Targets') ?? [])
    .flatMap(({ Arn }) => findFunction(app, Arn) ?? [])
    .map(functionSettings);
}

/** The function that writes the snapshot which the enrichment reads: both name the same object. */
export function findDirectory(scheduled: readonly FunctionSettings[], enrichment: FunctionSettings): FunctionSettings | undefined {
  const { BUCKET_NAME, SNAPSHOT_KEY } = enrichment.environment;
  return BUCKET_NAME === undefined || SNAPSHOT_KEY === undefined ? undefined : scheduled.find(hasEnvironment({ BUCKET_NAME, SNAPSHOT_KEY }));
}

/** The function that registers the partitions of a table: it names the table. */
export function findRegistration(scheduled: readonly FunctionSettings[], { database, name }: GlueTable): FunctionSettings | undefined {
  return scheduled.find(hasEnvironment({ DATABASE_NAME: database, TABLE_NAME: name }));
}

function hasEnvironment(variables: Readonly<Record<string, string>>) {
  return ({ environment }: FunctionSettings) => Object.entries(variables).every(([name, value]) => environment[name] === value);
}
