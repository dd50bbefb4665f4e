// Dates, numbers and plurals as a language writes them. Pure.

/** The forms of a noun behind a number: `one` for `1 question`, `other` for the rest. */
export interface Noun {
  readonly one: string;
  readonly other: string;
}

/** What a catalogue writes its numbers with. */
export interface Format {
  /** `22 March 2022`, from ISO 8601; the text itself where it is no date. */
  readonly date: (iso: string) => string;
  /** A date without its year, for what happened lately: `3 Oct`. */
  readonly shortDate: (iso: string) => string;
  readonly number: (value: number) => string;
  /** `1 question`, `2 questions`. */
  readonly count: (value: number, noun: Noun) => string;
  /** An age in the largest unit that fits: `8 months`, `4 years`. */
  readonly age: (days: number) => string;
}

/** Made when first needed: each takes some ten milliseconds, and most languages are never spoken. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** `locale`: as `Intl` names it. `ages`: what days, months and years are called behind a number. */
export function toFormat(locale: string, ages: Readonly<Record<'day' | 'month' | 'year', Noun>>): Format {
  const long = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
  const short = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }));
  const plurals = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const number = (value: number): string => numbers().format(value);
  const count = (value: number, noun: Noun): string =>
    `${number(value)} ${plurals().select(value) === 'one' ? noun.one : noun.other}`;
  return {
    date: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : long().format(new Date(iso))),
    shortDate: (iso) => short().format(new Date(iso)),
    number,
    count,
    age: (days) => {
      if (days < 60) return count(days, ages.day);
      return days < 730 ? count(Math.floor(days / 30.44), ages.month) : count(Math.floor(days / 365.25), ages.year);
    },
  };
}
