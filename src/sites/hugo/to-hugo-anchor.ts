// The fragment that Hugo gives a heading. Pure.

const kept = /[\p{L}\p{Nd}_-]/u;

/**
 * Anchor of a heading as Hugo's default style (`markup.goldmark.parser.autoHeadingIDType: github`) makes it:
 * trimmed and lower-cased; letters, digits, `_` and `-` stay, each space becomes one `-`, the rest is dropped.
 * Hyphens are never collapsed or trimmed. A heading that leaves nothing is called `heading`.
 * Rule: `sanitizeAnchorName` in https://github.com/gohugoio/hugo/blob/master/markup/goldmark/autoid.go
 */
export function toHugoAnchor(heading: string): string {
  const anchor = [...heading.trim()]
    .map((letter) => (letter === ' ' ? '-' : kept.test(letter) ? letter.toLowerCase() : ''))
    .join('');
  return anchor === '' ? 'heading' : anchor;
}
