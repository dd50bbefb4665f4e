// A question that the notes at hand answer, as an example for whoever asks for help.
import type { Notes } from '../notes/notes.ts';

/** Long enough to be understood, short enough for a line. */
const [shortest, longest] = [15, 70];

/** The first question of a fitting length; null where the notes have none. */
export async function findExample({ notes }: { readonly notes: Pick<Notes, 'list'> }): Promise<string | null> {
  return pickExample((await notes.list()).map(({ question }) => question));
}

/** Pure. */
export function pickExample(questions: readonly string[]): string | null {
  const fits = ({ length }: string) => length >= shortest && length <= longest;
  const asking = questions.filter((question) => question.endsWith('?'));
  return asking.find(fits) ?? questions.find(fits) ?? null;
}
