// The bot's own sentences in the language that `BOT_LOCALE` names; what it says about a role comes from the notes. Pure but for `speak`.
import type { Decision } from './decision.ts';
import * as english from './wording/english.ts';
import * as englishCircle from './wording/english-circle.ts';
import * as englishHours from './wording/english-hours.ts';
import * as englishTeam from './wording/english-team.ts';
import * as french from './wording/french.ts';
import * as frenchCircle from './wording/french-circle.ts';
import * as frenchHours from './wording/french-hours.ts';
import * as frenchTeam from './wording/french-team.ts';
import * as german from './wording/german.ts';
import * as germanCircle from './wording/german-circle.ts';
import * as germanHours from './wording/german-hours.ts';
import * as germanTeam from './wording/german-team.ts';
import * as spanish from './wording/spanish.ts';
import * as spanishCircle from './wording/spanish-circle.ts';
import * as spanishHours from './wording/spanish-hours.ts';
import * as spanishTeam from './wording/spanish-team.ts';

/** Every sentence of one language. English is the measure: a text that another language lacks does not compile. */
type Catalogue = typeof english & typeof englishTeam & typeof englishCircle & typeof englishHours;

/** The languages that the bot speaks, as ISO 639-1 names them. */
export const botLocales = ['en', 'de', 'fr', 'es'] as const;
export type BotLocale = (typeof botLocales)[number];

const catalogues: Readonly<Record<BotLocale, Catalogue>> = {
  en: { ...english, ...englishTeam, ...englishCircle, ...englishHours },
  de: { ...german, ...germanTeam, ...germanCircle, ...germanHours },
  fr: { ...french, ...frenchTeam, ...frenchCircle, ...frenchHours },
  es: { ...spanish, ...spanishTeam, ...spanishCircle, ...spanishHours },
};

export let { decisionNames, reasons, notices, buttons, replies, suggestions, votes, unfurls, why } = catalogues.en;
export let { offers, teamWords, linking, commands, settings, home, invited, helpLines } = catalogues.en;
export let { drafts, unanswered, digest, owners } = catalogues.en;
export let { hours } = catalogues.en;
export let formatDate = catalogues.en.format.date;
let spoken: BotLocale = 'en';

/** What was done about a message, in a word or two, and why. */
export function describeDecision({ kind, reason }: Pick<Decision, 'kind' | 'reason'>): {
  readonly name: string;
  readonly why: string;
} {
  return { name: decisionNames[reason === 'proposed' ? 'proposed' : kind], why: reasons[reason] };
}

/** Chooses the language of all that is said from here on: once, where the program is put together, before anything is said. */
export function speak(locale: BotLocale): void {
  const words = catalogues[locale];
  spoken = locale;
  ({ decisionNames, reasons, notices, buttons, replies, suggestions, votes, unfurls, why } = words);
  ({ offers, teamWords, linking, commands, settings, home, invited, helpLines } = words);
  ({ drafts, unanswered, digest, owners } = words);
  ({ hours } = words);
  formatDate = words.format.date;
}

/**
 * Tells somebody whose question is in a language that no note is in, in that language where the bot speaks it, and in its own.
 * `asked`, `read`: ISO 639-1.
 */
export function toOtherLanguage(asked: string, read: readonly string[]): string {
  const locales = [...botLocales.filter((locale) => locale === asked), spoken];
  const sentences = locales.map((locale) => {
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    const list = new Intl.ListFormat(locale, { type: 'disjunction' });
    return catalogues[locale].replies.otherLanguage(list.format(read.map((each) => names.of(each) ?? each)));
  });
  return [...new Set(sentences)].join('\n');
}
