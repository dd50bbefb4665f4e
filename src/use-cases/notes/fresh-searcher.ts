// A searcher that ranks by the index at hand and shows each entry as the notes have it now.
import type { Entry } from '../../knowledge/entry.ts';
import type { Searcher, SearchResults } from '../interfaces/searcher.ts';
import type { Notes } from './notes.ts';

/**
 * While a new index is being built the old one ranks; what it finds is shown in its newest wording, and what is gone from the notes
 * is not found any more. So a corrected answer takes effect at once, however long the index takes.
 */
export class FreshSearcher implements Searcher {
  readonly #searcher: Searcher;
  readonly #notes: Notes;

  constructor(searcher: Searcher, notes: Notes) {
    this.#searcher = searcher;
    this.#notes = notes;
  }

  async match(texts: readonly string[]): Promise<SearchResults> {
    const found = await this.#searcher.match(texts);
    const results = found.results.map((result) => ({
      ...result,
      matches: result.matches.flatMap((match) => this.#refresh(match.entry).map((entry) => ({ ...match, entry }))),
    }));
    return { ...found, results };
  }

  async complete(typed: string, limit: number): Promise<readonly Entry[]> {
    return (await this.#searcher.complete(typed, limit)).flatMap((entry) => this.#refresh(entry));
  }

  #refresh({ key }: Entry): readonly Entry[] {
    const entry = this.#notes.find(key);
    return entry === null ? [] : [entry];
  }
}
