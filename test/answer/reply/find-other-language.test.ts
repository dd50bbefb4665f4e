// Whether a question is in a language that the notes are in.
import { describe, expect, it } from 'vitest';
import type { QuestionDecision } from '../../../src/answer/decision.ts';
import { findOtherLanguage } from '../../../src/answer/reply/find-other-language.ts';
import { parseNotes } from '../../../src/knowledge/parse-notes.ts';
import type { Match } from '../../../src/search/match.ts';
import { toSite } from '../../../src/sites/site.ts';

const english = '## How do I apply?\n\nFill in the form on our page, and we will write to you in two weeks.';
const german = '## Wie bewerbe ich mich?\n\nFülle das Formular auf unserer Seite aus, wir melden uns dann bei dir.';

function asked(question: string, text: string): readonly QuestionDecision[] {
  const { entries } = parseNotes([{ note: 'faq.md', text, phrasings: null }], toSite(), 0);
  const source = { kind: 'question', text: question } as const;
  const matches = entries.map(
    (entry): Match => ({ entry, confidence: 0.1, evidence: { source } as Match['evidence'] }),
  );
  return [{ question, kind: 'uncovered', reason: 'not-in-notes', questionProbability: 1, matches }];
}

describe('findOtherLanguage', () => {
  it.each([
    ['Wie viel verdiene ich bei euch, und ist das verhandelbar?', english, { asked: 'de', read: ['en'] }],
    ['¿Cuánto se gana y cuándo puedo empezar con ustedes?', english, { asked: 'es', read: ['en'] }],
    ['Combien est-ce que je gagne et quand est-ce que je commence ?', english, { asked: 'fr', read: ['en'] }],
    ['給料はいくらですか', english, { asked: 'ja', read: ['en'] }],
    ['How much do I earn, and when can I start?', german, { asked: 'en', read: ['de'] }],
    ['How much do I earn, and when can I start?', english, null],
    ['Wie viel verdiene ich bei euch, und ist das verhandelbar?', `${english}\n\n${german}`, null],
    ['Gehalt?', english, null],
    ['Salary?', german, null],
  ])('%s', (question, text, expected) => {
    const found = findOtherLanguage(asked(question, text));
    expect(found).toEqual(expected);
  });
});
