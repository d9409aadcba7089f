import { decodeJsonText, leadsOf, lineOf, LogLine } from './log-line';
import { Field, fieldsOf } from './log-line-fields';
import { LoggedColumn } from '../schema/log-schema';
import { callerFieldsStart } from '../schema/recognised-fields';

/**
 * Reads a line of another set of columns, such as that of an earlier deployment, of a stage that was not updated, or of
 * another release. It returns undefined if this library cannot have produced the line.
 *
 * Columns are found by their names. Columns that the pipeline does not have are ignored, and columns that the line does not
 * have are null. Columns that callers cannot influence are read only from the part of the line that callers cannot write to.
 */
export function otherFormatReader(columns: readonly LoggedColumn[]): (text: string) => LogLine | undefined {
  const leads = leadsOf(columns);
  const positions = new Map(columns.map(({ name }, position) => [name, position]));

  return (text) => {
    const { fields, isExact } = fieldsOf(text);
    const callersStart = callerFieldsStart(fields.map(({ name }) => name));
    if (callersStart === undefined) return undefined;
    const trusted = fields.slice(0, callersStart);
    // A quote means that the format has other fields too, and callers can perhaps write to them.
    if (trusted.some(({ raw }) => raw?.includes('"'))) return undefined;

    const values = Array<string | undefined>(columns.length).fill(undefined);
    const take = ({ name, raw }: Field, isAccepted: (column: LoggedColumn) => boolean) => {
      const position = positions.get(name);
      if (position !== undefined && isAccepted(columns[position])) values[position] = raw && (decodeJsonText(raw) ?? raw);
    };
    trusted.forEach((field) => take(field, () => true));
    onlyOnce(fields.slice(callersStart)).forEach((field) => take(field, ({ fromCaller }) => fromCaller === true));
    return lineOf(leads, values, isExact ? 'tolerant' : 'ambiguous');
  };
}

/** Of two fields with one name, callers wrote at least one. */
function onlyOnce(fields: readonly Field[]): Field[] {
  const counts = new Map<string, number>();
  for (const { name } of fields) counts.set(name, (counts.get(name) ?? 0) + 1);
  return fields.filter(({ name }) => counts.get(name) === 1);
}
