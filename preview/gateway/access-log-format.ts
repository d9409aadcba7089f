import { InputError } from '../input-error';
import { contextValue, Variables } from './context-variables';
import { Escaping, ESCAPINGS } from './escaping';

const VARIABLE = /\$context\.((?:request|response)Override\.[a-z]+\.[\w-]+|\w+(?:\.\w+)*)/g;
const MAX_BYTES = 3072;

/** The text that API Gateway logs for a variable without a value. */
export const MISSING = '-';

/** The access log format of a stage: text with `$context` variables. */
export class AccessLogFormat {
  /** @throws InputError if AWS would refuse the format */
  public static parse(format: string, stage: string): AccessLogFormat {
    const refuse = (reason: string): never => {
      throw new InputError(`AWS would refuse the access log format of stage ${stage}: ${reason}.`);
    };
    const bytes = Buffer.byteLength(format);
    if (bytes > MAX_BYTES) refuse(`it may have ${MAX_BYTES} bytes, but has ${bytes}`);
    if (/[\r\n]./s.test(format.replace(/\r\n/g, '\n'))) refuse('it has a line break that is not at its end');
    if (!/\$context\.(extendedR|r)equestId\b/.test(format)) refuse('it has neither $context.requestId nor $context.extendedRequestId');
    return new AccessLogFormat(format.split(VARIABLE));
  }

  /** The names of its variables. */
  public readonly variables: ReadonlySet<string>;

  /** The elements of `parts` are alternately text and the name of a variable. */
  private constructor(private readonly parts: readonly string[]) {
    this.variables = new Set(parts.filter((_, index) => index % 2 === 1));
  }

  /** The log entry of a request. */
  public render(request: Variables, escaping: Escaping): string {
    const escape = ESCAPINGS[escaping];
    return this.parts
      .map((part, index) => (index % 2 === 0 ? part : contextValue(request, part, escape) ?? MISSING))
      .join('');
  }
}
