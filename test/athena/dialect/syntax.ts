import { createRequire } from 'module';
import { dirname, join } from 'path';
import { buildSync } from 'esbuild';
import { installedOnce } from '../../support/installed-once';

/** A node of a syntax tree, named after the rule of Trino's grammar, or `token`. */
export interface SyntaxNode {
  readonly kind: string;
  readonly text: string;
  readonly line: number;
  readonly children: readonly SyntaxNode[];
}

export interface SyntaxError {
  readonly line: number;
  readonly message: string;
}

interface AntlrTree {
  readonly children?: readonly AntlrTree[];
  readonly start?: { readonly line: number };
  readonly symbol?: { readonly line: number };
  getText(): string;
}

interface AntlrParser {
  removeErrorListeners(): void;
  addErrorListener(listener: object): void;
  program(): AntlrTree;
}

interface AntlrModule {
  readonly CharStreams: { fromString(text: string): unknown };
  readonly CommonTokenStream: new (lexer: unknown) => unknown;
  readonly TrinoSqlLexer: new (text: unknown) => unknown;
  readonly TrinoSqlParser: new (tokens: unknown) => AntlrParser;
}

const ANTLR = antlrModule();

/** Parses a statement by Trino's grammar; whether names and types exist is not asked. */
export function parse(sql: string): { readonly tree: SyntaxNode; readonly errors: readonly SyntaxError[] } {
  const errors: SyntaxError[] = [];
  const parser = new ANTLR.TrinoSqlParser(new ANTLR.CommonTokenStream(new ANTLR.TrinoSqlLexer(ANTLR.CharStreams.fromString(sql))));
  parser.removeErrorListeners();
  const ignore = () => undefined;
  parser.addErrorListener({
    syntaxError: (_recognizer: unknown, _symbol: unknown, line: number, _column: number, message: string) => errors.push({ line, message }),
    reportAmbiguity: ignore,
    reportAttemptingFullContext: ignore,
    reportContextSensitivity: ignore,
  });
  return { tree: nodeOf(parser.program()), errors };
}

function nodeOf(tree: AntlrTree): SyntaxNode {
  const kind = tree.symbol ? 'token' : tree.constructor.name.replace(/Context$/, '');
  return {
    kind,
    // The text of few nodes is asked for, and it is put together anew each time.
    get text() {
      return tree.getText();
    },
    line: (tree.symbol ?? tree.start)?.line ?? 0,
    children: (tree.children ?? []).map(nodeOf),
  };
}

/** The parser's package can be imported by a bundler only. */
function antlrModule(): AntlrModule {
  const require = createRequire(__filename);
  const { version } = require('dt-sql-parser/package.json') as { version: string };
  const folder = installedOnce('.cache', `trino-parser-${version}`, (outdir) => buildSync({
    stdin: {
      contents: `export { TrinoSqlLexer } from './dist/lib/trino/TrinoSqlLexer';
        export { TrinoSqlParser } from './dist/lib/trino/TrinoSqlParser';
        export { CharStreams, CommonTokenStream } from 'antlr4ng';`,
      resolveDir: dirname(require.resolve('dt-sql-parser/package.json')),
    },
    bundle: true,
    platform: 'node',
    // A node is known by the name of its class.
    keepNames: true,
    outfile: join(outdir, 'parser.js'),
  }));
  return require(join(folder, 'parser.js')) as AntlrModule;
}
