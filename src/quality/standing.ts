// Where the notes stand: of a hundred questions so many answered, suggested, missed, and how to get more. Pure.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { SearchIndex } from '../search/build-index.ts';

/** Of a hundred questions that the notes cover. They add up to a hundred. */
export interface Standing {
  readonly answered: number;
  readonly suggested: number;
  readonly missed: number;
  /** Entries with fewer wordings than `enoughWordings`, of all. */
  readonly lacking: number;
  readonly entries: number;
}

/** From so many wordings on an entry is not asked about by `rolecall phrasings draft`, unless `--below` says more. */
export const enoughWordings = 5;

/** From so many on an entry counts as one with plenty. */
const plenty = 12;

/** Of a hundred questions answered right, and answered or among the three suggested. */
type Reached = readonly [answered: number, found: number];

/**
 * In a channel: means over the thirteen documents of other teams and the sixteen programmes of bench/quality.md, bare, with eight and with
 * sixteen drafted wordings an entry, to five in a hundred.
 */
const measured: Readonly<Record<SearchIndex['reading'], Readonly<Record<'bare' | 'phrased' | 'plenty', Reached>>>> = {
  words: { bare: [15, 40], phrased: [40, 75], plenty: [50, 80] },
  'words-and-meaning': { bare: [50, 85], phrased: [75, 95], plenty: [85, 95] },
};

/**
 * Where notes with so many wordings stand. Their own wordings, each left out, would say far too little: drafted ones are made to be unlike
 * each other (26 of a hundred answered where people's questions came to 61).
 */
export function toStanding({ entries }: Pick<Knowledge, 'entries'>, reading: SearchIndex['reading']): Standing | null {
  if (entries.length === 0) return null;
  const levels = entries.map(({ phrasings: { length } }) =>
    length < enoughWordings ? 'bare' : length < plenty ? 'phrased' : 'plenty',
  );
  const [answered = 0, found = 0] = [0, 1].map((at) =>
    Math.round(levels.reduce((sum, level) => sum + (measured[reading][level][at] ?? 0), 0) / entries.length),
  );
  const lacking = levels.filter((level) => level === 'bare').length;
  return { answered, suggested: found - answered, missed: 100 - found, lacking, entries: entries.length };
}

/** One or two sentences: where the notes stand and, where wordings are missing, the command that gets them. */
export function describeStanding(standing: Standing | null): readonly string[] {
  if (standing === null) return [];
  const { answered, suggested, missed, lacking, entries } = standing;
  const stands = `Of a hundred questions that these notes cover about ${answered} get the answer in a channel, ${suggested} a suggestion, and ${missed} nothing, as other teams' notes with as many wordings.`;
  if (lacking === 0) return [stands];
  const who = lacking === entries && entries > 1 ? `All ${entries}` : `${lacking} of ${entries}`;
  const lack = `${entries === 1 ? 'entry' : 'entries'} ${lacking === 1 ? 'has' : 'have'} fewer than ${enoughWordings} other wordings`;
  return [
    stands,
    `${who} ${lack}: npm run rolecall -- phrasings draft gets more from a language model, phrasings prompt from any assistant, phrasings mine from a Slack export.`,
  ];
}
