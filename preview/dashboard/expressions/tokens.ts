import { InputError } from '../../input-error';

export interface Token {
  readonly kind: 'number' | 'text' | 'column' | 'parameter' | 'word' | 'symbol' | 'end';
  readonly text: string;
  /** Where it begins in the expression. */
  readonly at: number;
}

/** One group for each kind of token. QuickSight escapes a quote in a text with a backslash. */
const TOKEN = /\s*(?:(?<number>\d+(?:\.\d+)?)|'(?<text>(?:\\.|[^'\\])*)'|"(?<quoted>(?:\\.|[^"\\])*)"|\$\{(?<parameter>[^}]+)\}|\{(?<column>[^}]+)\}|(?<word>[A-Za-z_]\w*)|(?<symbol><>|<=|>=|[-+*/=<>(),[\]]))/y;

export function tokensOf(expression: string, path: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (expression.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(expression);
    if (!match) throw new InputError(`${path}: the preview cannot read ${JSON.stringify(expression.slice(at).trim().slice(0, 30))} in the expression ${expression}`);
    tokens.push({ ...tokenOf(match.groups!), at });
    at = TOKEN.lastIndex;
  }
  return [...tokens, { kind: 'end', text: 'the end', at }];
}

function tokenOf({ quoted, ...groups }: Readonly<Record<string, string | undefined>>): Pick<Token, 'kind' | 'text'> {
  if (quoted !== undefined) return { kind: 'text', text: unescaped(quoted) };
  const [kind, text] = Object.entries(groups).find(([, value]) => value !== undefined) as [Token['kind'], string];
  return { kind, text: kind === 'text' ? unescaped(text) : text };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
