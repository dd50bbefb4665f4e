import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../../src/answer/reading/read-questions.ts';

/** What a message is read as: the texts of the questions that count as such, in order. */
function questionsIn(message: string, botUser: string | null = null): readonly string[] {
  return readQuestions(message, botUser)
    .questions.filter(({ questionProbability }) => questionProbability >= 0.5)
    .map(({ text }) => text);
}

describe('questions in a message', () => {
  const table: readonly (readonly [why: string, message: string, questions: readonly string[]])[] = [
    [
      'a short question beside another is read alone',
      'How long is the contract? stipend? Is there a prize for the best team?',
      ['How long is the contract?', 'stipend?', 'Is there a prize for the best team?'],
    ],
    [
      'a half that begins with an auxiliary and a noun asks',
      'are evenings free, and is vegan food available',
      ['are evenings free?', 'is vegan food available?'],
    ],
    [
      'a half asks where the sentence does, even if it would not alone',
      'who teaches it this year and how much does it cost',
      ['who teaches it this year?', 'how much does it cost?'],
    ],
    [
      'a half that asks when "it" is',
      'where do I apply and when does it close',
      ['where do I apply?', 'when does it close?'],
    ],
    [
      'halves behind an announcement',
      'two things: is overhead paid on top, and can I claim a train ticket',
      ['two things: is overhead paid on top?', 'can I claim a train ticket?'],
    ],
    [
      'a condition with a question behind it',
      'whom do I send the form to? and if only one parent signs is that a problem',
      ['whom do I send the form to?', 'and if only one parent signs is that a problem'],
    ],
    [
      "a half with when's",
      "what's the project for & when's the deadline?",
      ["what's the project for?", "when's the deadline?"],
    ],
    ['halves with a plus', 'do I need a car + do I get paid?', ['do I need a car?', 'do I get paid?']],
    ['a plus within a half', 'is it for 18 + year olds?', ['is it for 18 + year olds?']],
    [
      'a half with a preposition',
      'how long is it and by when do I have to apply?',
      ['how long is it?', 'by when do I have to apply?'],
    ],
    [
      'what goes on is no second question',
      'Is it true that you hire people and will train them?',
      ['Is it true that you hire people and will train them?'],
    ],
    [
      'a request beside a question',
      'Is there a stipend? Also please assign issue 45 to me',
      ['Is there a stipend?', 'Also please assign issue 45 to me'],
    ],
    ['a plain question', 'What does a typical day look like?', ['What does a typical day look like?']],
    ['no question mark', 'how do you pick the mentors', ['how do you pick the mentors']],
    ['a mention of the bot is no part of it', '<@U0BOT> when does the course start?', ['when does the course start?']],
    [
      'a worry is the context of the question behind it',
      'I have never used notebooks. Is that a problem?',
      ['I have never used notebooks. Is that a problem?'],
    ],
    [
      'a worry alone asks',
      'My English is weak and I am worried about the interview',
      ['My English is weak and I am worried about the interview'],
    ],
    [
      'a question in the form of a statement',
      "Hello all! I'd like to know how the interviews are structured. Thanks in advance!",
      ["I'd like to know how the interviews are structured."],
    ],
    [
      'two questions in one sentence',
      'what does success look like, and how do you onboard people?',
      ['what does success look like?', 'how do you onboard people?'],
    ],
    [
      'three questions behind one another',
      'where do we sleep, how much money do we get and is there wifi?',
      ['where do we sleep?', 'how much money do we get?', 'is there wifi?'],
    ],
    [
      'what only asks to be told is no question of its own',
      'could you tell me, how long is the season?',
      ['could you tell me, how long is the season?'],
    ],
    [
      'a half behind a comma that goes on with the first is no question of its own',
      'How late does the last ferry leave, would I catch it after class?',
      ['How late does the last ferry leave, would I catch it after class?'],
    ],
    [
      'two questions in two sentences',
      'How long is the contract? Also, who reviews the proposals?',
      ['How long is the contract?', 'Also, who reviews the proposals?'],
    ],
    [
      'a numbered list',
      'Curious about 2 things: (1) how you select the fellows (2) how long the training takes',
      ['how you select the fellows', 'how long the training takes'],
    ],
    [
      'alternatives are one question',
      'Do you prefer a specialist or do you want a generalist?',
      ['Do you prefer a specialist or do you want a generalist?'],
    ],
    [
      'a half that only points back is no question of its own',
      'How is the onboarding done and who runs it?',
      ['How is the onboarding done and who runs it?'],
    ],
    [
      'a half that points back asks by itself where it asks of somebody',
      'Are the cabins shared and is there a stove in them?',
      ['Are the cabins shared?', 'is there a stove in them?'],
    ],
    [
      'the first of two may point back to the sentence before',
      'I come from theatre. Is that ok, and would somebody show me the tools?',
      ['I come from theatre. Is that ok?', 'would somebody show me the tools?'],
    ],
    [
      'a long preamble does not drown the question',
      "Hi everyone, I'm Ewa from Gdansk. We had a lovely weekend by the sea and the children are finally asleep. " +
        'I loved the last newsletter. How many mentors does each fellow have? Have a good week!',
      ['How many mentors does each fellow have?'],
    ],
    [
      'a label of a link is kept',
      'Is the <https://example.org/a?b=c|mentor programme> free of charge?',
      ['Is the mentor programme free of charge?'],
    ],
    [
      'abbreviations end no sentence',
      'Do I need a certificate, e.g. from a language school?',
      ['Do I need a certificate, e.g. from a language school?'],
    ],
    ['entities are read', 'Is R&amp;D part of the job?', ['Is R&D part of the job?']],
    ['a greeting asks nothing', 'good morning everybody', []],
    ['thanks ask nothing', 'thanks a lot, that helps!', []],
    [
      'a broadcast typed as text ends no sentence',
      'How do I stop &lt;!channel&gt; from ringing at night?',
      ['How do I stop <!channel> from ringing at night?'],
    ],
    ['nor does code', 'Why is a != b true in the hut book?', ['Why is a != b true in the hut book?']],
    ['but a mark with anything behind it does', 'Great!How long is it?', ['How long is it?']],
    ['an announcement asks nothing', 'The recording of the session is in the drive now', []],
    ['somebody else is quoted', '&gt; how long is the contract?\nI see, good to know', []],
    ['code is no question', 'merged ```if (x ? y : z) what();```', []],
  ];
  it.each(table)('%s', (_, message, questions) => {
    expect(questionsIn(message, 'U0BOT')).toEqual(questions);
  });

  it('puts one of several beside what it points to, and leaves its own words as they are', () => {
    const { questions } = readQuestions('Is the training in Lisbon paid? And for how long?');
    expect(questions.map(({ text, inContext }) => [text, inContext])).toEqual([
      ['Is the training in Lisbon paid?', null],
      ['And for how long?', 'Is the training in Lisbon paid? And for how long?'],
    ]);
  });

  it('keeps at most five, in the order they were asked', () => {
    const asked = ['contract', 'salary', 'office', 'team', 'budget', 'training', 'laptop'].map(
      (word) => `Who decides about the ${word}?`,
    );
    const questions = questionsIn(asked.join(' '));
    expect(questions).toHaveLength(5);
    expect(questions).toEqual(asked.filter((question) => questions.includes(question)));
  });

  it('offers the likeliest text where nothing reads as a question, for those who ask the bot directly', () => {
    const { questions, asksNothing } = readQuestions('lunch at noon');
    expect(questions.map(({ text }) => text)).toEqual(['lunch at noon']);
    expect(questions[0]?.questionProbability).toBeLessThan(0.5);
    expect(asksNothing).toBe(false);
  });

  it('takes what is marked as a question before what is not, where neither reads as one', () => {
    const { questions } = readQuestions('A barn dance, village style: is that your plan? It did wonders for us');
    expect(questions.map(({ text }) => text)).toEqual(['A barn dance, village style: is that your plan?']);
    expect(questions[0]?.questionProbability).toBeLessThan(0.5);
  });
});

describe('a question behind a statement or a condition', () => {
  it.each([
    "I'm a gardener from Peru, would I be welcome",
    'the gate was locked on Friday, who should I call',
    'so many tools in here: which of them do I need',
    'found a nest in the shed; how come',
    'I have two hours a week, where to begin',
    'the beds are full, what about the pots',
    "don't want to step on anybody's toes, any customs",
    'after that, will my key still work',
  ])('is asked by %j', (message) => {
    const [question] = readQuestions(message).questions;
    expect(question?.text).toBe(message);
    expect(question?.isStatement).toBe(false);
    expect(question?.questionProbability).toBeGreaterThan(0.5);
  });

  it.each(['The shed, which is open, has tools', 'Tools, ropes and what we have left', 'I came, saw and left'])(
    'is not seen in %j',
    (message) => {
      expect(readQuestions(message).questions[0]?.behindAsks).toBe(0);
    },
  );

  it('is one of two where another stands before it', () => {
    const read = readQuestions('is the shed open on Sundays? if not, can I get a key somewhere').questions;
    expect(read.map(({ text }) => text)).toEqual(['is the shed open on Sundays?', 'if not, can I get a key somewhere']);
  });

  it.each([
    'wats the shed like',
    'whn do we plant',
    'shud i bring gloves',
    'wil there be tea',
    'until when is it open',
    'does rain matter',
    'any news about the beds',
  ])('has its form in %j', (message) => {
    expect(readQuestions(message).questions[0]?.isStatement).toBe(false);
  });
});

describe('whom a message speaks to', () => {
  const table: readonly (readonly [message: string, addressesOther: boolean])[] = [
    ['<@U1> can you upload the photos?', true],
    ['Hey <@U1>, is the room free?', true],
    ['thanks <@U1>!', true],
    ['could you send me the slides <@U1>?', true],
    ['@maria is the link right?', true],
    ['Hi Sam, did you get the file?', true],
    ['I met <@U1> yesterday. Do I need a degree for this?', false],
    ['<@U0BOT> do I need a degree?', false],
    ['<@U1> says that <@U0BOT> knows: do I need a degree?', false],
    ['Hi all, do I need a degree?', false],
    ['Hello! Do I need a degree?', false],
    ['<!channel> the room has changed', false],
  ];
  it.each(table)('%s -> %s', (message, addressesOther) => {
    expect(readQuestions(message, 'U0BOT').addressesOther).toBe(addressesOther);
  });
});

describe('messages without a question', () => {
  it.each([
    '',
    '   \n ',
    ':tada: :+1::skin-tone-3:',
    '🎉🎉',
    '<https://example.org/x>',
    '```code```',
    '&gt; quoted',
    '?!',
    '<@U1>',
  ])('%j is empty', (message) => {
    const reading = readQuestions(message);
    expect(reading).toMatchObject({
      isEmpty: true,
      asksNothing: true,
      questionProbability: 0,
      questions: [],
      text: reading.text,
    });
  });

  it.each([
    ...['hi', 'Hello there!', 'thank you so much :)', 'help', 'ok thanks'],
    ...[
      'that is not what I asked',
      "That's not what I meant.",
      'this isn’t what I asked for!',
      'it was not what I wanted',
    ],
    ...['That is wrong.', 'no, that was not it', 'that is very helpful, thanks'],
  ])('%j asks nothing', (message) => {
    expect(readQuestions(message)).toMatchObject({ isEmpty: false, asksNothing: true });
  });
});

describe('garbage', () => {
  const size = 40_000;
  const pieces = [
    '?',
    '<',
    '>',
    '&',
    '*',
    '`',
    '<@U1>',
    ':a:',
    '\n',
    '> ',
    '(1) ',
    '\ud800',
    '\u0000',
    'what is it, and how do you do it ',
    '```',
    '<https://a|',
    '. ',
  ];
  it.each(pieces)('40,000 characters of %j are read', (piece) => {
    const reading = readQuestions(piece.repeat(Math.ceil(size / piece.length)).slice(0, size));
    expect(reading.questions.length).toBeLessThanOrEqual(5);
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  });

  it('finds the question at the end of a message of 40,000 characters', () => {
    const preamble = 'The weather was fine and we walked along the river. '.repeat(760);
    expect(questionsIn(`${preamble}How many places does the course have?`)).toEqual([
      'How many places does the course have?',
    ]);
  });
});
