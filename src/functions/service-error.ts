/** The part that the SDK's errors have in common. */
interface ServiceError {
  readonly name?: string;
  readonly message?: string;
  /** Present once a call was attempted. The status is present once it was answered. */
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const NOT_FOUND = ['NotFoundException', 'ParameterNotFound', 'EntityNotFoundException'];
const DENIED = ['AccessDeniedException', 'ForbiddenException'];
const THROTTLED = ['TooManyRequestsException', 'ThrottlingException'];
/** Temporary refusals that the status does not tell. */
const TEMPORARY = ['ConflictException', 'TooManyUpdates', 'ConcurrentModificationException', 'OperationTimeoutException'];

export function isNotFound(error: unknown): boolean {
  return NOT_FOUND.includes(nameOf(error));
}

export function isDenied(error: unknown): boolean {
  return DENIED.includes(nameOf(error)) || statusOf(error) === 403;
}

/** Whether the error may be caused by a role or a policy that was created moments ago and is not in effect everywhere yet. */
export function mayBePropagation(error: unknown): boolean {
  return isDenied(error) || (statusOf(error) === 400 && /\brole\b|destination|delivery ?stream/i.test(messageOf(error)));
}

export function isThrottled(error: unknown): boolean {
  return THROTTLED.includes(nameOf(error)) || statusOf(error) === 429;
}

/** Whether a service answered the call. */
export function isAnswered(error: unknown): boolean {
  return statusOf(error) !== undefined;
}

/** Whether the same call may succeed later. */
export function isTemporary(error: unknown): boolean {
  if (isThrottled(error) || TEMPORARY.includes(nameOf(error))) return true;
  const $metadata = (error as ServiceError | undefined)?.$metadata;
  return $metadata !== undefined && ($metadata.httpStatusCode === undefined || $metadata.httpStatusCode >= 500);
}

/** The HTTP status of the response; undefined if there was none. */
export function statusOf(error: unknown): number | undefined {
  return (error as ServiceError | undefined)?.$metadata?.httpStatusCode;
}

/** An error in one line, with its name if it is not just `Error`. */
export function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
}

function messageOf(error: unknown): string {
  return (error as ServiceError | undefined)?.message ?? '';
}

function nameOf(error: unknown): string {
  return (error as ServiceError | undefined)?.name ?? '';
}
