import { createHash } from 'crypto';
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
  readonly interpreter: { predictionMode: number };
  removeErrorListeners(): void;
  addErrorListener(listener: object): void;
  program(): AntlrTree;
}

interface AntlrModule {
  readonly CharStreams: { fromString(text: string): unknown };
  readonly CommonTokenStream: new (lexer: unknown) => unknown;
  readonly PredictionMode: { readonly SLL: number; readonly LL: number };
  readonly TrinoSqlLexer: new (text: unknown) => unknown;
  readonly TrinoSqlParser: new (tokens: unknown) => AntlrParser;
}

/** What a bundle has of the parser's packages. */
const ENTRY = `export { TrinoSqlLexer } from './dist/lib/trino/TrinoSqlLexer';
export { TrinoSqlParser } from './dist/lib/trino/TrinoSqlParser';
export { CharStreams, CommonTokenStream, PredictionMode } from 'antlr4ng';`;

const ANTLR = antlrModule();

export interface Parsed {
  readonly tree: SyntaxNode;
  readonly errors: readonly SyntaxError[];
}

/** Parses a statement by Trino's grammar; whether names and types exist is not asked. */
export function parse(sql: string): Parsed {
  // SLL is several times as fast. Where it finds no error, LL gives the same tree.
  const fast = parseBy(ANTLR.PredictionMode.SLL, sql);
  return fast.errors.length === 0 ? fast : parseBy(ANTLR.PredictionMode.LL, sql);
}

function parseBy(predictionMode: number, sql: string): Parsed {
  const errors: SyntaxError[] = [];
  const parser = new ANTLR.TrinoSqlParser(new ANTLR.CommonTokenStream(new ANTLR.TrinoSqlLexer(ANTLR.CharStreams.fromString(sql))));
  parser.interpreter.predictionMode = predictionMode;
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
  const entry = createHash('sha256').update(ENTRY).digest('hex').slice(0, 8);
  const folder = installedOnce('.cache', `trino-parser-${version}-${entry}`, (outdir) => buildSync({
    stdin: { contents: ENTRY, resolveDir: dirname(require.resolve('dt-sql-parser/package.json')) },
    bundle: true,
    platform: 'node',
    // A node is known by the name of its class.
    keepNames: true,
    outfile: join(outdir, 'parser.js'),
  }));
  return require(join(folder, 'parser.js')) as AntlrModule;
}
