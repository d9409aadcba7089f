import { AnswerRow } from '../answer';
import { Colour } from '../colours';
import { formatted } from '../format';
import { Html, html } from '../html';
import { AnswerColumn } from '../questions/question';

/** An answer as a table; with colours, the table is the legend of a chart. */
export function dataTable(caption: string, columns: readonly AnswerColumn[], rows: readonly AnswerRow[], colours?: readonly Colour[]): Html {
  return html`<table class="data">
<caption>${caption}</caption>
<thead><tr>${columns.map(({ label, format }) => html`<th scope="col"${isNumber(format)}>${label}</th>`)}</tr></thead>
<tbody>${rows.map((row, index) => html`<tr>${columns.map(({ name, format }, place) => (
  place === 0
    ? html`<th scope="row">${colours && swatch(colours[index])}${formatted(row[name], format)}</th>`
    : html`<td${isNumber(format)}>${formatted(row[name], format)}</td>`
))}</tr>
`)}</tbody>
</table>`;
}

function isNumber(format: AnswerColumn['format']): Html {
  return format === 'count' || format === 'percent' ? html` class="number"` : html``;
}

function swatch(colour: Colour): Html {
  return html`<span class="swatch" style="background: var(${colour})"></span>`;
}
