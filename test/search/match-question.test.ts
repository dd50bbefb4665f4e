import { describe, expect, it } from 'vitest';
import { buildIndex, type SearchIndex } from '../../src/search/build-index.ts';
import chatter from '../../src/search/chatter.json' with { type: 'json' };
import { matchQuestion } from '../../src/search/match-question.ts';
import { garden, indexOf, notCovered, toEntry } from './notes.ts';

const index = indexOf();
const ask = (text: string) => matchQuestion(index, text, null);
const order = (text: string) => ask(text).map(({ entry }) => entry.id);

describe('which entry comes first', () => {
  it.each([
    ['How often do the beds have to be watered?', 'watering', 'it is the heading itself'],
    ['watering schedule', 'watering', 'it is a phrasing'],
    ['How often, do the beds have to be watered', 'watering', 'it is the heading but for its marks'],
    ['where is the hose?', 'watering', 'only this answer has the word'],
    ['is peel allowed on the compost heap', 'compost', 'a phrasing and the answer share the telling words'],
    ['who has the key for the wheelbarows', 'tools', 'a typing error is read as the word that was meant'],
    ['when are plots handed out', 'plots', 'the heading outweighs what other answers share'],
    ['borrowing tools?', 'tools', 'forms of a word share a stem'],
    ['kitchn waste', 'compost', 'a phrasing is found in spite of a missing letter'],
  ])('%s -> %s, because %s', (text, first) => {
    expect(order(text)[0]).toBe(first);
  });

  it('lists every entry when there are only four, best first', () => {
    const confidences = ask('may citrus go on the compost').map(({ confidence }) => confidence);
    expect(confidences).toHaveLength(garden.length);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  });
});

describe('posts that have a question under the same heading', () => {
  const toNotes = (note: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...toEntry(`${note}-${at}`, 'How long does it take?', `Some ${at + 2} weeks, and a day for the ${note}.`),
      note: `${note}-${at}.md`,
    }));
  const together = (entries: typeof garden, text: string) =>
    matchQuestion(indexOf(entries), text, null)
      .slice(0, 3)
      .reduce((sum, { confidence }) => sum + confidence, 0);

  it.each(['How long does it take?', 'how long does it take me'])(
    'are as sure together as one would be: %s',
    (text) => {
      const alone = together([...garden, ...toNotes('work', 1)], text);
      expect(alone).toBeGreaterThan(0.5);
      for (const count of [2, 3, 8]) {
        expect(together([...garden, ...toNotes('work', count)], text)).toBeGreaterThan(alone - 0.15);
      }
    },
  );
});

describe('a channel that is answered from some of the notes', () => {
  const two = [...garden, { ...toEntry('hose', 'Where is the hose?', 'In the cellar.'), note: 'house/cellar.md' }];
  const within = (scope: readonly string[]) =>
    matchQuestion(indexOf(two), 'Where is the hose?', null, scope).map(({ entry }) => entry.id);

  it('finds nothing else, not even word for word', () => {
    expect(within([])[0]).toBe('hose');
    expect(within(['house/'])).toEqual(['hose']);
    expect(within(['garden.md'])).toHaveLength(garden.length);
    expect(within(['garden.md'])).not.toContain('hose');
    expect(within(['gone/'])).toEqual([]);
  });
});

describe('confidence', () => {
  it('is a probability', () => {
    for (const { confidence } of ask('how do I get a plot')) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('is higher for the heading than for a question about something else', () => {
    const best = (text: string) => ask(text)[0]?.confidence ?? 0;
    expect(best('How do I get a plot of my own?')).toBeGreaterThan(best('what is the salary of the head gardener'));
    expect(best('What may go on the compost?')).toBeGreaterThan(best('are there bees'));
    expect(best('Which tools can be borrowed?')).toBeGreaterThan(best('good morning everybody'));
  });
});

describe('what is asked word for word', () => {
  it.each([
    'How often do the beds have to be watered?',
    'how often do the beds have to be watered',
    'rent a patch',
    'is there a wheelbarrow?',
  ])('%s finds its entry with certainty', (text) => {
    expect(ask(text)[0]?.confidence).toBeGreaterThan(0.99);
  });

  it('finds it among a thousand entries that are almost alike', () => {
    const alike = Array.from({ length: 1000 }, (_, at) =>
      toEntry(`bed-${at}`, `Who waters bed ${at} in the week of the feast?`, 'Ask at the gate who is on the list.'),
    );
    const index = indexOf(alike);
    for (const { id, question } of [alike[0], alike[499], alike[999]].flatMap((entry) => entry ?? [])) {
      const [best] = matchQuestion(index, question, null);
      expect(best?.entry.id).toBe(id);
      expect(best?.confidence).toBeGreaterThan(0.99);
    }
  });

  it('shares the certainty where two entries have the same heading', () => {
    const index = indexOf([toEntry('old', 'When is it?', 'In May.'), toEntry('new', 'When is it?', 'In June.')]);
    const [first, second] = matchQuestion(index, 'when is it?', null);
    expect((first?.confidence ?? 0) + (second?.confidence ?? 0)).toBeGreaterThan(0.99);
    expect(first?.confidence).toBeLessThan(0.6);
  });
});

describe('an index of changed notes', () => {
  it('answers as one that was built afresh', () => {
    const changed = [...garden.slice(1), toEntry('bees', 'Are there bees?', 'Two hives behind the hedge.')];
    const grown = buildIndex(
      { entries: changed, notCovered, chatter, vectorOf: null, maxFalseReplies: 0.05 },
      indexOf(),
    );
    const fresh = indexOf(changed);
    for (const text of ['are there bees', 'is citrus fine for the compost?', 'how often is watering due']) {
      const told = (index: SearchIndex) =>
        matchQuestion(index, text, null).map(({ entry, confidence }) => [entry.id, confidence.toFixed(4)]);
      expect(told(grown)).toEqual(told(fresh));
    }
  });
});

describe('evidence', () => {
  it('names the words that the entry knows, the rarest first, as they were typed', () => {
    const [best] = ask('Is the HOSE behind the shed?');
    expect(best?.evidence.words[0]).toBe('HOSE');
  });

  it('says where the match was found', () => {
    expect(ask('Which tools can be borrowed?')[0]?.evidence.source).toEqual({
      kind: 'question',
      text: 'Which tools can be borrowed?',
    });
    expect(ask('rent a patch')[0]?.evidence.source).toEqual({ kind: 'phrasing', text: 'rent a patch' });
    expect(ask('coffee grounds')[0]?.evidence.source.kind).toBe('passage');
  });

  it('says what was taken for misspelt', () => {
    expect(ask('is there a wheelbarow')[0]?.evidence.corrections).toEqual([
      { typed: 'wheelbarow', readAs: 'wheelbarrow' },
    ]);
  });

  it('does not correct everyday words that the notes lack', () => {
    expect(ask('where can I apply for this')[0]?.evidence.corrections).toEqual([]);
  });

  it('has shares that add up to one, without meaning where only words were read', () => {
    expect(ask('compost')[0]?.evidence.shares).toEqual({ words: 1, meaning: null });
  });
});

describe('what people may send', () => {
  it('finds nothing in an empty index', () => {
    expect(matchQuestion(indexOf([]), 'anything?', null)).toEqual([]);
  });

  it('answers from an index of one entry', () => {
    const one = indexOf([toEntry('only', 'What is this?', 'A garden.')]);
    const [match] = matchQuestion(one, 'what is this', null);
    expect(match?.entry.id).toBe('only');
    expect(match?.confidence).toBeGreaterThan(matchQuestion(one, 'is there parking', null)[0]?.confidence ?? 1);
  });

  it.each(['', '   ', '🌱🌱🌱', '???', '<@U123> <https://example.org|x>', '\u0000\uD800', 'こんにちは', '12 34 56'])(
    'takes %j without failing and without confidence',
    (text) => {
      const matches = ask(text);
      expect(matches).toHaveLength(garden.length);
      for (const { confidence } of matches) expect(confidence).toBeLessThan(index.thresholds.answerInChannel);
    },
  );

  it('reads the beginning of 40,000 characters', () => {
    expect(order(`what may go on the compost? ${'lorem ipsum dolor '.repeat(2300)}`)).toHaveLength(garden.length);
    expect(ask('x'.repeat(40_000))).toHaveLength(garden.length);
  });
});

it('gives the same answer every time', () => {
  const again = matchQuestion(indexOf(), 'is citrus fine for the compost?', null);
  expect(again).toEqual(ask('is citrus fine for the compost?'));
});
