import { Token } from 'aws-cdk-lib';
import { Checks, TEXT } from '../synth/checks';
import { wrongOption } from '../synth/guard';
import { shown } from '../synth/shown';

/**
 * Where a user or a group of Amazon QuickSight is registered.
 *
 * @example
 * QuickSightPrincipal.user('jane', { identityRegion: 'us-east-1' });
 */
export interface QuickSightPrincipalOptions {
  /**
   * The namespace of the user or the group.
   *
   * @default 'default'
   * @see https://docs.aws.amazon.com/quicksight/latest/developerguide/namespaces.html
   */
  readonly namespace?: string;

  /**
   * The region in which the QuickSight account keeps its users: its identity region. It is often not the region of the stack.
   * `aws quicksight describe-account-settings` fails in every other region and names this one.
   *
   * @default - the region of the stack
   * @see https://docs.aws.amazon.com/quicksight/latest/user/regions-qs.html
   */
  readonly identityRegion?: string;
}

const OPTIONS: Checks<QuickSightPrincipalOptions> = { namespace: TEXT, identityRegion: TEXT };

/** The characters of names in QuickSight. */
const NAME = /^[\u0020-\u00ff]+$/;
const NAMESPACE = /^[a-zA-Z0-9._-]{1,64}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** A user or a group, or what is wrong with it. It is reported where the dashboard is made. */
export type RequestedPrincipal =
  | { readonly kind: 'user' | 'group'; readonly name: string; readonly namespace: string; readonly identityRegion?: string; readonly mistake?: undefined }
  | { readonly mistake: string };

/**
 * A user or a group of Amazon QuickSight.
 *
 * @see https://docs.aws.amazon.com/quicksight/latest/user/managing-users-enterprise.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   dashboard: {
 *     readers: [QuickSightPrincipal.group('owners')],
 *     authors: [QuickSightPrincipal.user('jane')],
 *   },
 * });
 */
export class QuickSightPrincipal {
  /**
   * A user.
   * @param name the user name in QuickSight, such as `jane` or, for a user of an IAM role, `Admin/jane@example.com`
   */
  public static user(name: string, options: QuickSightPrincipalOptions = {}): QuickSightPrincipal {
    return QuickSightPrincipal.of('user', name, options);
  }

  /**
   * A group.
   * @param name the name of the group in QuickSight
   */
  public static group(name: string, options: QuickSightPrincipalOptions = {}): QuickSightPrincipal {
    return QuickSightPrincipal.of('group', name, options);
  }

  private static of(kind: 'user' | 'group', name: string, options: QuickSightPrincipalOptions): QuickSightPrincipal {
    const mistake = mistakeIn(kind, name, options);
    if (mistake !== undefined) return new QuickSightPrincipal({ mistake });
    const { namespace = 'default', identityRegion } = options;
    return new QuickSightPrincipal({ kind, name, namespace, identityRegion });
  }

  /** @internal */
  public readonly _requested: RequestedPrincipal;

  private constructor(requested: RequestedPrincipal) {
    this._requested = requested;
  }
}

function mistakeIn(kind: string, name: unknown, options: QuickSightPrincipalOptions): string | undefined {
  const call = `QuickSightPrincipal.${kind}`;
  if (typeof name !== 'string') return `name of ${call} must be a string, got ${shown(name)}`;
  const wrong = wrongOption(call, OPTIONS, options);
  if (wrong !== undefined) return wrong;
  if (Token.isUnresolved(name)) return undefined;
  if (name.startsWith('arn:')) return `name of ${call} must be the name of the ${kind} alone, such as 'owners', got the ARN '${name}'`;
  if (name.trim() === '' || !NAME.test(name)) return `name of ${call} must have Latin letters, digits and signs only, got ${shown(name)}`;
  const { namespace, identityRegion } = options;
  if (isLiteral(namespace) && !NAMESPACE.test(namespace)) {
    return `namespace of ${call} must have 1 to 64 letters, digits, '.', '_' or '-', got ${shown(namespace)}`;
  }
  if (isLiteral(identityRegion) && !REGION.test(identityRegion)) return `identityRegion of ${call} must be a region, such as 'us-east-1', got ${shown(identityRegion)}`;
  return undefined;
}

function isLiteral(value: string | undefined): value is string {
  return value !== undefined && !Token.isUnresolved(value);
}
