import { DIRECTORY_TABLES } from '../src/directory/tables/tables';
import { Column } from '../src/schema/column';
import { COLUMNS } from '../src/schema/columns';
import { PARTITIONS } from '../src/storage/partitions';

interface Documented {
  readonly name: string;
  readonly kind: string;
  readonly comment: string;
}

/** The page of columns, as text. */
export function columnsPage(columns: readonly Column[] = COLUMNS): string {
  return [
    '# Columns',
    'Written from `src/schema/columns.ts` and `src/directory/tables/*-table.ts` by `npx projen`: change those, not this page.',
    '## Requests: `logs`',
    'One row for each request that API Gateway logged. A value that was absent is null.',
    'A caller can choose or influence the columns marked *caller*; a forged value never reaches a column that is not marked.',
    table(['column', 'kind', 'from', 'caller', 'what it is'], columns.map((column) => [
      `\`${column.name}\``, kindOf(column), sourceOf(column), column.fromCaller ? 'caller' : '', column.comment,
    ])),
    '### Partitions',
    'Strings, by the time of arrival at the delivery stream, UTC.',
    table(['key', 'what it is'], PARTITIONS.map(({ key, comment }) => [`\`${key}\``, comment])),
    ...DIRECTORY_TABLES.flatMap(({ name, comment, columns: documented }) => [
      `## Directory: \`${name}\``, comment, table(['column', 'kind', 'what it is'], documented.map(rowOf)),
    ]),
    '',
  ].join('\n\n').replace(/\n+$/, '\n');
}

function kindOf(column: Column): string {
  return column.kind === 'text' ? `text, at most ${column.maxBytes} bytes` : column.kind;
}

function sourceOf({ variable }: Column): string {
  return variable === undefined ? 'the enrichment' : `\`$context.${variable}\``;
}

function rowOf({ name, kind, comment }: Documented): string[] {
  return [`\`${name}\``, kind, comment];
}

function table(header: string[], rows: readonly string[][]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
