// A question that the notes at hand answer, as an example for whoever asks for help.
import { type ListDependencies, listEntries } from '../notes/list-entries.ts';

/** Long enough to be understood, short enough for a line. */
const [shortest, longest] = [15, 70];

/** The first question of a fitting length that the notes answer there; null where they have none. */
export async function findExample(
  dependencies: ListDependencies,
  place: { readonly team: string; readonly channel: string },
): Promise<string | null> {
  return pickExample((await listEntries(dependencies, place)).map(({ question }) => question));
}

/** Pure. */
export function pickExample(questions: readonly string[]): string | null {
  const fits = ({ length }: string) => length >= shortest && length <= longest;
  const asking = questions.filter((question) => question.endsWith('?'));
  return asking.find(fits) ?? questions.find(fits) ?? null;
}
