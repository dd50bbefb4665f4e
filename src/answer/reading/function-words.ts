// English words that say little about a question's subject. Pure.

const FUNCTION_WORDS = new Set(
  `a about actually after again all also am an and any anybody anyone anything are aren't around as at be because been before being but by can can't cannot could
couldn't curious did didn't do does doesn't doing don't dont each either else etc even ever every everyone folks for from get gets getting go going got guys had has have
haven't having he hello her here hey hi his how how's however i i'd i'll i'm i've id if im in into is isn't it it's its ive just kind know let let's like lot many
may maybe me might mine more most much must my need no not now of off ok okay on once one ones only or other our out over own perhaps please quite
rather really same say see shall she should so some somebody someone something sort still such sure tell than thank thanks that that's the their them then
there there's these they they're thing things think this those though through to too under until up us very want was wasn't way we we're well were
what what's whats when when's where where's whether which while who who's whom whose why why's will with won't wonder wondering would wouldn't yes yet you
you'd you'll you're you've your yours y'all`.split(/\s+/),
);

const ANAPHORIC =
  /\b(?:it|its|it's|that|that's|thats|this|these|those|they|them|their|there|he|she|him|her|one|ones|so|either|neither|both|same|such|else|instead|not|too)\b/i;

/** "Is there a prize?" points nowhere. */
const EXISTS = /\b(?:is|are|was|were|will|would|can|could|should|has|have)\s+there\b|\bthere(?:'s|’s| is| are| be)\b/gi;

/** Lower-cased words of a text, apostrophes straightened. */
export function splitWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
  );
}

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** What is longer is no word of any language that stands between spaces: "xxxxxxxx…", an encoded file. */
const LONGEST_WORD = 60;

/** The words of a text that name a subject: everything but function words. */
export function contentWords(text: string): readonly string[] {
  return splitWords(text).filter((word) => !isFunctionWord(word) && word.length > 1 && word.length <= LONGEST_WORD);
}

/** Words that measure, and name no subject: "and for how long?". */
const MEASURES = new Set(['big', 'early', 'far', 'late', 'long', 'often', 'old', 'soon']);

/** Whether a question names no subject of its own and so leans on what was said before: "and for how long?", "why?". */
export function leansOn(text: string): boolean {
  return contentWords(text).every((word) => MEASURES.has(word));
}

/** Whether a text points back to something said before ("that", "them", "so"). */
export function pointsBack(text: string): boolean {
  return ANAPHORIC.test(text.replace(EXISTS, ' '));
}
