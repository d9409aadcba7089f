import { IConstruct } from 'constructs';
import { RecordFormat } from './record-format';
import { usageError } from '../synth/usage-error';

/** The format in which files are written, and the format of the files from before a change. */
export interface RecordFormats {
  readonly current: RecordFormat;
  readonly previous?: RecordFormat;
}

export function recordFormats(scope: IConstruct, current = RecordFormat.json(), previous?: RecordFormat): RecordFormats {
  if (previous?._name === current._name) {
    throw usageError(scope, `previousFormat must differ from format, got RecordFormat.${current._name}() for both. Leave previousFormat out: `
      + 'it declares a table over the files of another format, from before a change of format.');
  }
  return { current, previous };
}
