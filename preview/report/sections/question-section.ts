import { Answer } from '../answer';
import { Html, html } from '../html';
import { barSection } from './bar';
import { pieSection } from './pie';
import { pivotSection } from './pivot';
import { STAND_INS } from '../questions/month-to-date';

/** A question, its picture, and the SQL that answers it. */
export function questionSection(answer: Answer): Html {
  const { question, sql } = answer;
  return html`<section aria-labelledby="${question.id}">
<h2 id="${question.id}">${question.title}</h2>
<p class="question">${question.question}</p>
${picture(answer)}
${standIns(answer)}<details><summary>SQL for Athena</summary>
<button type="button" class="copy" data-copies="sql-${question.id}">Copy</button>
<pre tabindex="0" role="region" aria-label="SQL of ${question.title}"><code id="sql-${question.id}">${sql}</code></pre>
</details>
</section>
`;
}

function picture(answer: Answer): Html {
  const { question: { visual }, missing, rows } = answer;
  if (missing.length > 0) return html`<p class="takeaway">This pipeline leaves out ${missing.join(', ')}, so there is no answer.</p>`;
  if (rows.length === 0) return html`<p class="takeaway">No request answers this.</p>`;
  switch (visual.kind) {
    case 'pie': return pieSection(answer, visual);
    case 'bar': return barSection(answer, visual);
    case 'pivot': return pivotSection(answer, visual);
  }
}

/** What the names in brackets mean, as far as there are any. */
function standIns({ rows }: Answer): Html | undefined {
  const names = new Set(rows.flatMap((row) => Object.values(row)));
  const present = STAND_INS.filter(({ name }) => names.has(name));
  if (present.length === 0) return undefined;
  return html`<p class="stand-ins">In brackets is what no usage plan accounts for. ${present.map(({ name, meaning }) => html`<b>${name}</b>: ${meaning}. `)}</p>
`;
}
