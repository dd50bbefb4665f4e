// The fragment that Hexo gives a heading. Pure.

/** Letters that are written with others although they do not take apart. */
const digraphs: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
};

/** Quotation marks and dashes as marked sets them. */
function setTypes(text: string): string {
  return text
    .replace(/(^|[-—/([{"\s])'/g, '$1‘')
    .replaceAll("'", '’')
    .replace(/(^|[-—/([{‘\s])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('...', '…');
}

/**
 * Anchor of a heading as Hexo makes it: its letters as they are, Latin accents taken off, every run of white space and
 * ASCII punctuation becomes one `-`. Other signs stay.
 * Rule: `slugize` of https://www.npmjs.com/package/hexo-util, as https://www.npmjs.com/package/hexo-renderer-marked calls it.
 */
export function toHexoAnchor(heading: string): string {
  return [...setTypes(heading.trim())]
    .map((letter) => digraphs[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[\u{300}-\u{36F}]/gu, '')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
