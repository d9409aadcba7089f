import type { Tables } from './dialect-lint';
import { ExpressionCheck, Report } from './expressions';
import { nameOf, Scope, ScopeColumn } from './scope';
import { SyntaxNode } from './syntax';

type Columns = readonly ScopeColumn[];

const NO_SCOPE = new Scope([]);

/** Checks a statement of any depth. */
export function checkStatement(tree: SyntaxNode, tables: Tables, report: Report): void {
  const [statement] = descendants(tree, 'QueryStatement');
  if (!statement) return report(tree, 'Only a query is expected.');
  new QueryCheck(tables, report).query(statement, NO_SCOPE);
}

/** Checks queries, from their tables to the columns that they give. */
class QueryCheck {
  private readonly expressions: ExpressionCheck;

  constructor(private readonly tables: Tables, private readonly report: Report) {
    this.expressions = new ExpressionCheck(report, (query, outer) => this.query(query, outer));
  }

  /** The columns of a query; its named queries are tables for it and what is in it. */
  public query(node: SyntaxNode, outer: Scope): Columns {
    const names = node.children.filter(({ kind }) => kind === 'With').flatMap(({ children }) => children.filter(({ kind }) => kind === 'NamedQuery'));
    const tables = new Map(this.tables);
    for (const named of names) {
      const columns = new QueryCheck(tables, this.report).query(child(named, 'QueryStatement')!, outer);
      tables.set(nameOf(named.children[0].text), renamed(columns, child(named, 'ColumnAliases')));
    }
    return new QueryCheck(tables, this.report).body(child(node, 'QueryNoWith')!, outer);
  }

  private body(node: SyntaxNode, outer: Scope): Columns {
    const { columns, sources } = this.term(node.children[0], outer);
    // ORDER BY names the columns of the answer, or those that they are made of.
    for (const item of node.children.filter(({ kind }) => kind === 'SortItem')) this.expressions.check(item, sources.with(columns));
    return columns;
  }

  private term(node: SyntaxNode, outer: Scope): { readonly columns: Columns; readonly sources: Scope } {
    switch (node.kind) {
      case 'SetOperation': {
        const [left] = node.children.filter(({ kind }) => kind.startsWith('Query') || kind === 'SetOperation').map((side) => this.term(side, outer));
        return { columns: left.columns, sources: NO_SCOPE };
      }
      case 'QuerySpecification': return this.select(node, outer);
      case 'InlineTable': return { columns: this.values(node, outer), sources: NO_SCOPE };
      case 'Subquery': return { columns: this.body(child(node, 'QueryNoWith')!, outer), sources: NO_SCOPE };
      default: return this.term(node.children[0], outer);
    }
  }

  private values(node: SyntaxNode, outer: Scope): Columns {
    const rows = node.children.filter(({ kind }) => kind === 'Expression').map((row) => {
      const [tuple] = descendants(row, 'RowConstructor');
      const cells = tuple?.text === row.text ? tuple.children.filter(({ kind }) => kind === 'Expression') : [row];
      return cells.map((cell) => this.expressions.check(cell, outer));
    });
    return rows[0].map((type, index) => ({ name: `_col${index}`, type }));
  }

  private select(node: SyntaxNode, outer: Scope): { readonly columns: Columns; readonly sources: Scope } {
    const tables = node.children.filter(({ kind }) => kind === 'RelationDefault' || kind === 'JoinRelation');
    const sources = tables.reduce((scope, table) => new Scope([...scope.columns, ...this.relation(table, scope)], outer), new Scope([], outer));
    const columns = child(node, 'SelectList')!.children.filter(({ kind }) => kind === 'SelectItem').flatMap((item) => this.item(item, sources));
    for (const clause of node.children.filter(({ kind }) => ['WhereClause', 'GroupBy', 'HavingClause', 'WindowDefinition'].includes(kind))) {
      this.expressions.check(clause, sources);
    }
    return { columns, sources };
  }

  private item(node: SyntaxNode, sources: Scope): Columns {
    const [first] = node.children;
    if (first.kind === 'SelectAllWithoutTable') return sources.columns.map(({ name, type }) => ({ name, type }));
    if (first.kind === 'TableAllColumns') {
      const table = nameOf(first.children[0].text);
      return sources.columns.filter(({ relation }) => relation === table).map(({ name, type }) => ({ name, type }));
    }
    const type = this.expressions.check(first, sources);
    const name = node.children.length > 1 ? node.children.at(-1)!.text : first.text.split('.').at(-1)!;
    return [{ name: nameOf(name), type }];
  }

  /** The columns of what follows FROM; `before` are those of the tables before it, which UNNEST can name. */
  private relation(node: SyntaxNode, before: Scope): Columns {
    switch (node.kind) {
      case 'JoinRelation': return this.join(node, before);
      case 'AliasedRelation': {
        const aliases = child(node, 'ColumnAliases');
        const alias = node.children.slice(1).filter(({ kind, text }) => kind !== 'token' && text !== '').find(({ kind }) => kind.endsWith('Identifier'));
        const relation = alias ? nameOf(alias.text) : undefined;
        return renamed(this.relation(node.children[0], before), aliases).map((column) => ({ ...column, relation: relation ?? column.relation }));
      }
      case 'TableOrViewName': return this.table(node);
      case 'SubqueryRelation': return this.query(child(node, 'QueryStatement')!, before);
      case 'Unnest': {
        const arrays = node.children.filter(({ kind }) => kind === 'Expression');
        arrays.forEach((array) => this.expressions.check(array, before));
        const ordinality = /WITHORDINALITY$/i.test(node.text) ? [{ name: 'ordinality', type: 'integer' as const }] : [];
        return [...arrays.map((_array, index) => ({ name: `_col${index}`, type: 'unknown' as const })), ...ordinality];
      }
      case 'ParenthesizedRelation': return this.relation(node.children[1], before);
      default: return this.relation(node.children[0], before);
    }
  }

  private join(node: SyntaxNode, before: Scope): Columns {
    const [left, ...rest] = node.children.filter(({ kind }) => /Relation/.test(kind) || kind === 'RelationDefault');
    const first = this.relation(left, before);
    const both = [...first, ...rest.flatMap((right) => this.relation(right, before.with(first)))];
    const criteria = child(node, 'JoinCriteria');
    if (criteria && !/^USING/i.test(criteria.text)) this.expressions.check(criteria, before.with(both));
    return both;
  }

  private table(node: SyntaxNode): Columns {
    const name = nameOf(node.text.split('.').at(-1)!);
    const columns = this.tables.get(name);
    if (!columns) this.report(node, `No table or view is named ${name}.`);
    return (columns ?? []).map((column) => ({ ...column, relation: name }));
  }
}

function renamed(columns: Columns, aliases?: SyntaxNode): Columns {
  const names = aliases?.children.filter(({ kind }) => kind !== 'token').map(({ text }) => nameOf(text)) ?? [];
  return names.length === 0 ? columns : names.map((name, index) => ({ name, type: columns[index]?.type ?? 'unknown' }));
}

function child(node: SyntaxNode, kind: string): SyntaxNode | undefined {
  return node.children.find((each) => each.kind === kind);
}

function descendants(node: SyntaxNode, kind: string): SyntaxNode[] {
  return node.kind === kind ? [node] : node.children.flatMap((each) => descendants(each, kind));
}
