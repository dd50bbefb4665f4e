// What a word is worth whatever the notes: how seldom it is used in questions of several fields.

/** Words used in fewer fields or questions than these are telling words: they get the highest weight. */
const fewestFields = 2;
const fewestQuestions = 4;

/**
 * A table for `scoring/word-weights.ts` from questions by field (`fields`: lists of texts). Each field weighs the same,
 * however many questions it has.
 */
export function toWordTable(fields, toWords) {
  const shares = new Map();
  for (const texts of fields) {
    const counts = new Map();
    for (const text of texts) {
      for (const word of new Set(toWords(text).map(({ plain }) => plain)))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    for (const [word, count] of counts) {
      const held = shares.get(word) ?? { share: 0, count: 0, fields: 0 };
      shares.set(word, {
        share: held.share + count / texts.length,
        count: held.count + count,
        fields: held.fields + 1,
      });
    }
  }
  const weigh = (share) => Math.round(20 * Math.log(1 + 1 / share));
  const kept = [...shares]
    .filter(([word, { count, fields: held }]) => held >= fewestFields && count >= fewestQuestions && !/\d/.test(word))
    .map(([word, { share }]) => [word, weigh(share / fields.length)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const unseen = Math.max(...kept.map(([, weight]) => weight));
  return { unseen, weights: Object.fromEntries(kept) };
}
