import { createHash } from 'crypto';

/**
 * The id of a field of a visual. It is unique in the definition, stays when other visuals come, and is short: a definition has
 * hundreds, and CloudFormation limits the size of a template.
 */
export function fieldId(visualId: string, index: number): string {
  return createHash('sha256').update(`${visualId}.${index}`).digest('hex').slice(0, 8);
}
