// What the index's thread and its client say to each other. Types only.
import type { SearchResults } from '../use-cases/interfaces/searcher.ts';
import type { NotesIndex } from './notes-index.ts';

/** What the thread can be asked, by name: methods of its `NotesIndex`. */
export type IndexCalls = Pick<
  NotesIndex,
  'read' | 'whenMeaningful' | 'match' | 'complete' | 'find' | 'findAll' | 'list' | 'findLinked' | 'summarise'
>;

export type IndexCall = keyof IndexCalls;

/** `watch`: from now on tell when the notes change on disk. After `close` the thread ends by itself. */
export type IndexRequest =
  | { readonly kind: 'call'; readonly id: number; readonly call: IndexCall; readonly given: readonly unknown[] }
  | { readonly kind: 'watch' }
  | { readonly kind: 'close' };

/** An answer to the call with the same id, or something that nobody asked for. */
export type IndexReply =
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'swapped'; readonly reading: SearchResults['reading']; readonly entries: number }
  | { readonly kind: 'fault'; readonly problem: string };
