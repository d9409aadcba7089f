import { ANSWERS } from './question-answers';
import { costsSection } from './question-costs';
import { LATENCY_BOUNDS_MS } from '../src/query/measures/latency-buckets';
import { MEASURES } from '../src/query/measures/measures';
import { namedQuery } from '../src/query/named-query';
import { Question, SHEETS } from '../src/query/question';
import { QUESTIONS } from '../src/query/questions';
import { View } from '../src/query/views/view';
import { viewsOf } from '../src/query/views/views';
import { Missing } from '../src/query/visuals/resolved-visual';
import { COLUMNS } from '../src/schema/columns';
import { columnsOf } from '../src/schema/log-schema';

const DEFAULT_TABLE = 'logs';
const DEFAULT_BUFFERING_SECONDS = 300;

function viewsWithout(...omitted: string[]): View[] {
  return viewsOf({ columns: columnsOf({ extra: [], omitted }), requestTables: [DEFAULT_TABLE], bufferingSeconds: DEFAULT_BUFFERING_SECONDS });
}

/** The page of views, measures and questions, as text. */
export function questionsPage(): string {
  const views = viewsWithout();
  return [
    '# Views and questions',
    'Written from `src/query` by `npx projen`: change that, not this page. [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-question) says how to add a question.',
    'Days, months and hours are UTC. Counts are [lower bounds](operating.md#counts-are-lower-bounds), because API Gateway does not log every request that it rejects.',
    '## Views',
    ...views.flatMap(viewSection),
    '## Measures',
    `Percentiles come from buckets of latency, so that they can be computed for any filter. A percentile is the upper bound of its bucket: its error is at most the width of the bucket. The bounds are ${LATENCY_BOUNDS_MS.join(', ')} ms.`,
    table(['measure', 'label', 'unit'], MEASURES.map(({ id, label, unit }) => [`\`${id}\``, label, unit])),
    '## Questions',
    'Each question is a saved query in the workgroup of the pipeline. The answers are the first rows of the demo\'s answer.',
    ...SHEETS.flatMap((sheet) => [`### ${sheet}`, ...QUESTIONS.filter((question) => question.sheet === sheet).flatMap((question) => questionSection(question, views))]),
    ...costsSection(),
    '## What omitted columns take away',
    'A pipeline with `omitColumns` does not have the questions that need an omitted column. Each column that is not in this table takes no question away.',
    table(['column', 'questions'], omissions()),
    '',
  ].join('\n\n').replace(/\n+$/, '\n');
}

function viewSection({ name, comment, columns }: View): string[] {
  const own = columns.filter((column) => !COLUMNS.some((default_) => default_.name === column.name));
  const inherited = columns.length - own.length;
  return [
    `### \`${name}\``,
    comment,
    ...name === 'requests' ? [] : [
      ...inherited > 0 ? [`It has ${inherited} columns of [the table of requests](columns.md), and these:`] : [],
      table(['column', 'kind', 'what it is'], own.map((column) => [`\`${column.name}\``, column.kind, column.comment])),
    ],
  ];
}

function questionSection(question: Question, views: readonly View[]): string[] {
  const query = namedQuery(question, views);
  if (query instanceof Missing) throw new Error(`The question ${question.id} needs ${query.name}, which no view has.`);
  const { answer, metadata: { period } } = query;
  return [
    `#### ${question.title}`,
    `${question.question} Asked by: ${question.audience.toLowerCase()}. Period: ${String(period)}.${question.note === undefined ? '' : ` ${question.note}`}`,
    table(answer.map(({ label }) => label), (ANSWERS[question.id] ?? []).map((row) => answer.map(({ name }) => cell(row[name])))),
    `<details><summary>SQL</summary>\n\n\`\`\`sql\n${query.sql}\n\`\`\`\n\n</details>`,
  ];
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(4) : String(value).replaceAll('|', '\\|');
}

function omissions(): string[][] {
  return COLUMNS.filter((column) => !('essential' in column)).flatMap(({ name }) => {
    const views = viewsWithout(name);
    const lost = QUESTIONS.filter((question) => namedQuery(question, views) instanceof Missing);
    return lost.length === 0 ? [] : [[`\`${name}\``, lost.map(({ title }) => title).join(' · ')]];
  });
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
