// Small notes for the tests of the search, made up for them.
import type { Entry } from '../../src/knowledge/entry.ts';
import { buildIndex, type SearchIndex } from '../../src/search/build-index.ts';
import chatter from '../../src/search/chatter.json' with { type: 'json' };

const post = { note: 'garden.md', title: 'Garden', date: null, authors: [], url: null, closed: false, deadline: null };

export function toEntry(id: string, question: string, answer: string, phrasings: readonly string[] = []): Entry {
  return { key: id, note: 'garden.md', id, question, anchor: id, url: null, answer, phrasings, post };
}

export const garden: readonly Entry[] = [
  toEntry(
    'watering',
    'How often do the beds have to be watered?',
    'In summer every evening, in spring twice a week. The hose is behind the **shed**; please roll it up again.',
    ['do plants need water daily', 'watering schedule', 'how much should I water in July'],
  ),
  toEntry(
    'plots',
    'How do I get a plot of my own?',
    'Put your name on the list at the gate. Plots are given out in March, in the order of the list.',
    ['can I have my own bed', 'is there a waiting list for plots', 'rent a patch'],
  ),
  toEntry(
    'compost',
    'What may go on the compost?',
    'Leaves, peel and coffee grounds. No meat, no cooked food, no citrus.',
    ['can I compost orange peel', 'where does kitchen waste go'],
  ),
  toEntry('tools', 'Which tools can be borrowed?', 'Spades, rakes and two wheelbarrows. The key is with Amina.', [
    'is there a wheelbarrow',
    'do I have to bring my own spade',
  ]),
];

export const notCovered: readonly string[] = ['can I bring my dog', 'is there parking', 'are there bees'];

/** The garden read by words alone. */
export function indexOf(entries: readonly Entry[] = garden, maxFalseReplies = 0.05): SearchIndex {
  return buildIndex({ entries, notCovered, chatter, vectorOf: null, maxFalseReplies });
}
