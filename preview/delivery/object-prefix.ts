import { InputError } from '../input-error';
import { formatJavaDate } from './java-date-pattern';

export interface PrefixValues {
  /** Arrival of the oldest record in the object: all timestamps of a prefix are this one. */
  readonly arrival: number;
  readonly errorOutputType?: string;
  readonly random: string;
}

/** What the service puts before the object's name. */
export function evaluatePrefix(prefix: string, { arrival, errorOutputType, random }: PrefixValues): string {
  const evaluated = prefix.replace(/!\{([^:}]*):?([^}]*)\}/g, (expression, namespace: string, value: string) => {
    if (namespace === 'timestamp') return formatJavaDate(value, arrival);
    if (namespace === 'firehose' && value === 'random-string') return random;
    if (namespace === 'firehose' && value === 'error-output-type' && errorOutputType) return errorOutputType;
    throw new InputError(`prefix ${prefix} has ${expression}, which the preview cannot evaluate: it knows !{timestamp:…}, `
      + '!{firehose:random-string} and, in ErrorOutputPrefix, !{firehose:error-output-type}.');
  });
  if (prefix.includes('!{timestamp:')) return evaluated;
  // Without a timestamp in it the service adds one. An error prefix without expressions gets the error type before it.
  const folder = errorOutputType && !prefix.includes('!{') ? `${evaluated}${errorOutputType}/` : evaluated;
  return folder + formatJavaDate('yyyy/MM/dd/HH/', arrival);
}

/** The part of a prefix that is the same for every object. */
export function staticPart(prefix: string): string {
  const folders = prefix.split('!{')[0];
  return folders.slice(0, folders.lastIndexOf('/') + 1);
}
