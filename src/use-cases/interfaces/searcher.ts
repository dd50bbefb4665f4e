// The search as use cases see it: asynchronous, because vectors and the index live in workers. Interface only.
import type { SentenceVector } from '../../answer/asks.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { NoteScope } from '../../knowledge/note-scope.ts';
import type { Match, Thresholds } from '../../search/match.ts';

/** The matches of one text, best first; at least three where the notes have three entries. */
export interface SearchResult {
  readonly text: string;
  readonly matches: readonly Match[];
  /** The text's own vector, for `asksWithMeaning`; null or absent where no encoder was at hand in time. */
  readonly vector?: SentenceVector | null;
}

export interface SearchResults {
  /** One for each text asked, in order. */
  readonly results: readonly SearchResult[];
  readonly thresholds: Thresholds;
  /** Which index answered: words alone, or words with meaning. Each has its own calibration. */
  readonly reading: 'words' | 'words-and-meaning';
}

export interface Searcher {
  /**
   * Matches each text against the entries of the notes in `scope`, or of all where it is left out. Where there are none there are no matches;
   * never waits for the encoder to load.
   */
  match(texts: readonly string[], scope?: NoteScope): Promise<SearchResults>;
  /** Type-ahead over headings and phrasings by Fuse.js: exact, then prefix, then fuzzy. At most `limit` entries. */
  complete(typed: string, limit: number): Promise<readonly Entry[]>;
}
