import { GlueError } from './glue-error';

/** Whether a partition with these values of its keys, in their order, passes a filter. */
export type PartitionFilter = (values: readonly string[]) => boolean;

const TOKEN = /\s*(?:'((?:[^']|'')*)'|([()]|,|<=|>=|<>|!=|<|>|=)|(\w+))/y;

const COMPARE: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  '=': (left, right) => left === right,
  '<>': (left, right) => left !== right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/**
 * Reads the filters that Trino makes of a query's bounds: comparisons and lists of text, joined by AND and OR.
 * @see https://docs.aws.amazon.com/glue/latest/webapi/API_GetPartitions.html
 */
export function partitionFilter(expression: string, keys: readonly string[]): PartitionFilter {
  return expression === '' ? () => true : new FilterReader(expression, keys).read();
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

class FilterReader {
  private readonly tokens: Token[] = [];
  private at = 0;

  constructor(private readonly expression: string, private readonly keys: readonly string[]) {
    const text = expression.trim();
    const token = new RegExp(TOKEN);
    while (token.lastIndex < text.length) {
      const match = token.exec(text) ?? this.refuse();
      const quoted = match[1] !== undefined;
      this.tokens.push({ quoted, text: quoted ? match[1].replaceAll('\'\'', '\'') : (match[2] ?? match[3]).toLowerCase() });
    }
  }

  public read(): PartitionFilter {
    const filter = this.any();
    return this.at === this.tokens.length ? filter : this.refuse();
  }

  private any(): PartitionFilter {
    const filters = this.joined('or', () => this.all());
    return (values) => filters.some((filter) => filter(values));
  }

  private all(): PartitionFilter {
    const filters = this.joined('and', () => this.term());
    return (values) => filters.every((filter) => filter(values));
  }

  private joined(word: string, read: () => PartitionFilter): PartitionFilter[] {
    const filters = [read()];
    while (this.takes(word)) filters.push(read());
    return filters;
  }

  private term(): PartitionFilter {
    if (this.takes('(')) {
      const filter = this.any();
      return this.takes(')') ? filter : this.refuse();
    }
    const key = this.keys.indexOf(this.next().text);
    const operator = this.next().text;
    if (key < 0 || !(operator === 'in' || Object.hasOwn(COMPARE, operator))) return this.refuse();
    if (operator !== 'in') {
      const value = this.value();
      return (values) => COMPARE[operator](values[key], value);
    }
    const list = this.list();
    return (values) => list.includes(values[key]);
  }

  private list(): string[] {
    if (!this.takes('(')) return this.refuse();
    const values = [this.value()];
    while (this.takes(',')) values.push(this.value());
    return this.takes(')') ? values : this.refuse();
  }

  private value(): string {
    const { text, quoted } = this.next();
    return quoted ? text : this.refuse();
  }

  private takes(text: string): boolean {
    const token = this.tokens[this.at];
    if (!token || token.quoted || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private next(): Token {
    const token = this.tokens[this.at] ?? this.refuse();
    this.at += 1;
    return token;
  }

  private refuse(): never {
    throw new GlueError('InvalidInputException', `The filter of partitions ${this.expression} is in a form that is not read.`);
  }
}
