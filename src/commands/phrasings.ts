// `rolecall phrasings NOTE`: where a note lacks other wordings of its questions.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { findPhrasingGaps, type PhrasingGaps } from '../quality/phrasing-gaps.ts';
import { buildIndex, textsToEncode } from '../search/build-index.ts';
import chatter from '../search/chatter.json' with { type: 'json' };
import type { Encoder } from '../use-cases/encoder.ts';
import { createProgress, openSearch } from './open-search.ts';
import { type CommandContext, toJson } from './output.ts';
import { withState } from './with-state.ts';

/** Askers whose words are looked at: the newest. */
const mostAsked = 2000;

/** Prints the gaps of one note. Returns the exit code: 1 where there is no such note. */
export async function runPhrasings(
  context: CommandContext,
  { note, json }: { readonly note: string; readonly json: boolean },
): Promise<number> {
  const search = await openSearch(context);
  try {
    const { knowledge } = search.notes;
    const path = findNote(knowledge, note);
    if (path === null) {
      context.note(`There is no note ${note}. The notes: ${knowledge.posts.map((post) => post.note).join(', ')}`);
      return 1;
    }
    const asked = await withState(context, async ({ openQuestions }) => await openQuestions.listTexts(mostAsked));
    const vectors = search.encoder === null ? null : await encodeAll(context, search.encoder, knowledge);
    const { entries, notCovered } = knowledge;
    const index = buildIndex({
      entries,
      notCovered,
      chatter,
      vectors,
      maxFalseReplies: context.config.MAX_FALSE_REPLIES,
    });
    const gaps = findPhrasingGaps(index, path, asked);
    context.out(json ? toJson(toGapsJson(gaps)) : renderGaps(gaps));
    return 0;
  } finally {
    await search.close();
  }
}

/** A note by its path below KNOWLEDGE_DIR, or by the end of it. */
function findNote(knowledge: Knowledge, name: string): string | null {
  const paths = knowledge.posts.map(({ note }) => note);
  return (
    paths.find((path) => path === name) ?? paths.find((path) => name.endsWith(path) || path.endsWith(name)) ?? null
  );
}

async function encodeAll(
  context: CommandContext,
  encoder: Encoder,
  { entries, notCovered }: Knowledge,
): Promise<ReadonlyMap<string, Float32Array>> {
  const texts = textsToEncode(entries, notCovered, chatter);
  const progress = createProgress(context);
  const vectors = await encoder.encode(texts, { priority: 'batch', onProgress: progress.update });
  progress.stop();
  return new Map(texts.map((text, place) => [text, vectors[place] ?? new Float32Array()]));
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
    const head = lost.length === 0 ? [] : ['  Left out, these wordings find another entry; write more like them:'];
    return [entry.question, `  ${phrasings} phrasings${few}`, ...head, ...losses].join('\n');
  });
  const words = missingWords.map(({ word, askers }) => `  ${word} (${askers} askers)`);
  const missing = words.length === 0 ? [] : [['Words that people used and no wording has:', ...words].join('\n')];
  return [...blocks, ...missing].join('\n\n');
}
