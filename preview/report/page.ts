import { createHash } from 'crypto';
import { PipelineSummary } from '../summary';
import { Answer, Contents } from './answer';
import { Html, html, json } from './html';
import { pageData } from './page-data';
import { header } from './sections/header';
import { questionSection } from './sections/question-section';

export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** The whole report: one file that loads nothing. */
export function page(pipeline: PipelineSummary, contents: Contents | undefined, answers: readonly Answer[], { script, style }: PageAssets): string {
  const monthToDate = answers[0].rows.reduce((sum, { requests }) => sum + Number(requests), 0);
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<title>API usage: ${pipeline.construct}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
${contents ? header(pipeline, contents, monthToDate) : html`<h1>No requests yet</h1><p>The table <code>${pipeline.database}.${pipeline.table}</code> is empty.</p>`}
<noscript><p>Without JavaScript there are no charts; the tables have their numbers.</p></noscript>
${contents && answers.map(questionSection)}
<footer>Made by the preview of <code>cdk-api-usage-analytics</code>, from files on this machine. The charts are drawn with Apache ECharts.</footer>
</main>
<script type="application/json" id="data">${json(pageData(answers))}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.markup;
}

/** Nothing is loaded, and no script runs but ours, whatever a customer is called. Styles: the charts write them inline. */
function policy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}
