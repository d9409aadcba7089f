import { PipelineSummary } from '../../summary';
import { Contents } from '../answer';
import { count } from '../format';
import { Html, html } from '../html';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What this is, of what, and of which time. */
export function header(pipeline: PipelineSummary, contents: Contents, monthToDate: number): Html {
  const newest = new Date(contents.newest);
  const copies = pipeline.rows - contents.requests;
  return html`<header>
<p class="eyebrow">API Gateway usage</p>
<h1>Who used the API in ${MONTH.format(newest)}?</h1>
<p class="lead">Every request of the month to date, by usage plan, customer, status and endpoint. Month to date means from
the 1st to the newest request, <time datetime="${contents.newest}">${DAY.format(newest)}, ${contents.newest.slice(11, 16)} UTC</time>.</p>
<dl class="facts">
${fact('Requests, month to date', count(monthToDate), contents.internal > 0 ? 'each counted once, without your own keys' : 'each counted once')}
${fact('Requests, all', count(contents.requests), `${DAY.format(new Date(contents.oldest))} to ${DAY.format(newest)}`)}
${fact('Delivered', count(pipeline.delivered), copies > 0 ? `log entries as files; ${count(copies)} came twice` : 'log entries as files')}
${fact('Failed', count(pipeline.failed), 'log entries kept as error objects')}
${fact('Unresolved', count(pipeline.unresolved), 'from a stage that no template has')}
</dl>
<p class="source">Pipeline <code>${pipeline.construct}</code>, database <code>${pipeline.database}</code>, table <code>${pipeline.table}</code>,
${count(pipeline.objects)} ${pipeline.format === 'parquet' ? 'Parquet' : 'JSON'} files</p>
</header>`;
}

function fact(label: string, value: string, explanation: string): Html {
  return html`<div><dt>${label}</dt><dd>${value}</dd><dd class="explanation">${explanation}</dd></div>
`;
}
