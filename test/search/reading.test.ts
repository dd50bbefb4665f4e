import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/search/lexicon.ts';
import { toPassages } from '../../src/search/reading/passages.ts';
import { toSentences } from '../../src/search/reading/sentences.ts';
import { correctText, correctWords } from '../../src/search/reading/spelling.ts';
import { toStem } from '../../src/search/reading/stem.ts';
import { countEdits, toVocabulary } from '../../src/search/reading/vocabulary.ts';
import { toWords } from '../../src/search/reading/words.ts';
import { toTextTable } from '../../src/search/text-table.ts';

/** The vocabulary of such words, a text each. */
function vocabularyOf(words: string, english: ReadonlyMap<string, number> = new Map()) {
  const lexicon = new Lexicon();
  const texts = toWords(words).map((word) => Int32Array.of(lexicon.add(word)));
  return toVocabulary(toTextTable(lexicon, [], texts), english);
}

describe('toWords', () => {
  it.each([
    ["Don’t we've Amina's", ['dont', 'we', 'amina']],
    ['Zürich, CAFÉ!', ['zurich', 'cafe']],
    ['<@U012AB> see https://example.org/x?y=1 ok', ['see', 'ok']],
    ['2i2c and C++', ['2i2c', 'and', 'c']],
    ['🌱', []],
  ])('%s', (text, plain) => {
    expect(toWords(text).map((word) => word.plain)).toEqual(plain);
  });
});

it.each([
  ['mentoring', 'mentored'],
  ['watering', 'waters'],
  ['planned', 'planning'],
  ['policies', 'policy'],
  ['hoping', 'hope'],
  ['organization', 'organisation'],
])('%s and %s share a stem', (one, other) => {
  expect(toStem(one)).toBe(toStem(other));
});

it.each([
  ['rule', 'role'],
  ['general', 'generate'],
  ['community', 'commute'],
])('%s and %s do not', (one, other) => {
  expect(toStem(one)).not.toBe(toStem(other));
});

it('cuts sentences at their ends and at line breaks, not at abbreviations', () => {
  expect(toSentences('Bring tools, e.g. a spade. Why? Ask!\nAmina')).toEqual([
    'Bring tools, e.g. a spade.',
    'Why?',
    'Ask!',
    'Amina',
  ]);
});

it('reads an answer as passages without markup', () => {
  const answer = 'See [the **shed**](https://example.org).\n\n- one\n- two\n\n```\ncode\n```\n';
  expect(toPassages(answer).slice(0, 3)).toEqual(['See the shed.', 'one', 'two']);
});

describe('correctWords', () => {
  const vocabulary = vocabularyOf('wheelbarrow watering compost summary strategy');
  const read = (text: string) =>
    correctWords(vocabulary, toWords(text), { everyday: new Set(['salary']), english: new Map() }).corrections.map(
      ({ readAs }) => readAs,
    );

  it.each([
    ['wheelbarow', ['wheelbarrow'], 'a letter left out'],
    ['whelebarrow', ['wheelbarrow'], 'two swapped'],
    ['strateggy', ['strategy'], 'a letter doubled'],
    ['compost', [], 'it is right'],
    ['salary', [], 'it is an everyday word'],
    ['stratosphere', [], 'it is too far from any'],
    ['cost', [], 'it is too short'],
  ])('%s -> %j: %s', (typed, meant) => {
    expect(read(typed)).toEqual(meant);
  });

  it('reads words of three letters too where English words are known, and leaves these alone', () => {
    const short = vocabularyOf('time been what role card tech');
    const ordinary = {
      everyday: new Set<string>(),
      english: new Map([
        ['beer', 1],
        ['tire', 2],
        ['the', 3],
      ]),
    };
    const { words } = correctWords(short, toWords('waht tiem beer tire rol crd teh'), ordinary);
    expect(words.map(({ plain }) => plain)).toEqual(['what', 'time', 'beer', 'tire', 'rol', 'card', 'teh']);
    const without = correctWords(short, toWords('waht tiem'), { everyday: new Set(), english: new Map() });
    expect(without.corrections).toEqual([]);
  });

  const english = new Map(
    ['what', 'success', 'snow', 'baked', 'show', 'maker', 'take', 'card'].map((word, rank) => [word, rank]),
  );
  const notes = vocabularyOf('what success success success success sucess showing taker discount', english);
  const readHere = (text: string) =>
    correctWords(notes, toWords(text), {
      everyday: new Set(),
      english: new Map([...english, ['wat', 28_000], ['carp', 28_000]]),
    }).corrections.map(({ readAs }) => readAs);

  it.each([
    ['wat', ['what'], 'English, but rarer than the misspelt word'],
    ['carp', [], 'rare English, and nothing of the notes is near'],
    ['sucess', ['success'], 'the notes misspell it too, but seldom'],
    ['snowing', [], 'a form of an English word'],
    ['baker', [], 'so is this'],
    ['discounts', [], 'a form of a word of the notes'],
    ["wasn't", [], 'a contraction'],
    ['tamer', [], 'a change of letters that no hand makes, in a short word'],
    ['discoumt', ['discount'], 'a neighbour on the keyboard'],
  ])('%s -> %j: %s', (typed, meant) => {
    expect(readHere(typed)).toEqual(meant);
  });
});

describe('correctText', () => {
  const vocabulary = vocabularyOf('compost trained strategy');
  const english = new Map(
    ['what', 'need', 'used', 'book', 'raven', 'crown', 'invalid'].map((word, rank) => [word, rank]),
  );
  english.set('raven', 20_000).set('invalid', 20_000);
  const read = (text: string) => correctText(vocabulary, text, { everyday: new Set(), english });

  it.each([
    ['wht do I need', 'what do I need', 'a common word of three letters'],
    ['the boko is usde', 'the book is used', 'letters swapped'],
    ['an invaild form', 'an invalid form', 'a rare word, but a long one'],
    ['ramen for all', 'ramen for all', 'a rare word of few letters is not guessed'],
    ['I am trained, not ned', 'I am trained, not need', 'within another word letters stay'],
    ['Usde is a name', 'Usde is a name', 'names stay'],
    ['strateggy', 'strategy', 'words of the notes come first'],
  ])('%s -> %s: %s', (text, meant) => {
    expect(read(text)).toBe(meant);
  });

  it('leaves strange words alone where no English is known', () => {
    expect(correctText(vocabulary, 'wht', { everyday: new Set(), english: new Map() })).toBe('wht');
  });
});

it.each([
  ['role', 'role', 0],
  ['role', 'rule', 1],
  ['form', 'from', 1],
  ['watering', 'water', 3],
])('%s and %s are %i edits apart', (one, other, edits) => {
  expect(countEdits(one, other, 9)).toBe(edits);
});
