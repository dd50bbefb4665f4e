// Texts cut between characters, as people see them. Pure.

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The longest beginning of at most `max` UTF-16 units that ends between two characters: an emoji is kept whole or left out. */
export function cutCharacters(text: string, max: number): string {
  if (text.length <= max) return text;
  // A character of more units than these is no character that anybody typed.
  const window = text.slice(0, max + 64);
  let end = 0;
  for (const { index, segment } of segmenter.segment(window)) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
