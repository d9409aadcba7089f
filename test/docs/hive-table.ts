import { Database, quoteText } from '../../preview/query/database';

/** A table as a statement of Athena declares it: over JSON lines, with projected partitions. */
export interface HiveTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly partitionKeys: readonly string[];
  /** The key of the JSON objects by column, where it has another name. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
}

/** Reads the statement. All columns are strings. */
export function hiveTable(ddl: string): HiveTable {
  const [, name, columns, keys, serde, properties] = /^CREATE EXTERNAL TABLE (\w+) \((.*?)\)\nPARTITIONED BY \((.*?)\)\n.*?SERDEPROPERTIES \((.*?)\)\n.*?TBLPROPERTIES \((.*)\)\s*$/s.exec(ddl)!;
  const pairs = (text: string) => Object.fromEntries([...text.matchAll(/'([^']*)' = '([^']*)'/g)].map(([, key, value]) => [key, value]));
  const mapping = Object.fromEntries(Object.entries(pairs(serde)).map(([key, value]) => [key.replace('mapping.', ''), value]));
  return { name, columns: names(columns), partitionKeys: names(keys), mapping, properties: pairs(properties) };
}

function names(list: string): string[] {
  return list.trim().split(/,\s*/).map((column) => {
    const [, name] = /^(\w+) string$/.exec(column)!;
    return name;
  });
}

/** Loads the lines of objects as the OpenX SerDe reads them: keys in lower case. An object outside of the projected partitions has no rows. */
export async function loadHiveTable(database: Database, table: HiveTable, objects: Readonly<Record<string, string>>): Promise<void> {
  const columns = [...table.columns, ...table.partitionKeys];
  await database.execute(`CREATE OR REPLACE TABLE ${table.name} (${columns.map((column) => `${column} VARCHAR`).join(', ')})`);
  for (const [url, text] of Object.entries(objects)) {
    const partition = partitionOf(table, url);
    if (!partition) continue;
    for (const line of text.trimEnd().split('\n')) {
      const row = Object.fromEntries(Object.entries(JSON.parse(line) as object).map(([key, value]) => [key.toLowerCase(), String(value)]));
      const values = table.columns.map((column) => row[table.mapping[column] ?? column]);
      await database.execute(`INSERT INTO ${table.name} VALUES (${[...values, ...partition].map((value) => value === undefined ? 'NULL' : quoteText(value)).join(', ')})`);
    }
  }
}

/** The values of the partition that an object is in. */
function partitionOf({ partitionKeys, properties }: HiveTable, url: string): string[] | undefined {
  const location = properties['storage.location.template'].replace(/\$\{(\w+)\}/g, '(?<$1>[^/]+)');
  const values = new RegExp(`^${location}[^/]+$`).exec(url)?.groups;
  const projected = values && partitionKeys.every((key) => {
    const [first, last] = properties[`projection.${key}.range`].split(',').map(Number);
    return values[key].length === Number(properties[`projection.${key}.digits`]) && Number(values[key]) >= first && Number(values[key]) <= last;
  });
  return projected ? partitionKeys.map((key) => values[key]) : undefined;
}
