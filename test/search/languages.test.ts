// Notes and questions in languages beside English: found by words alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import chatter from '../../src/search/chatter.json' with { type: 'json' };
import { matchQuestion } from '../../src/search/match-question.ts';
import { guessLanguage } from '../../src/search/reading/languages.ts';
import { toSite } from '../../src/sites/site.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'languages');
const languages = ['de', 'fr', 'es', 'pt', 'ja', 'ar'];

function read(language: string) {
  const text = readFileSync(join(folder, `${language}.md`), 'utf8');
  return { note: `${language}/faq.md`, text, phrasings: null };
}

function index(...sources: readonly ReturnType<typeof read>[]) {
  const { entries } = parseNotes(sources, toSite(), 0);
  return buildIndex({ entries, notCovered: [], chatter, vectorOf: null, maxFalseReplies: 0.05 });
}

function asked(language: string): readonly { readonly text: string; readonly question: string }[] {
  const lines = readFileSync(join(folder, `${language}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** Share of the questions whose own entry comes first. */
function shareFirst(language: string, searched: ReturnType<typeof index>): number {
  const questions = asked(language);
  const first = questions.filter(
    ({ text, question }) => matchQuestion(searched, text, null)[0]?.entry.question === question,
  );
  return first.length / questions.length;
}

describe('languages', () => {
  it.each(languages)('finds most questions in %s by words', (language) => {
    expect(shareFirst(language, index(read(language)))).toBeGreaterThanOrEqual(0.6);
  });

  it.each(languages)('finds them in %s among notes in all languages', (language) => {
    expect(shareFirst(language, index(...languages.map(read)))).toBeGreaterThanOrEqual(0.6);
  });

  it('takes all of its questions as entries and guesses its language', () => {
    for (const language of languages) {
      expect(guessLanguage(read(language).text)).toBe(language);
      expect(parseNotes([read(language)], toSite(), 0).entries).toHaveLength(12);
    }
  });
});
