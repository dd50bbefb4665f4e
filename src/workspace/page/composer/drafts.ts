// What was typed and not yet sent, by place and person, for as long as the page is open.
import { useCallback, useState } from 'react';

const drafts = new Map<string, string>();

/** The draft of one place; it is there again when one comes back. */
export function useDraft(place: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(drafts.get(place) ?? '');
  const keep = useCallback(
    (next: string) => {
      drafts.set(place, next);
      setText(next);
    },
    [place],
  );
  return [text, keep];
}
