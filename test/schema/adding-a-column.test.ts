import { Template } from 'aws-cdk-lib/assertions';
import * as ts from 'typescript';
import { Build, COLUMNS_FILE, columnsWith } from './one-line-more';
import { newStack } from '../support/app';
import { environmentOf } from '../support/readable';
import { listOf, propertiesOf } from '../support/template';

const NAME = 'quota_used';
const LINE = `{ name: '${NAME}', kind: 'integer', variable: 'authorizer.quotaUsed', fromCaller: true, comment: 'What the authorizer counted.' },`;

const build = new Build(columnsWith(LINE));

let format: string;
let template: Template;
let page: string;

beforeAll(async () => {
  await build.functions();
  const { ApiUsageAnalytics, columnsPage } = await build.library();
  const stack = newStack();
  format = new ApiUsageAnalytics(stack, 'Usage').accessLogFormat.toString();
  template = Template.fromStack(stack);
  page = columnsPage();
});

afterAll(() => build.end());

test('one line in the table of columns is in the access log format, at the end of what callers influence', () => {
  expect(format).toMatch(new RegExp(`,"${NAME}":"\\$context\\.authorizer\\.quotaUsed","fieldCount":"\\d+"\\}\\n$`));
});

test('it is the last column of the table in Glue, with its type and comment', () => {
  const columns = listOf(propertiesOf(template, 'AWS::Glue::Table', 'UsageCatalogTable').TableInput.StorageDescriptor.Columns);
  expect(columns.at(-1)).toEqual({ Name: NAME, Type: 'bigint', Comment: 'What the authorizer counted.' });
});

test('the handler reads, types and writes it', () => {
  const line = format.replace('$context.authorizer.quotaUsed', '17').replace(/\$context\.[\w.]+/g, '-');
  const row = build.row(line, environmentOf(template, 'UsageEnrichment'));
  expect(row).toMatchObject({ [NAME]: 17, parse_status: 'strict', status: null });
});

test('the page of columns has it', () => {
  expect(page).toContain(`| \`${NAME}\` | integer | \`$context.authorizer.quotaUsed\` | caller | What the authorizer counted. |`);
});

test('the compiler knows its name, and which one a misspelt one may mean', () => {
  const messages = diagnosticsOf(columnsWith(LINE), `import { ColumnName } from './columns';
    export const right: ColumnName = '${NAME}';
    export const wrong: ColumnName = 'quota_usd';`);
  expect(messages).toEqual([expect.stringMatching(new RegExp(`'"quota_usd"' is not assignable .*Did you mean '"${NAME}"'`))]);
});

test('without the line there is no such name', () => {
  const unchanged = columnsWith('');
  expect(diagnosticsOf(unchanged, `import { ColumnName } from './columns'; export const name: ColumnName = '${NAME}';`)).toHaveLength(1);
});

/** What the compiler says of a file beside the table of columns, when that has this text. */
function diagnosticsOf(columns: string, source: string): string[] {
  const use = COLUMNS_FILE.replace('columns.ts', 'use-of-columns.ts');
  const texts = new Map([[COLUMNS_FILE, columns], [use, source]]);
  const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...others) =>
    texts.has(file) ? ts.createSourceFile(file, texts.get(file)!, version) : getSourceFile(file, version, ...others);
  const program = ts.createProgram([use], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
