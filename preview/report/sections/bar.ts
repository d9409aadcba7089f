import { Answer } from '../answer';
import { Html, html } from '../html';
import { dataTable } from './data-table';

/** Bars of one value of the filter at a time; the script fills in the choice, and draws. */
export function barSection({ question, rows }: Answer, { filter }: { readonly filter: keyof Answer['rows'][0] }): Html {
  const label = question.answer.find(({ name }) => name === filter)!.label;
  const values = [...new Set(rows.map((row) => String(row[filter])))];
  const { id } = question;
  return html`<div class="controls">
<label>${label} <select id="filter-${id}">${values.map((value) => html`<option>${value}</option>`)}</select></label>
<label><input type="checkbox" id="failed-${id}"> Only failed requests (status 400 and above)</label>
</div>
<p class="takeaway" id="takeaway-${id}" aria-live="polite"></p>
<div class="chart bar" id="chart-${id}"></div>
<details><summary>These numbers as a table, of all plans</summary><div class="scroll" tabindex="0" role="region" aria-label="${question.title}, table">
${dataTable(question.title, question.answer, rows)}
</div></details>`;
}
