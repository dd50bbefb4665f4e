// `markdown-it-footnote` 4.0.0 comes without declarations. Types only.
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  const footnotes: (reader: MarkdownIt) => void;

  export { footnotes as default };
}
