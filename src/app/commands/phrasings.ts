// `rolecall phrasings NOTE`: where a note lacks other wordings of its questions.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { findPhrasingGaps, type PhrasingGaps } from '../../quality/phrasing-gaps.ts';
import { openSearch } from './open-search.ts';
import { type CommandContext, toJson } from './output.ts';
import { withState } from './with-state.ts';

/** Askers whose words are looked at: the newest. */
const mostAsked = 2000;

/** Prints the gaps of one note, which needs no name where there is no other. Returns the exit code. Throws where there is no such note. */
export async function runPhrasings(
  context: CommandContext,
  { note, json }: { readonly note: string | null; readonly json: boolean },
): Promise<number> {
  const opened = await openSearch(context);
  try {
    const { knowledge, index } = await opened.look();
    const path = findNote(knowledge, note);
    if (path === null) {
      const missing = note === null ? 'Say which note.' : `There is no note ${note}.`;
      throw new Error(`${missing} The notes: ${knowledge.posts.map((post) => post.note).join(', ')}`);
    }
    const asked = await withState(context, async ({ openQuestions }) => await openQuestions.listTexts(mostAsked));
    const gaps = findPhrasingGaps(index, path, asked);
    context.out(json ? toJson(toGapsJson(gaps)) : renderGaps(gaps));
    return 0;
  } finally {
    await opened.close();
  }
}

/** A note by its path below KNOWLEDGE_DIR, or by the end of it; without a name the only one. */
function findNote(knowledge: Knowledge, name: string | null): string | null {
  const paths = knowledge.posts.map(({ note }) => note);
  if (name === null) return paths.length === 1 ? (paths[0] ?? null) : null;
  return (
    paths.find((path) => path === name) ?? paths.find((path) => name.endsWith(path) || path.endsWith(name)) ?? null
  );
}

function toGapsJson({ entries, missingWords }: PhrasingGaps) {
  return {
    entries: entries.map(({ entry, phrasings, hasFew, lost }) => ({
      id: entry.id,
      question: entry.question,
      phrasings,
      hasFew,
      lost: lost.map(({ wording, found }) => ({ wording, found: found.id })),
    })),
    missingWords,
  };
}

function renderGaps({ entries, missingWords }: PhrasingGaps): string {
  const blocks = entries.map(({ entry, phrasings, hasFew, lost }) => {
    const few = hasFew ? ': few, write some more' : '';
    const losses = lost.map(({ wording, found }) => `    “${wording}” would find “${found.question}”`);
    const head =
      lost.length === 0
        ? []
        : ['  Were they not there, these wordings would find another entry; write more like them:'];
    return [entry.question, `  ${phrasings} phrasings${few}`, ...head, ...losses].join('\n');
  });
  if (entries.length === 0) return 'No question with an answer was found in this note.';
  const words = missingWords.map(({ word, askers }) => `  ${word} (${askers} askers)`);
  const missing = words.length === 0 ? [] : [['Words that people used and no wording has:', ...words].join('\n')];
  return [...blocks, ...missing].join('\n\n');
}
