import { FUNCTIONS } from './functions';
import { nameOf, Scope, ScopeColumn } from './scope';
import { SyntaxNode } from './syntax';
import { comparableTypes, SqlType, sumType, typeNamed } from './types';

export type Report = (node: SyntaxNode, message: string) => void;

/** The fields that `extract` counts alike in both engines. */
const EXTRACTED = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** Finds the types of expressions, and reports those that Athena refuses or answers otherwise than DuckDB. */
export class ExpressionCheck {
  private readonly rules: Readonly<Record<string, (node: SyntaxNode, scope: Scope) => SqlType>> = {
    ColumnReference: (node, scope) => this.column(node, scope),
    ColumnRef: (node, scope) => this.column(node, scope),
    JoinColumnReference: (node, scope) => this.column(node, scope),
    FunctionCall: (node, scope) => this.call(node, scope),
    Coalesce: (node, scope) => this.call(node, scope),
    GroupingOperation: (node, scope) => this.inside(node, scope, 'integer'),
    Predicated: (node, scope) => this.predicate(node, scope),
    JoinColumnEquality: (node, scope) => this.compared(node, node.children.filter(({ kind }) => kind !== 'token'), scope),
    ArithmeticBinary: (node, scope) => this.arithmetic(node, scope),
    ArithmeticUnary: (node, scope) => this.check(node.children[1], scope),
    Concatenation: (node, scope) => this.inside(node, scope, 'varchar'),
    AtTimeZone: (node, scope) => this.atTimeZone(node, scope),
    Cast: (node, scope) => this.cast(node, scope),
    Extract: (node, scope) => this.extract(node, scope),
    SimpleCase: (node, scope) => this.simpleCase(node, scope),
    SearchedCase: (node, scope) => this.caseOf(node, scope),
    Lambda: (node, scope) => this.lambda(node, scope),
    SubqueryExpression: (node, scope) => this.query(node.children[1], scope)[0]?.type ?? 'unknown',
    QueryStatement: (node, scope) => this.query(node, scope)[0]?.type ?? 'unknown',
    TypeConstructor: (node) => typeNamed(node.children[0].text),
    ParenthesizedExpression: (node, scope) => this.check(node.children[1], scope),
    Substring: (node, scope) => this.inside(node, scope, 'varchar'),
    Trim: (node, scope) => this.inside(node, scope, 'varchar'),
    Position: (node, scope) => this.inside(node, scope, 'integer'),
    Exists: (node, scope) => this.inside(node, scope, 'boolean'),
    LogicalNot: (node, scope) => this.inside(node, scope, 'boolean'),
    And: (node, scope) => this.inside(node, scope, 'boolean'),
    Or: (node, scope) => this.inside(node, scope, 'boolean'),
    StringLiteral: () => 'varchar',
    BooleanLiteral: () => 'boolean',
    IntegerLiteral: () => 'integer',
    DecimalLiteral: () => 'decimal',
    DoubleLiteral: () => 'double',
    IntervalLiteral: () => 'interval',
    CurrentTimestamp: () => 'timestamp with time zone',
    CurrentDate: (node) => this.otherClock(node),
    CurrentTime: (node) => this.otherClock(node),
    LocalTime: (node) => this.otherClock(node),
    LocalTimestamp: (node) => this.otherClock(node),
  };

  constructor(private readonly report: Report, private readonly query: (node: SyntaxNode, outer: Scope) => readonly ScopeColumn[]) {}

  /** The type of an expression, whose parts are checked. */
  public check(node: SyntaxNode, scope: Scope): SqlType {
    if (Object.hasOwn(this.rules, node.kind)) return this.rules[node.kind](node, scope);
    const types = node.children.map((part) => this.check(part, scope));
    return types.length === 1 ? types[0] : 'unknown';
  }

  private inside(node: SyntaxNode, scope: Scope, type: SqlType): SqlType {
    node.children.forEach((part) => this.check(part, scope));
    return type;
  }

  private column(node: SyntaxNode, scope: Scope): SqlType {
    const path = node.text.split('.').map(nameOf);
    const type = scope.typeOf(path);
    if (type === undefined) this.report(node, `No table of this SELECT has a column ${path.join('.')}: in Athena an alias can be named by ORDER BY only.`);
    return type ?? 'unknown';
  }

  private call(node: SyntaxNode, scope: Scope): SqlType {
    const name = nameOf(node.children[0].text);
    const types = node.children.filter(({ kind }) => kind === 'Expression').map((argument) => this.check(argument, scope));
    node.children.filter(({ kind }) => ['Filter', 'Over', 'SortItem'].includes(kind)).forEach((clause) => this.check(clause, scope));
    if (!Object.hasOwn(FUNCTIONS, name)) {
      this.report(node, `${name} is not among the functions that are known to be the same in Athena and DuckDB.`);
      return 'unknown';
    }
    const { type, macro } = FUNCTIONS[name];
    if (macro === 'aggregate' && node.children.some(({ kind }) => ['Filter', 'SortItem'].includes(kind))) {
      this.report(node, `${name} is a macro in DuckDB, which takes neither FILTER nor ORDER BY.`);
    }
    if (name === 'avg' && types[0] === 'decimal') this.report(node, 'avg of decimals has another type and scale in DuckDB: cast them to double.');
    if (name === 'date_trunc' && types[1] === 'date') this.report(node, 'date_trunc of a date is a date in Athena and a timestamp in DuckDB: give it a timestamp.');
    if (name === 'mod') this.checkDivisor(node, node.children.filter(({ kind }) => kind === 'Expression')[1]);
    return typeof type === 'number' ? types[type] ?? 'unknown' : type;
  }

  private predicate(node: SyntaxNode, scope: Scope): SqlType {
    const [left, test] = node.children;
    if (!test) return this.check(left, scope);
    const operands = test.children.filter(({ kind }) => kind !== 'token' && kind !== 'ComparisonOperator');
    if (!['Comparison', 'Between', 'InList', 'DistinctFrom', 'InSubquery'].includes(test.kind)) return this.inside(node, scope, 'boolean');
    return this.compared(node, [left, ...operands], scope);
  }

  private compared(node: SyntaxNode, operands: readonly SyntaxNode[], scope: Scope): SqlType {
    const [first, ...others] = operands.map((operand) => this.check(operand, scope));
    const other = others.find((type) => !comparableTypes(first, type));
    if (other !== undefined) this.report(node, `${first} and ${other} are compared: Athena converts neither.`);
    return 'boolean';
  }

  private arithmetic(node: SyntaxNode, scope: Scope): SqlType {
    const [left, { text: operator }, right] = node.children;
    const [a, b] = [this.check(left, scope), this.check(right, scope)];
    if (a === 'date' && b === 'interval') this.report(node, 'A date with an interval is a date in Athena and a timestamp in DuckDB: give it a timestamp.');
    if (operator === '/' || operator === '%') {
      if (a === 'decimal' || b === 'decimal') this.report(node, 'Decimals are divided to another scale in DuckDB: cast them to double.');
      else if (a !== 'double' && b !== 'double') this.checkDivisor(node, right);
    }
    if (a === b && (a === 'timestamp' || a === 'date') && operator === '-') return 'interval';
    return sumType(a, b);
  }

  private checkDivisor(node: SyntaxNode, divisor: SyntaxNode): void {
    if (/^(nullif\(.*,0\)|[1-9]\d*)$/i.test(divisor.text)) return;
    this.report(node, 'A division of integers by zero fails in Athena, and is no error in DuckDB: divide by nullif(…, 0), or cast to double.');
  }

  private atTimeZone(node: SyntaxNode, scope: Scope): SqlType {
    if (this.check(node.children[0], scope) !== 'timestamp with time zone') {
      this.report(node, 'AT TIME ZONE converts a timestamp without time zone in Athena, and reinterprets it in DuckDB.');
    }
    return 'timestamp with time zone';
  }

  private cast(node: SyntaxNode, scope: Scope): SqlType {
    const [value, target] = node.children.filter(({ kind }) => kind !== 'token');
    const [from, to] = [this.check(value, scope), typeNamed(target.text)];
    if (to === 'varchar' && ['double', 'timestamp', 'timestamp with time zone'].includes(from)) {
      this.report(node, `A ${from} is written differently in DuckDB: do not cast it to varchar.`);
    }
    return to;
  }

  private extract(node: SyntaxNode, scope: Scope): SqlType {
    const field = node.children[2].text.toLowerCase();
    if (!EXTRACTED.includes(field)) this.report(node, `extract of ${field} is not known to be the same in Athena and DuckDB: ${EXTRACTED.join(', ')} are.`);
    return this.inside(node, scope, 'integer');
  }

  private simpleCase(node: SyntaxNode, scope: Scope): SqlType {
    const whens = node.children.filter(({ kind }) => kind === 'WhenClause').map(({ children }) => children[1]);
    this.compared(node, [node.children[1], ...whens], scope);
    return this.caseOf(node, scope);
  }

  private caseOf(node: SyntaxNode, scope: Scope): SqlType {
    const [first] = node.children.filter(({ kind }) => kind === 'WhenClause').map((when) => {
      this.check(when.children[1], scope);
      return this.check(when.children[3], scope);
    });
    node.children.filter(({ kind }) => kind === 'Expression').forEach((part) => this.check(part, scope));
    return first;
  }

  private lambda(node: SyntaxNode, scope: Scope): SqlType {
    const parameters = node.children.filter(({ kind }) => kind.endsWith('Identifier')).map(({ text }) => ({ name: nameOf(text), type: 'unknown' as const }));
    return this.check(node.children.at(-1)!, scope.with(parameters));
  }

  private otherClock(node: SyntaxNode): SqlType {
    this.report(node, `${node.text} is a clock that the preview does not replace: current_timestamp is the only one.`);
    return 'unknown';
  }
}
