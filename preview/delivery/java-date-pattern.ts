import { InputError } from '../input-error';

type Field = (date: Date, width: number) => string;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const year = (value: number, width: number): string => (width === 2 ? pad(value % 100, 2) : pad(value, width));

/** The letters of Java's DateTimeFormatter (locale en_US) that a prefix may use, by its rules. */
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

/** A time in UTC, written by a pattern of Java's DateTimeFormatter. */
export function formatJavaDate(pattern: string, epochMilliseconds: number): string {
  const date = new Date(epochMilliseconds);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token, quoted: string | undefined, letter: string | undefined) => {
    if (letter === undefined) return quoted === '' ? '\'' : quoted!.replace(/''/g, '\'');
    const field = FIELDS[letter];
    if (!field || token.length > field.maxWidth) {
      throw new InputError(`timestamp pattern ${pattern} has ${token}, which the preview cannot evaluate: it knows yyyy, YYYY, MM, dd, DDD, HH, mm and ss.`);
    }
    return field.format(date, token.length);
  });
}

/** The year that the week, from Sunday to Saturday, belongs to: the next one as soon as the week reaches its first of January. */
function weekBasedYear(date: Date): number {
  const saturday = new Date(date.getTime());
  saturday.setUTCDate(date.getUTCDate() + 6 - date.getUTCDay());
  return saturday.getUTCFullYear();
}

function dayOfYear(date: Date): number {
  const day = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return (day - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000 + 1;
}
