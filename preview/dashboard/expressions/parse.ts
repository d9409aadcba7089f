import { Expression, Operator, PRECEDENCE } from './expression';
import { Token, tokensOf } from './tokens';
import { InputError } from '../../input-error';

/**
 * Reads an expression. `path` names it in errors.
 * @see https://docs.aws.amazon.com/quicksight/latest/user/calculated-field-reference.html
 */
export function parseExpression(text: string, path: string): Expression {
  return new Parser(text, path).whole();
}

class Parser {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(private readonly text: string, private readonly path: string) {
    this.tokens = tokensOf(text, path);
  }

  public whole(): Expression {
    const expression = this.operation(0);
    if (this.token.kind !== 'end') this.refuse('an operator or the end');
    return expression;
  }

  private get token(): Token {
    return this.tokens[this.next];
  }

  /** Reads operations of this precedence level and of higher levels. */
  private operation(level: number): Expression {
    if (level === PRECEDENCE.length) return this.operand();
    let left = this.operation(level + 1);
    for (let operator = this.operatorAt(level); operator; operator = this.operatorAt(level)) {
      this.next += 1;
      left = { kind: 'operation', operator, left, right: this.operation(level + 1) };
    }
    return left;
  }

  private operatorAt(level: number): Operator | undefined {
    const { kind, text } = this.token;
    if (kind !== 'symbol' && kind !== 'word') return undefined;
    return PRECEDENCE[level].find((operator) => operator === text.toUpperCase());
  }

  private operand(): Expression {
    const { kind, text } = this.token;
    this.next += 1;
    if (kind === 'number') return { kind, value: Number(text) };
    if (kind === 'text') return { kind, value: text };
    if (kind === 'column' || kind === 'parameter') return { kind, name: text };
    if (kind === 'word') return this.word(text);
    if (text === '-') return { kind: 'negative', operand: this.operand() };
    if (text === '(') return this.closed(')', () => this.operation(0));
    if (text === '[') return { kind: 'list', items: this.closed(']', () => this.items(']')) };
    this.next -= 1;
    return this.refuse('a value');
  }

  private word(name: string): Expression {
    if (/^null$/i.test(name)) return { kind: 'null' };
    if (/^not$/i.test(name)) return { kind: 'not', operand: this.operand() };
    if (this.token.text !== '(') return { kind: 'column', name };
    this.next += 1;
    return { kind: 'call', name, parameters: this.closed(')', () => this.items(')')) };
  }

  private items(end: string): Expression[] {
    const items: Expression[] = [];
    while (this.token.text !== end || this.token.kind !== 'symbol') {
      if (items.length > 0) this.expect(',');
      items.push(this.operation(0));
    }
    return items;
  }

  private closed<T>(end: string, read: () => T): T {
    const result = read();
    this.expect(end);
    return result;
  }

  private expect(symbol: string): void {
    if (this.token.kind !== 'symbol' || this.token.text !== symbol) this.refuse(symbol);
    this.next += 1;
  }

  private refuse(expected: string): never {
    const { text, at } = this.token;
    throw new InputError(`${this.path}: the expression has ${text} at character ${at + 1}, where ${expected} must be: ${this.text}`);
  }
}
