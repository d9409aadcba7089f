import { Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { ACCESS_LOG_COLUMN_OPTIONS, AccessLogColumn, RequestedColumn, TEXT_ACCESS_LOG_COLUMN_OPTIONS } from './access-log-column';
import { requireColumnName } from './column-name';
import { requireVariable } from './column-variable';
import { Column } from '../schema/column';
import { COLUMNS } from '../schema/columns';
import { isFromCaller } from '../schema/context-variables';
import { ColumnDifference } from '../schema/log-schema';
import { TEXT } from '../synth/checks';
import { requireOptions, requireType } from '../synth/guard';
import { nearestName } from '../synth/nearest-name';
import { usageError } from '../synth/usage-error';

const MAX_BYTES = 1024;
const MOST_MAX_BYTES = 4096;
const MAX_COMMENT = 255;

/** Validates extraColumns and omitColumns. */
export function columnDifference(scope: IConstruct, extraColumns: AccessLogColumn[] = [], omitColumns: string[] = []): ColumnDifference {
  const taken: string[] = [];
  const extra = extraColumns.map(({ _requested: requested }, index) => {
    const argument = `extraColumns[${index}]`;
    requireType(scope, `The name of ${argument}`, TEXT, requested.name);
    requireColumnName(scope, argument, requested.name, taken);
    taken.push(requested.name);
    return extraColumn(scope, argument, requested);
  });
  omitColumns.forEach((name, index) => requireOmissible(scope, `omitColumns[${index}]`, name));
  return { extra, omitted: [...new Set(omitColumns)] };
}

function extraColumn(scope: IConstruct, argument: string, requested: RequestedColumn): Column {
  const { name, kind, options } = requested;
  requireType(scope, `The variable of ${argument}`, TEXT, requested.variable);
  requireOptions(scope, argument, kind === 'text' ? TEXT_ACCESS_LOG_COLUMN_OPTIONS : ACCESS_LOG_COLUMN_OPTIONS, options);
  const variable = requireVariable(scope, argument, requested.variable);
  const { comment = `${requested.variable}, an extra column of this pipeline.`, maxBytes = MAX_BYTES } = options;
  if (comment.length > MAX_COMMENT) {
    throw usageError(scope, `comment of ${argument} must have at most ${MAX_COMMENT} characters, because AWS Glue accepts no more, got ${comment.length}.`);
  }
  if (!Number.isInteger(maxBytes) || maxBytes < 1 || maxBytes > MOST_MAX_BYTES) {
    throw usageError(scope, `maxBytes of ${argument} must be a whole number from 1 to ${MOST_MAX_BYTES}, got ${maxBytes}.`);
  }
  const column = { name, comment, variable, fromCaller: isFromCaller(variable) };
  return kind === 'text' ? { ...column, kind, maxBytes } : { ...column, kind };
}

function requireOmissible(scope: IConstruct, argument: string, name: string): void {
  const column = COLUMNS.find((candidate): candidate is typeof candidate & Column => candidate.name === name);
  if (column === undefined) {
    const names = COLUMNS.filter((candidate: Column) => !candidate.essential).map((candidate) => candidate.name);
    const near = nearestName(name, names);
    throw usageError(scope, `${argument} must be a default column, got '${Token.isUnresolved(name) ? 'a token' : name}'. `
      + `${near === undefined ? '' : `Did you mean '${near}'? `}The columns that can be omitted are ${names.join(', ')}.`);
  }
  if ((column as Column).essential) {
    const essential = COLUMNS.filter((candidate: Column) => candidate.essential).map((candidate) => candidate.name);
    throw usageError(scope, `${argument} must not be '${name}': the pipeline needs ${essential.join(', ')}. Keep the column, `
      + 'and use grantRead to control who can read the table.');
  }
}
