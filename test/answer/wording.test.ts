// What the bot says of its own.
import { afterEach, describe, expect, test } from 'vitest';
import { format } from '../../src/answer/wording/english.ts';
import * as wording from '../../src/answer/wording.ts';
import {
  botLocales,
  formatDate,
  helpLines,
  notices,
  reasons,
  replies,
  speak,
  toOtherLanguage,
} from '../../src/answer/wording.ts';

describe('dates and ages', () => {
  test.each([
    ['2022-03-22', '22 March 2022'],
    ['2024-02-29T23:59:59Z', '29 February 2024'],
    ['soon', 'soon'],
    ['', ''],
  ])('%s is written %s', (iso, expected) => {
    expect(formatDate(iso)).toBe(expected);
  });

  test.each([
    [59, '59 days'],
    [60, '1 month'],
    [61, '2 months'],
    [729, '23 months'],
    [730, '1 year'],
    [731, '2 years'],
    [1500, '4 years'],
  ])('%i days are %s', (days, expected) => {
    expect(format.age(days)).toBe(expected);
  });
});

describe('sentences', () => {
  const sentences = [
    ...Object.values(reasons),
    ...Object.values(notices),
    replies.gone,
    replies.notInNotes,
    ...helpLines({ command: '/role', isTeamMember: true, example: 'How long is it?' }),
  ];

  test('begin with a capital, a mark or a command, and end', () => {
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z`][\s\S]*[.?!]$/);
  });

  test('name the command as it is configured', () => {
    expect(helpLines({ command: '/ask-us', isTeamMember: false, example: null }).join()).toContain('/ask-us');
    expect(helpLines({ command: '/ask-us', isTeamMember: false, example: null }).join()).not.toContain('/role');
  });

  test('are no mentions', () => {
    for (const sentence of sentences) expect(sentence).not.toMatch(/<[!@#]|@(?:channel|here|everyone)/);
  });
});

/** All sentences in a value: those with a blank are filled with one word. */
function textsIn(value: unknown, name: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value === 'function') return [[name, String(value('7', '7', '7'))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, `${name}.${key}`));
}

function allTexts(): ReadonlyMap<string, string> {
  const {
    commands,
    home,
    linking,
    offers,
    settings,
    suggestions,
    teamWords,
    unfurls,
    votes,
    why,
    buttons,
    decisionNames,
  } = wording;
  const said = {
    commands,
    home,
    linking,
    offers,
    settings,
    suggestions,
    teamWords,
    unfurls,
    votes,
    why,
    buttons,
    decisionNames,
    reasons,
    notices,
    replies,
  };
  return new Map(Object.entries(said).flatMap(([name, value]) => textsIn(value, name)));
}

describe('in every language', () => {
  afterEach(() => speak('en'));

  test.each(botLocales)('%s: windows have titles and buttons that Slack takes', (locale) => {
    speak(locale);
    const { home, linking, offers, settings, suggestions, teamWords, why, buttons } = wording;
    const { title, save, close } = settings;
    const inWindows = [title, save, close, linking.title, linking.writeTitle, linking.post, linking.close];
    const more = [
      offers.editTitle,
      offers.save,
      why.title,
      home.answerTitle,
      replies.removeTitle,
      buttons.remove,
      buttons.keep,
    ];
    for (const text of [...inWindows, ...more]) expect(text.length, text).toBeLessThanOrEqual(24);
    const { again, back, none, post, stop } = suggestions;
    const { link, write, decline, tellMe } = teamWords;
    for (const text of [
      again,
      back,
      none,
      post,
      stop,
      link,
      write,
      decline,
      tellMe,
      why.teach,
      ...Object.values(buttons),
    ])
      expect(text.length, text).toBeLessThanOrEqual(75);
    // https://docs.slack.dev/reference/block-kit/composition-objects/option-object
    const switches = Object.values(settings.switches).map(({ option }) => option);
    for (const text of [...switches, ...Object.values(settings.modes).flat()])
      expect(text.length, text).toBeLessThanOrEqual(75);
  });

  test.each(['de', 'fr', 'es'] as const)('%s: nothing is left in English', (locale) => {
    const english = allTexts();
    speak(locale);
    const same = [...allTexts()].filter(
      ([name, text]) => text === english.get(name) && /\p{L}{4}.*\p{L}{4}/u.test(text),
    );
    expect(same).toEqual([]);
  });

  test.each([
    ['en', '22 March 2022', '1 question for “pay”', '1,500 characters'],
    ['de', '22. März 2022', '1 Frage zu „pay“', '1.500 Zeichen'],
    ['fr', '22 mars 2022', '1 question pour « pay »', '1\u202f500 caractères'],
    ['es', '22 de marzo de 2022', '1 pregunta para «pay»', '1500 caracteres'],
  ] as const)('%s: dates, plurals and numbers are as it writes them', (locale, date, found, left) => {
    speak(locale);
    expect(wording.formatDate('2022-03-22')).toBe(date);
    expect(wording.home.found(1, 'pay')).toBe(found);
    expect(wording.replies.leftOut(1500)).toContain(left);
  });

  test('who asks in a language that no note is in reads so in that language', () => {
    expect(toOtherLanguage('de', ['en'])).toMatch(/^Frag bitte auf Englisch: .*\nPlease ask in English: /);
    expect(toOtherLanguage('pt', ['en', 'fr'])).toMatch(/^Please ask in English or French: /);
    speak('de');
    expect(toOtherLanguage('de', ['en'])).toMatch(/^Frag bitte auf Englisch: [^\n]*$/);
  });
});
