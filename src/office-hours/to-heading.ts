// The heading of a question: as a reader would look for it, not as somebody typed it in a hurry. Pure.
import { cleanWording } from '../answer/reading/clean-wording.ts';
import { isExplicit } from '../answer/reading/question-forms.ts';

/** What people put before a question, and nobody looks for. */
const opening =
  /^(?:(?:hi|hey|hello|ok|okay|so|well|um+|and|but|also|quick question|one more question|another question|question|maybe a silly question|sorry|thanks|thank you|please)\b(?: (?:all|everyone|everybody|there|team|folks))?[\s,:;.!–-]+)+/iu;
/** Longest heading that needs no shortening, in characters. */
const longest = 110;

/** `wordings`: as it was asked, the first one first. The best of them in one line; empty where none has a word. */
export function toHeading(wordings: readonly string[]): string {
  const candidates = wordings.map(tidy).filter((text) => text !== '');
  const good = candidates.filter((text) => text.length <= longest && isExplicit(text));
  return good[0] ?? candidates.toSorted((one, other) => one.length - other.length)[0] ?? '';
}

function tidy(wording: string): string {
  const clean = cleanWording(wording);
  const sentences = clean.match(/[^.!?]+[.!?]*/gu)?.map((sentence) => sentence.trim()) ?? [];
  const asking = sentences.filter((sentence) => isExplicit(sentence));
  // A question with the sentences that it needs is left whole where they fit; else its own sentence is the heading.
  const [only] = asking;
  const text = asking.length === 1 && only !== undefined && only.split(' ').length >= 4 ? only : clean;
  const bare = text.replace(opening, '').replace(/\s*([?!.…])[?!.…]*$/u, '$1');
  const said = bare === '' ? text : bare;
  const marked = /[?!.…]$/u.test(said) || !isExplicit(said) ? said : `${said}?`;
  return marked.charAt(0).toLocaleUpperCase() + marked.slice(1);
}
