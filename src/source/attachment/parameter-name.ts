import { createHash } from 'crypto';

const HASH_LENGTH = 16;

/**
 * The parameter that remembers the old setting of one attached stage. The policy names it and the function computes it,
 * both from the logical id: the stage's own ids may be known at deployment only, and a policy must be short.
 */
export function parameterName(path: string, logicalId: string): string {
  return path + createHash('sha256').update(logicalId).digest('hex').slice(0, HASH_LENGTH);
}
