import { InputError } from '../input-error';
import { formatJavaDate } from './java-date-pattern';

export interface PrefixValues {
  /** The arrival of the oldest record in the object, used for every timestamp of the prefix. */
  readonly arrival: number;
  readonly errorOutputType?: string;
  readonly random: string;
}

/** The part of an object's key before its name. */
export function evaluatePrefix(prefix: string, { arrival, errorOutputType, random }: PrefixValues): string {
  const evaluated = prefix.replace(/!\{([^:}]*):?([^}]*)\}/g, (expression, namespace: string, value: string) => {
    if (namespace === 'timestamp') return formatJavaDate(value, arrival);
    if (namespace === 'firehose' && value === 'random-string') return random;
    if (namespace === 'firehose' && value === 'error-output-type' && errorOutputType) return errorOutputType;
    throw new InputError(`prefix ${prefix} contains ${expression}, which the preview does not support. It supports !{timestamp:…}, `
      + '!{firehose:random-string} and, in ErrorOutputPrefix, !{firehose:error-output-type}.');
  });
  if (prefix.includes('!{timestamp:')) return evaluated;
  // If the prefix has no timestamp, Firehose appends one. If an error prefix has no expressions, the error type precedes it.
  const folder = errorOutputType && !prefix.includes('!{') ? `${evaluated}${errorOutputType}/` : evaluated;
  return folder + formatJavaDate('yyyy/MM/dd/HH/', arrival);
}

/** The folders of a prefix that are the same for every object. */
export function staticPart(prefix: string): string {
  const folders = prefix.split('!{')[0];
  return folders.slice(0, folders.lastIndexOf('/') + 1);
}
