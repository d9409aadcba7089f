import { InputError } from '../input-error';
import { contextValue, Variables } from './context-variables';
import { Escaping, ESCAPINGS } from './escaping';

const VARIABLE = /\$context\.((?:request|response)Override\.[a-z]+\.[\w-]+|\w+(?:\.\w+)*)/g;
const MAX_BYTES = 3072;

/** What API Gateway writes for a variable that the request does not have. */
const MISSING = '-';

/** A stage's access log format: text with `$context` variables in it. */
export class AccessLogFormat {
  /** Refuses what the service refuses. */
  public static parse(format: string, stage: string): AccessLogFormat {
    const refuse = (reason: string): never => {
      throw new InputError(`the access log format of stage ${stage} would be refused by AWS: ${reason}.`);
    };
    const bytes = Buffer.byteLength(format);
    if (bytes > MAX_BYTES) refuse(`it has ${bytes} bytes, and may have ${MAX_BYTES}`);
    if (/[\r\n]./s.test(format.replace(/\r\n/g, '\n'))) refuse('it has a line break before its end');
    if (!/\$context\.(extendedR|r)equestId\b/.test(format)) refuse('it has neither $context.requestId nor $context.extendedRequestId');
    return new AccessLogFormat(format.split(VARIABLE));
  }

  /** The names of the variables in it. */
  public readonly variables: ReadonlySet<string>;

  /** `parts` alternates between text and the name of a variable. */
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
