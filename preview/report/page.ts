import { createHash } from 'crypto';
import { gzipSync } from 'zlib';
import { PipelineSummary } from '../summary';

export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

export type PageSubject = 'report' | 'dashboard';

export interface PageContents {
  readonly title: string;
  readonly subject: PageSubject;
  /** What the script gets. Undefined if there is no request. */
  readonly data: object | undefined;
}

/** A page as one file that loads nothing. Its script creates the page from the data. */
export function page(pipeline: PipelineSummary, { title, subject, data }: PageContents, { script, style }: PageAssets): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${data ? `<noscript><p>This ${subject} draws its charts and tables with JavaScript. It loads nothing.</p></noscript>` : empty(pipeline)}
</main>
<footer>Made by the preview of <code>cdk-api-usage-analytics</code>, from files on this machine. The charts are drawn with Apache ECharts.</footer>
${data ? `<script type="text/plain" id="data">${gzipSync(JSON.stringify(data), { level: 9 }).toString('base64')}</script>
<script>${script}</script>` : ''}
</body>
</html>
`;
}

function empty({ database, table }: PipelineSummary): string {
  return `<h1>No requests yet</h1><p>The table <code>${escapeHtml(`${database}.${table}`)}</code> is empty.</p>`;
}

/** The page loads nothing, and runs only its own script, even if a name contains markup. Charts write inline styles. */
function policy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
