import { existsSync } from 'fs';
import { join } from 'path';
import { shop } from './hand-made-app';
import { ordersApp, REQUEST } from './orders-app';
import { commandHere, previewed, requestsFile } from './previewing';
import { edited, Properties } from './template-edits';
import { temporaryFolder } from './temporary-folder';
import { ApiUsageAnalyticsProps, RecordFormat, UsageCatalog } from '../../src';

/* Names of a template come from outside. In SQL, each is one identifier, whatever it contains. */

const marker = join(temporaryFolder(), 'written-by-sql');
afterEach(() => expect(existsSync(marker)).toBe(false));

/** A name that ends the quotes or brackets around it, and then writes a file. */
const writing = (end: string) => `x${end}; COPY (SELECT 1) TO '${marker}'; --`;

/** A name that makes complete statements of a question that puts it in double quotes as it is. */
const COMPLETE = `api_keys", (SELECT now() AS requested_at)) SELECT 1; COPY (SELECT 1) TO '${marker}'; WITH newest AS (SELECT 1 FROM "api_keys`;

const quoted = (name: string) => `"${name.replace(/"/g, '""')}"`;

const TABLE = 'AWS::Glue::Table';
const DATABASE = 'AWS::Glue::Database';

describe.each<[string, ApiUsageAnalyticsProps]>([
  ['JSON', {}],
  ['Parquet', { format: RecordFormat.parquet(), catalog: UsageCatalog.projected() }],
])('%s', (_, props) => {
  test.each([
    ['end double quotes', writing('"')],
    ['end quotes', writing('\'')],
    ['end a list in quotes', writing('\')')],
    ['end a structure in quotes', writing('\'}')],
    ['are complete statements', COMPLETE],
  ])('a database, a table and a column whose names %s', async (__, name) => {
    const [template] = ordersApp(props);
    edited(template, DATABASE, ({ DatabaseInput }) => (DatabaseInput.Name = name));
    edited(template, TABLE, ({ TableInput }) => {
      // Views would name the table as it was.
      delete TableInput.ViewOriginalText;
      TableInput.StorageDescriptor.Columns.push({ Name: name, Type: 'string' });
      if (TableInput.Name === 'logs') TableInput.Name = name;
    });
    const { rows, preview } = await previewed(template, [REQUEST], `SELECT customer_name, ${quoted(name)} FROM ${quoted(name)}.${quoted(name)}`);
    expect(rows).toEqual(['Umbrella Ltd,']);
    // The questions of the template are about the database of the former name.
    expect([...preview.problems, ...preview.notes.filter((note) => !note.startsWith('no report'))]).toEqual([]);
  });

  test('a partition key', async () => {
    const name = writing('"');
    const template = edited(ordersApp(props)[0], TABLE, ({ TableInput }) => {
      if (TableInput.Name === 'logs') TableInput.PartitionKeys.push({ Name: name, Type: 'string' });
    });
    const { rows } = await previewed(template, [REQUEST], `SELECT count(${quoted(name)}) FROM logs`);
    expect(rows).toEqual(['0']);
  });
});

test.each<[string, string, (properties: Properties) => void]>([
  ['table', TABLE, ({ TableInput }) => (TableInput.Name = 'lo\u0000gs')],
  ['database', DATABASE, ({ DatabaseInput }) => (DatabaseInput.Name = 'us\u001bage')],
  ['column', TABLE, ({ TableInput }) => (TableInput.StorageDescriptor.Columns[0].Name = 'request\nid')],
  ['partition key', TABLE, ({ TableInput }) => (TableInput.PartitionKeys[0].Name = '')],
])('a %s with a name that Glue refuses is refused', async (what, type, edit) => {
  const template = edited(shop(), type, edit);
  const { status, stderr } = await commandHere(['--template', template, '--requests', requestsFile([{}]), '--out', temporaryFolder()]);
  expect(stderr).toMatch(new RegExp(`^error: [^\\n]*${what}[^\\n]*\\n$`));
  expect(status).toBe(2);
});
