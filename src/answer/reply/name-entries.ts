// Entries as a choice shows them: by their questions, and by their posts where two have the same. Pure.
import type { Entry } from '../../knowledge/entry.ts';
import { toSameWording } from '../../knowledge/phrasings/parse-phrasings.ts';

type Named = Pick<Entry, 'question' | 'note'> & { readonly post: Pick<Entry['post'], 'title'> };

/** A name for each, in order. Where another of them has the same question the post's title stands behind, or the note's path where that is alike too. */
export function nameEntries(entries: readonly Named[]): readonly string[] {
  return entries.map((entry) => {
    const namesakes = entries.filter(
      (other) => other !== entry && toSameWording(other.question) === toSameWording(entry.question),
    );
    if (namesakes.length === 0) return entry.question;
    const { title } = entry.post;
    const isTelling = title !== '' && namesakes.every(({ post }) => post.title !== title);
    return `${entry.question} (${isTelling ? title : entry.note})`;
  });
}
