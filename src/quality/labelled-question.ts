// A labelled set: questions with the entries that answer them. Pure.

/** One line of a labelled set. */
export interface LabelledQuestion {
  readonly text: string;
  /** Anchors, ids or questions of the entries that answer it, with the note and `#` in front where several notes have one; any of them is right; empty: no entry does. */
  readonly relevant: readonly string[];
  /** What sort of question it is ("typo", "uncovered", "chatter" …): results are listed by it. */
  readonly kind: string;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function parseLine(line: string, number: number): LabelledQuestion {
  const fail = (problem: string): never => {
    throw new Error(`Line ${number} of the labelled set ${problem}: ${line.slice(0, 80)}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail('is not JSON');
  }
  if (typeof value !== 'object' || value === null) return fail('is not an object');
  const { text, relevant, kind } = value as Record<string, unknown>;
  if (!isText(text)) return fail('has no "text"');
  if (!Array.isArray(relevant) || !relevant.every(isText)) return fail('has no list of anchors under "relevant"');
  return { text, relevant, kind: isText(kind) ? kind : relevant.length > 0 ? 'covered' : 'uncovered' };
}

/** Reads a labelled set, one JSON object a line; empty lines are skipped. Throws with the line's number where one is wrong. */
export function parseLabelledQuestions(text: string): readonly LabelledQuestion[] {
  return text.split(/\r?\n/).flatMap((line, place) => (line.trim() === '' ? [] : [parseLine(line, place + 1)]));
}
