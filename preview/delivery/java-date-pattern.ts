import { InputError } from '../input-error';

type Field = (date: Date, width: number) => string;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const year = (value: number, width: number): string => (width === 2 ? pad(value % 100, 2) : pad(value, width));

/** The supported letters of Java's DateTimeFormatter (locale en_US). */
const FIELDS: Record<string, { readonly maxWidth: number; readonly format: Field }> = {
  y: { maxWidth: 4, format: (date, width) => year(date.getUTCFullYear(), width) },
  u: { maxWidth: 4, format: (date, width) => year(date.getUTCFullYear(), width) },
  Y: { maxWidth: 4, format: (date, width) => year(weekBasedYear(date), width) },
  M: { maxWidth: 2, format: (date, width) => pad(date.getUTCMonth() + 1, width) },
  d: { maxWidth: 2, format: (date, width) => pad(date.getUTCDate(), width) },
  D: { maxWidth: 3, format: (date, width) => pad(dayOfYear(date), width) },
  H: { maxWidth: 2, format: (date, width) => pad(date.getUTCHours(), width) },
  m: { maxWidth: 2, format: (date, width) => pad(date.getUTCMinutes(), width) },
  s: { maxWidth: 2, format: (date, width) => pad(date.getUTCSeconds(), width) },
};

/** Formats a time in UTC with a pattern of Java's DateTimeFormatter. */
export function formatJavaDate(pattern: string, epochMilliseconds: number): string {
  const date = new Date(epochMilliseconds);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token, quoted: string | undefined, letter: string | undefined) => {
    if (letter === undefined) return quoted === '' ? '\'' : quoted!.replace(/''/g, '\'');
    const field = FIELDS[letter];
    if (!field || token.length > field.maxWidth) {
      throw new InputError(`timestamp pattern ${pattern} contains ${token}, which the preview does not support. It supports yyyy, YYYY, MM, dd, DDD, HH, mm and ss.`);
    }
    return field.format(date, token.length);
  });
}

/** The year of the week, which is from Sunday to Saturday. A week that contains the first of January belongs to the new year. */
function weekBasedYear(date: Date): number {
  const saturday = new Date(date.getTime());
  saturday.setUTCDate(date.getUTCDate() + 6 - date.getUTCDay());
  return saturday.getUTCFullYear();
}

function dayOfYear(date: Date): number {
  const day = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return (day - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000 + 1;
}
