// Languages beside English: which one a text is in, its stop words, its stems, and words where no spaces divide them. Pure.
import { stemmer as stemArabic } from '@orama/stemmers/arabic';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { stopwords as arabic } from '@orama/stopwords/arabic';
import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as japanese } from '@orama/stopwords/japanese';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as spanish } from '@orama/stopwords/spanish';

/** A language that texts are read in, as ISO 639-1 names it. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'ja' | 'ar';

interface Rules {
  readonly stopWords: ReadonlySet<string>;
  readonly stem: (plain: string) => string;
}

/** "Don’t" and "don't" become "dont", "Zürich" becomes "zurich". */
export function toPlain(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .toLowerCase();
}

function toRules(stopWords: readonly string[], stem: Rules['stem']): Rules {
  return { stopWords: new Set(stopWords.map(toPlain)), stem };
}

const rules: Readonly<Record<Exclude<Language, 'en'>, Rules>> = {
  de: toRules(german, stemGerman),
  fr: toRules(french, stemFrench),
  es: toRules(spanish, stemSpanish),
  pt: toRules(portuguese, stemPortuguese),
  ja: toRules(japanese, (plain) => plain),
  ar: toRules(arabic, stemArabic),
};
const englishWords = new Set(english.map(toPlain));
const byStopWords = ['de', 'fr', 'es', 'pt'] as const;

/** How many words of a text are looked at, and how many stop words of a language show that it is in it. */
const read = { words: 400, fewest: 2 } as const;

function share(text: string, script: RegExp): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(script)?.length ?? 0) / letters;
}

/** The language of a text by its script, else by its stop words; English where nothing shows another. */
export function guessLanguage(text: string): Language {
  const beginning = text.slice(0, 6_000);
  if (share(beginning, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  if (share(beginning, /\p{Script=Arabic}/gu) > 0.3) return 'ar';
  const words = (beginning.match(/\p{L}{2,}(?:['’]\p{L}+)*/gu) ?? []).slice(0, read.words).map(toPlain);
  const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length;
  const counts = byStopWords.map((language) => ({ language, many: count(rules[language].stopWords) }));
  const [best] = counts.sort((one, other) => other.many - one.many);
  const isSure = best !== undefined && best.many >= read.fewest && best.many >= 2 * count(englishWords);
  return isSure ? best.language : 'en';
}

/** True for an English word (lower case, without accents) that says nothing of a text's subject; what asks says something. */
export function isIdleWord(plain: string): boolean {
  return englishWords.has(plain) && !/^(?:who|whom|whose|what|when|where|why|which|how)$/.test(plain);
}

/** The language of a few words where they show it, English too; null where nothing does. */
export function recognizeLanguage(text: string): Language | null {
  const guessed = guessLanguage(text);
  if (guessed !== 'en') return guessed;
  const words = (text.match(/\p{L}{2,}(?:['’]\p{L}+)*/gu) ?? []).map(toPlain);
  return words.filter((word) => englishWords.has(word)).length >= read.fewest ? 'en' : null;
}

/** Which of the notes' languages a question is read in. */
export function chooseLanguage(text: string, languages: ReadonlySet<Language>): Language {
  const [first = 'en'] = languages;
  if (languages.size <= 1) return first;
  const guessed = guessLanguage(text);
  return languages.has(guessed) ? guessed : languages.has('en') ? 'en' : first;
}

/** The stem of a word (lower case, without accents); null for a stop word. English has rules of its own. */
export function toStemIn(language: Exclude<Language, 'en'>, plain: string): string | null {
  const { stopWords, stem } = rules[language];
  return stopWords.has(plain) ? null : toPlain(stem(plain));
}

const undivided =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const segmenters = new Map<string, Intl.Segmenter>();

/** The words of a run of letters: itself, but in scripts that put no space between words. */
export function divide(run: string): readonly string[] {
  if (!undivided.test(run)) return [run];
  const locale = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)
    ? 'ja'
    : /\p{Script=Han}/u.test(run)
      ? 'zh'
      : 'th';
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, segmenter);
  return [...segmenter.segment(run)].filter(({ isWordLike }) => isWordLike === true).map(({ segment }) => segment);
}
