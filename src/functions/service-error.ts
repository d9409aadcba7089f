/** What the errors of the SDK have in common, as far as we ask. */
interface ServiceError {
  readonly name?: string;
  /** Present once a call was tried; its status, once that was answered. */
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const NOT_FOUND = ['NotFoundException', 'ParameterNotFound'];
const DENIED = ['AccessDeniedException', 'ForbiddenException'];
/** Refusals of the moment, beside those that the status tells. */
const PASSING = ['ConflictException', 'TooManyRequestsException', 'ThrottlingException', 'TooManyUpdates'];

export function isNotFound(error: unknown): boolean {
  const { name = '' } = error as ServiceError;
  return NOT_FOUND.includes(name);
}

/** What a right that was given a moment ago may still meet with. */
export function isDenied(error: unknown): boolean {
  const { name = '', $metadata } = error as ServiceError;
  return DENIED.includes(name) || $metadata?.httpStatusCode === 403;
}

/** Whether the same call may succeed later. */
export function isPassing(error: unknown): boolean {
  const { name = '', $metadata } = error as ServiceError;
  if (PASSING.includes(name)) return true;
  if ($metadata === undefined) return false;
  const { httpStatusCode: status } = $metadata;
  return status === undefined || status === 429 || status >= 500;
}

/** An error in one line, named where its name says more than that it is one. */
export function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
}
