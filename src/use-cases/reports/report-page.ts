// A report as one page that needs nothing besides: no script, no picture, no font from elsewhere. Pure but for the hash.
import { createHash } from 'node:crypto';

/** Colours, type and page of every report. */
const frame = `
:root { color-scheme: light dark; --ink: #1d1c1d; --soft: #5c5b5e; --line: #dddcdf; --paper: #fff; --shade: #f6f5f7;
  --answer: #1d7a5a; --suggest: #a8711a; --uncovered: #a3375c; --silent: #8c8b90; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e8ea; --soft: #a9a8ad; --line: #3c3b40; --paper: #1a1a1d; --shade: #242428;
  --answer: #4fbf97; --suggest: #dca54a; --uncovered: #e2789b; --silent: #8c8b90; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 56rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
p { margin: .25rem 0; } .soft { color: var(--soft); }
`;

/** What a page consists of: `style` is CSS beside what every report has, `intro` and `body` are HTML. */
export interface ReportParts {
  readonly style: string;
  readonly intro: string;
  readonly body: string;
}

/** `title` is plain text. */
export function toReportPage(title: string, { style: own, intro, body }: ReportParts): string {
  const style = frame + own;
  // The policy lets in the page's own style and nothing else. https://www.w3.org/TR/CSP3/#grammardef-hash-source
  const styleHash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${toHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${toHtml(title)}</h1>${intro}</header>
<main>
${body}
</main>
</body>
</html>
`;
}

/** Plain text as HTML. */
export function toHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
