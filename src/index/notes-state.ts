// One state of the notes with what answers from it. Pure.
import type { Entry } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { NoteScope } from '../knowledge/note-scope.ts';
import type { SearchIndex } from '../search/build-index.ts';
import type { Match } from '../search/match.ts';
import { type EncodedQuestion, matchQuestion } from '../search/match-question.ts';
import { changedSince, mergeMatches } from '../search/merge-matches.ts';
import type { SearchResults } from '../use-cases/interfaces/searcher.ts';

/** Words and words with meaning are calibrated each for itself, so that both are kept: a vector may come too late. */
export interface NotesState {
  /** The notes alone. */
  readonly notes: Knowledge;
  /** With what the team released to answer meanwhile. */
  readonly knowledge: Knowledge;
  readonly byKey: ReadonlyMap<string, Entry>;
  readonly byWords: SearchIndex;
  /** For a while after a change that of earlier notes; null before the first encoding. */
  readonly byMeaning: SearchIndex | null;
  /** Keys of the entries that `byMeaning` does not know as they are now: they are found by words. */
  readonly changed: ReadonlySet<string>;
}

/** Newly read notes: what has not changed is still found by the meaning known before. */
export function toNotesState(
  { knowledge, notes }: Pick<NotesState, 'knowledge' | 'notes'>,
  byWords: SearchIndex,
  before: NotesState | null,
): NotesState {
  const byMeaning = before?.byMeaning ?? null;
  return {
    notes,
    knowledge,
    byKey: new Map(knowledge.entries.map((entry) => [entry.key, entry])),
    byWords,
    byMeaning,
    changed: byMeaning === null ? new Set() : changedSince(byMeaning.entries, knowledge.entries),
  };
}

export interface AskedTexts {
  readonly texts: readonly string[];
  readonly scope: NoteScope;
  /** What each is encoded as; null where words alone are read. */
  readonly encoded: readonly EncodedQuestion[] | null;
  /** Who did that. */
  readonly encoder: string;
}

/** Matches texts by the index for what is at hand: words, or words and what they are `encoded` as. */
export function matchTexts(state: NotesState, { texts, scope, encoded, encoder }: AskedTexts): SearchResults {
  const { thresholds, reading } = (encoded && state.byMeaning) ?? state.byWords;
  const results = texts.map((text, at) => {
    const question = encoded?.[at] ?? null;
    const vector = question && { encoder, numbers: question.vector };
    return { text, matches: matchText(state, text, question, scope), vector };
  });
  return { results, thresholds, reading };
}

function matchText(
  state: NotesState,
  text: string,
  encoded: EncodedQuestion | null,
  scope: NoteScope,
): readonly Match[] {
  const { byKey, byWords, byMeaning, changed } = state;
  if (encoded === null || byMeaning === null) return matchQuestion(byWords, text, null, scope);
  const found = matchQuestion(byMeaning, text, encoded, scope).flatMap((match) => {
    const entry = byKey.get(match.entry.key);
    return entry === undefined ? [] : [{ ...match, entry }];
  });
  return changed.size === 0 ? found : mergeMatches(found, matchQuestion(byWords, text, null, scope), changed);
}
