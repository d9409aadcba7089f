import { Answer } from '../answer';
import { seriesColours } from '../colours';
import { count, percent } from '../format';
import { Html, html } from '../html';
import { dataTable } from './data-table';

/** A pie, its table beside it as the legend, and in a sentence what to see. */
export function pieSection({ question, rows }: Answer, { slice, size }: { readonly slice: keyof Answer['rows'][0]; readonly size: keyof Answer['rows'][0] }): Html {
  const total = rows.reduce((sum, row) => sum + Number(row[size]), 0);
  const [first] = rows;
  return html`<p class="takeaway"><strong>${String(first[slice])}</strong> has the largest share: ${percent(Number(first[size]) / total)} of ${count(total)} requests.</p>
<div class="beside">
<div class="chart pie" id="chart-${question.id}"></div>
${dataTable(question.title, question.answer, rows, seriesColours(rows.map((row) => String(row[slice]))))}
</div>`;
}
