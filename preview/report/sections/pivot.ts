import { Answer, AnswerRow } from '../answer';
import { count, percent } from '../format';
import { Html, html } from '../html';
import { AnswerColumnName } from '../questions/question';

interface Fields {
  readonly group: AnswerColumnName;
  readonly row: AnswerColumnName;
  readonly column: AnswerColumnName;
  readonly cell: AnswerColumnName;
}

/** A table of shares: a group has a row, and its rows below it, which open. */
export function pivotSection({ question, rows }: Answer, fields: Fields): Html {
  const columns = largestFirst(rows, fields.column, fields.cell);
  const groups = unique(rows.map((row) => String(row[fields.group])));
  const shares = (chosen: readonly AnswerRow[]): number[] =>
    columns.map((column) => sum(chosen.filter((row) => row[fields.column] === column), fields.cell));
  const inGroup = (group: string) => rows.filter((row) => row[fields.group] === group);
  const members = (group: string) => unique(inGroup(group).map((row) => String(row[fields.row])));
  const inRow = (group: string, member: string) => inGroup(group).filter((row) => row[fields.row] === member);
  const groupHeat = heat(groups.flatMap((group) => shares(inGroup(group))));
  const rowHeat = heat(rows.map((row) => Number(row[fields.cell])));
  const label = (name: AnswerColumnName) => question.answer.find((column) => column.name === name)!.label;
  const top = sum(rows.filter((row) => row[fields.column] === columns[0]), fields.cell);
  return html`<p class="takeaway"><strong>${endpoint(columns[0])}</strong> is called most: ${percent(top)} of ${count(sum(rows, 'requests'))} requests.
All cells together are 100%. Open a plan to see its customers.</p>
<div class="scroll" tabindex="0" role="region" aria-label="${question.title}, table">
<table class="pivot" id="pivot-${question.id}">
<caption>${question.title}: ${label(fields.cell).toLowerCase()}</caption>
<thead><tr><th scope="col">${label(fields.group)} and ${label(fields.row).toLowerCase()}</th>
${columns.map((column) => html`<th scope="col" class="number">${endpoint(column)}</th>`)}<th scope="col" class="number">All</th></tr></thead>
${groups.map((group, index) => html`<tbody class="group"><tr><th scope="rowgroup"><button type="button" aria-expanded="true" aria-controls="group-${index}">
${group}</button></th>${shares(inGroup(group)).map((share) => cell(share, groupHeat))}${cell(sum(inGroup(group), fields.cell))}</tr></tbody>
<tbody id="group-${index}">${members(group).map((member) => html`<tr><th scope="row">${member}</th>
${shares(inRow(group, member)).map((share) => cell(share, rowHeat))}${cell(sum(inRow(group, member), fields.cell))}</tr>`)}</tbody>
`)}<tfoot><tr><th scope="row">All</th>${shares(rows).map((share) => cell(share))}${cell(sum(rows, fields.cell))}</tr></tfoot>
</table></div>`;
}

function cell(share: number, intensity?: (share: number) => number): Html {
  if (share === 0) return html`<td class="number none"><span aria-label="none">·</span></td>`;
  return html`<td class="number"${intensity && html` style="--heat: ${intensity(share)}"`}>${percent(share)}</td>`;
}

/** How strongly a cell is coloured, from 0 to 100; by the root, so that small shares differ too. */
function heat(shares: readonly number[]): (share: number) => number {
  const largest = Math.max(...shares);
  return (share) => Math.round(Math.sqrt(share / largest) * 100);
}

/** The method above the path, which may break at its slashes: a narrow column. */
function endpoint(name: string): Html {
  const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(name) ?? [];
  return path ? html`<code><span class="method">${method}</span> ${path.split(/(?<=\/)/).map((part) => html`${part}<wbr>`)}</code>` : html`${name}`;
}

function largestFirst(rows: readonly AnswerRow[], name: AnswerColumnName, size: AnswerColumnName): string[] {
  const values = unique(rows.map((row) => String(row[name])));
  const sizes = new Map(values.map((value) => [value, sum(rows.filter((row) => row[name] === value), size)]));
  // What is in brackets, such as all others together, is no value of its own and stands last.
  const inBrackets = (value: string) => Number(value.startsWith('('));
  return values.sort((a, b) => inBrackets(a) - inBrackets(b) || sizes.get(b)! - sizes.get(a)!);
}

function sum(rows: readonly AnswerRow[], name: AnswerColumnName): number {
  return rows.reduce((total, row) => total + Number(row[name]), 0);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
