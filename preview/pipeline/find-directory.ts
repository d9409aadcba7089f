import { findFunction, FunctionSettings, functionSettings } from '../lambda/function-settings';
import { App } from '../template/app';

/** Variables that have the same values for both functions of a pipeline. They name the snapshot, which one writes and the other reads. */
const SHARED = ['BUCKET_NAME', 'SNAPSHOT_KEY'] as const;

/** The scheduled function that writes the snapshot for the enrichment. */
export function findDirectory(app: App, enrichment: FunctionSettings): FunctionSettings | undefined {
  return app.resources('AWS::Events::Rule')
    .filter((rule) => rule.property('ScheduleExpression') !== undefined && rule.property('State') !== 'DISABLED')
    .flatMap((rule) => rule.property<{ Arn: string }[]>('Targets') ?? [])
    .flatMap(({ Arn }) => findFunction(app, Arn) ?? [])
    .map(functionSettings)
    .find(({ environment }) => SHARED.every((name) => environment[name] !== undefined && environment[name] === enrichment.environment[name]));
}
