import { IConstruct } from 'constructs';
import { Format, FORMATS } from './formats';
import { RecordFormat } from './record-format';
import { usageError } from '../synth/usage-error';

/** The format in which files are written, and the format of the files from before a change. */
export interface RecordFormats {
  readonly current: Format;
  readonly previous?: Format;
}

export function recordFormats(scope: IConstruct, current = RecordFormat.json(), previous?: RecordFormat): RecordFormats {
  if (previous?._requested === current._requested) {
    throw usageError(scope, `previousFormat must differ from format, got RecordFormat.${current._requested}() for both. Leave previousFormat out: `
      + 'it declares a table over the files of another format, from before a change of format.');
  }
  return { current: FORMATS[current._requested], previous: previous && FORMATS[previous._requested] };
}
