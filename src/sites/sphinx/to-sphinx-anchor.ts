// The fragment that Sphinx gives a heading. Pure.

/** Letters that docutils writes with ASCII letters although they do not take apart. */
const digraphs: Readonly<Record<string, string>> = {
  ß: 'sz',
  æ: 'ae',
  œ: 'oe',
  ȸ: 'db',
  ȹ: 'qp',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
};

/**
 * Anchor of a heading as docutils makes it: lower case, accents taken off, every run of anything but ASCII letters and
 * digits becomes one `-`; what does not begin with a letter loses what is before it.
 * Rule: `make_id` in https://github.com/docutils/docutils/blob/master/docutils/docutils/nodes.py
 */
export function toSphinxAnchor(heading: string): string {
  return [...heading.toLowerCase()]
    .map((letter) => digraphs[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/\P{ASCII}/gu, '')
    .split(/\s+/)
    .join(' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
}
