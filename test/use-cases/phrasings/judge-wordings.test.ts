// Which proposed wordings are left out, and why.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/knowledge/entry.ts';
import { toNames } from '../../../src/use-cases/phrasings/holds-name.ts';
import { judgeWordings, publishedBy } from '../../../src/use-cases/phrasings/judge-wordings.ts';

const post = { note: 'n.md', title: '', date: null, authors: [], url: null, closed: false, deadline: null };

function toEntry(id: string, question: string, answer: string, phrasings: readonly string[] = []): Entry {
  return { key: id, note: 'n.md', id, question, anchor: id, url: null, answer, phrasings, post };
}

const pay = toEntry(
  'pay',
  'What is the stipend?',
  'Fellows get 900 euros a month, paid on the first **Monday**. Ask Mona Berg about taxes.',
  ['how much money'],
);
const time = toEntry('time', 'How long does it last?', 'It lasts nine months.');
const known = {
  entries: [pay, time],
  notCovered: ['is there a car park'],
  names: toNames(['Mona Berg', 'Will Stone', 'Ana']),
  published: publishedBy([pay, time]),
};

function judge(entry: Entry | null, ...wordings: string[]) {
  const { kept, leftOut } = judgeWordings(
    known,
    wordings.map((wording) => ({ note: 'n.md', entry, wording })),
  );
  return {
    kept: kept.map(({ wording }) => wording),
    leftOut: leftOut.map(({ wording, objection }) => `${wording}: ${objection}`),
  };
}

describe('judgeWordings', () => {
  it('keeps keywords, fragments, worries and questions', () => {
    const good = [
      'stipend amount',
      'money per month',
      "i'm worried i can't live on it",
      'Is 900 euros before taxes?',
      'paid on mondays or not',
      'Will I get paid',
    ];
    expect(judge(pay, ...good)).toEqual({ kept: good, leftOut: [] });
  });

  it('leaves out what stands there already', () => {
    expect(
      judge(pay, 'How much money?', 'what is the stipend', 'pay day', 'Pay day!', 'Is there a car park?').leftOut,
    ).toEqual([
      'How much money?: twice',
      'what is the stipend: twice',
      'Pay day!: twice',
      'Is there a car park?: two-entries',
    ]);
  });

  it('leaves out of both entries what is proposed for two', () => {
    const proposed = [pay, time].map((entry) => ({ note: 'n.md', entry, wording: 'tell me more' }));
    expect(judgeWordings(known, proposed).leftOut.map(({ objection }) => objection)).toEqual([
      'two-entries',
      'two-entries',
    ]);
  });

  it.each([
    'write to me at ana.b@example.org, how much is it',
    'is https://example.org/pay right',
    'see example.org for the money?',
    'call +49 170 1234567 about pay?',
    'hey @mona how much is it',
  ])('leaves out the address in "%s"', (wording) => {
    expect(judge(pay, wording).leftOut).toEqual([`${wording}: address`]);
  });

  it.each([
    'Hi Priya, how much do fellows get?',
    "I'm Ravi from Pune, do I get money?",
    'thanks Tom! and how much',
    'does Ana pay me',
    'does will stone pay me',
    'can Ms Fernandez raise my pay?',
    'ask Marit Hansen about my pay',
    'Is Ingrid Holt the one who pays?',
  ])('leaves out the name in "%s"', (wording) => {
    expect(judge(pay, wording).leftOut).toEqual([`${wording}: name`]);
  });

  it('takes no greeting and no name of the entry itself for one', () => {
    const good = [
      'Hi all, how much do fellows get?',
      'Hello Is it paid monthly',
      'do I ask Mona Berg about the money',
      'Will it be enough',
      'How Is The Fellowship Money Paid',
      'is it the Money Office that pays?',
      'wie viele Tage Urlaub bekomme ich im Jahr, und wann',
    ];
    expect(judge(pay, ...good).kept).toEqual(good);
  });

  it('leaves out answers in the place of questions', () => {
    const answers = [
      'Fellows get 900 euros a month, paid on the first Monday.',
      'The fellows get about 900 euros paid a month',
    ];
    expect(judge(pay, ...answers).leftOut).toEqual(answers.map((text) => `${text}: answer`));
  });

  it('leaves out what has no word, is too long or is one of too many', () => {
    expect(judge(pay, '???', 'x'.repeat(301)).leftOut.map((line) => line.split(': ')[1])).toEqual([
      'empty',
      'too-long',
    ]);
    const many = Array.from({ length: 40 }, (_, at) => `pay question number ${at}`);
    expect(judge(pay, ...many).kept).toHaveLength(24);
  });
});
