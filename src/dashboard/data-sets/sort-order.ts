/** How the rows of an answer are ordered by one of its columns. */
export interface SortedBy {
  readonly column: string;
  readonly direction: 'ASC' | 'DESC';
}

/**
 * The columns that a statement orders its answer by. A data set keeps no order, so the visual sorts again. What is no column
 * of the answer is left out.
 */
export function sortOrder(sql: string, columns: readonly string[]): SortedBy[] {
  const clause = lastOrderBy(sql);
  return (clause ?? '').split(',').flatMap((item) => {
    const match = /^\s*"?(\w+)"?(?:\s+(ASC|DESC))?(?:\s+NULLS\s+(?:FIRST|LAST))?\s*$/i.exec(item);
    return match && columns.includes(match[1]) ? [{ column: match[1], direction: match[2]?.toUpperCase() === 'DESC' ? 'DESC' : 'ASC' }] : [];
  });
}

/** What follows the last ORDER BY that is in no parentheses, up to a LIMIT. */
function lastOrderBy(sql: string): string | undefined {
  let outside = '';
  let depth = 0;
  for (const [token] of sql.matchAll(/'(?:[^']|'')*'|--[^\n]*|[()]|[^'()-]+|-/g)) {
    if (token === ')') depth -= 1;
    if (depth === 0 && token !== ')' && !token.startsWith('--')) outside += token === '(' ? ' (' : token;
    if (token === '(') depth += 1;
  }
  return /.*\bORDER\s+BY\b(.*?)(?:\bLIMIT\b[^]*)?$/is.exec(outside)?.[1];
}
