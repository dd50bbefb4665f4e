// The notes and their index, in whichever thread holds them: read, indexed by words and by meaning, asked. Edge.
import { setTimeout as wait } from 'node:timers/promises';
import type { Entry } from '../knowledge/entry.ts';
import { findRepeated } from '../knowledge/find-repeated.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { addMeanwhile, isInNotes } from '../knowledge/meanwhile-answer.ts';
import { mergeLearned } from '../knowledge/merge-learned.ts';
import { allNotes, type NoteScope } from '../knowledge/note-scope.ts';
import { buildIndex, type SearchIndex } from '../search/build-index.ts';
import chatter from '../search/chatter.json' with { type: 'json' };
import { completeQuestion } from '../search/complete-question.ts';
import { textToEncode } from '../search/match-question.ts';
import { LostStates } from '../search/scoring/token-states.ts';
import type { Allowed } from '../search/thresholds.ts';
import type { EncodedText, Encoder } from '../use-cases/interfaces/encoder.ts';
import type { Searcher, SearchResults } from '../use-cases/interfaces/searcher.ts';
import type { KnowledgeIndex, ReadNotes, Taught } from '../use-cases/notes/keep-knowledge.ts';
import type { KnowledgeSource } from '../use-cases/notes/knowledge-source.ts';
import { type ListedEntry, type Notes, type NotesSummary, toListed, toSummary } from '../use-cases/notes/notes.ts';
import { findLinked, type Linked } from '../use-cases/unfurl/find-linked.ts';
import { encodeNotes } from './encode-notes.ts';
import { readEnglishWords } from './english-words.ts';
import { type AskedTexts, matchTexts, type NotesState, toNotesState } from './notes-state.ts';
import { QuestionEncoder } from './question-encoder.ts';

type Reading = SearchResults['reading'];

/** Who hears what nobody asked for. */
export interface IndexListener {
  /** How many of the notes' texts have their vector. Heard often during a first encoding. */
  readonly onProgress: (done: number, total: number) => void;
  /** A new index answers from now on. */
  readonly onSwap: (reading: Reading, entries: number) => void;
  /** The encoder failed; the search goes on with what it has. */
  readonly onFault: (error: unknown) => void;
}

export interface NotesIndexOptions extends Allowed {
  readonly source: KnowledgeSource;
  /** Null with `ENCODER=off`: words alone are read. It is closed with the index. */
  readonly encoder: Encoder | null;
  /** A reading that was begun before: the first `read` takes it. */
  readonly ahead?: Promise<Knowledge>;
  /** How long a question waits for its vector before words alone answer. */
  readonly patienceMs?: number;
  /** Pause before an encoder that failed is tried again. */
  readonly retryAfterMs?: number;
}

const PATIENCE_MS = 1_000;
const RETRY_AFTER_MS = 60_000;

interface Waiting {
  resolve(state: NotesState): void;
  reject(error: unknown): void;
}

/** Reads notes and answers from them. What is asked before they are read for the first time waits for it. */
export class NotesIndex implements KnowledgeIndex, Notes, Searcher {
  readonly #options: NotesIndexOptions;
  readonly #listener: IndexListener;
  readonly #questions: QuestionEncoder | null;
  readonly #english = readEnglishWords();
  readonly #closing = new AbortController();
  #ahead: Promise<Knowledge> | null;
  #state: NotesState | null = null;
  /** The index whose states of tokens are being made anew. */
  #lacking: SearchIndex | null = null;
  #waiting: Waiting[] = [];
  #reading: Promise<unknown> = Promise.resolve();
  /** Ends with an index by meaning in place, or with the encoder's fault told. */
  #deepening: Promise<void> = Promise.resolve();

  constructor(options: NotesIndexOptions, listener: IndexListener) {
    const { encoder, ahead = null, patienceMs = PATIENCE_MS } = options;
    this.#options = options;
    this.#listener = listener;
    this.#ahead = ahead;
    this.#questions = encoder && new QuestionEncoder(encoder, { patienceMs, onFault: listener.onFault });
  }

  /**
   * Reads the notes as they are at `now` (milliseconds since 1970), with what was learned. Resolves when they answer by words; by meaning
   * they do so later, and until then what is unchanged is still found by meaning. Rejects where the folder cannot be read.
   */
  async read(taught: Taught, now: number): Promise<ReadNotes> {
    const reading = this.#reading.then(() => this.#readWords(taught, now));
    this.#reading = reading.catch((error: unknown) => this.#refuse(error));
    return await reading;
  }

  watch(onChange: () => void): () => Promise<void> {
    return this.#options.source.watch(onChange);
  }

  /** Resolves when the notes read last are read as far as they will be, with what the index then reads: words alone where there is no encoder or it failed. */
  async whenMeaningful(): Promise<Reading> {
    await this.#answering();
    for (let latest: Promise<void> | null = null; latest !== this.#deepening; ) {
      latest = this.#deepening;
      await latest;
    }
    return this.#state?.byMeaning ? 'words-and-meaning' : 'words';
  }

  async match(texts: readonly string[], scope: NoteScope = allNotes): Promise<SearchResults> {
    // A message of one sentence is its own question: it is looked up once.
    const different = [...new Set(texts)];
    const { byWords } = await this.#answering();
    const encoded = (await this.#questions?.encode(different.map((text) => textToEncode(byWords, text)))) ?? null;
    const encoder = this.#options.encoder?.name ?? '';
    const found = this.#matchTexts(await this.#answering(), { texts: different, scope, encoded, encoder });
    return { ...found, results: texts.flatMap((text) => found.results[different.indexOf(text)] ?? []) };
  }

  async complete(typed: string, limit: number): Promise<readonly Entry[]> {
    return completeQuestion((await this.#answering()).byWords, typed, limit);
  }

  async find(key: string): Promise<Entry | null> {
    return (await this.#answering()).byKey.get(key) ?? null;
  }

  async findAll(keys: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
    const { byKey } = await this.#answering();
    return new Map(keys.flatMap((key) => byKey.get(key) ?? []).map((entry) => [entry.key, entry]));
  }

  async list(): Promise<readonly ListedEntry[]> {
    return (await this.#answering()).notes.entries.map(toListed);
  }

  async findLinked(address: string): Promise<Linked | null> {
    return findLinked((await this.#answering()).notes, address);
  }

  async summarise(): Promise<NotesSummary> {
    return toSummary((await this.#answering()).notes, this.#deepest);
  }

  /** The notes and the index that knows most about them, for commands that look into both. */
  async look(): Promise<{ readonly knowledge: Knowledge; readonly index: SearchIndex }> {
    await this.whenMeaningful();
    const { knowledge, byWords, byMeaning } = await this.#answering();
    return { knowledge, index: byMeaning ?? byWords };
  }

  /** Gives up what is being read, and closes the encoder. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#refuse(new Error('The search was closed.'));
    await this.#options.encoder?.close();
    await Promise.all([this.#reading, this.#deepening]);
  }

  /** Where states of tokens were lost (somebody cleared the state directory) it answers without any, and has them made anew. */
  #matchTexts(state: NotesState, asked: AskedTexts): SearchResults {
    try {
      return matchTexts(state, asked);
    } catch (error) {
      if (!(error instanceof LostStates)) throw error;
      this.#replaceLost(state, error);
      const encoded = asked.encoded?.map(({ vector }) => ({ vector, tokens: null })) ?? null;
      return matchTexts(state, { ...asked, encoded });
    }
  }

  #replaceLost({ knowledge, byWords, byMeaning }: NotesState, error: LostStates): void {
    if (byMeaning === null || byMeaning === this.#lacking) return;
    this.#lacking = byMeaning;
    this.#listener.onFault(error);
    this.#deepening = this.#deepening.then(() => this.#readMeaning(knowledge, byWords));
  }

  /** How far the notes are read where nothing fails. */
  get #deepest(): Reading {
    return this.#options.encoder === null ? 'words' : 'words-and-meaning';
  }

  async #answering(): Promise<NotesState> {
    if (this.#state !== null) return this.#state;
    if (this.#closing.signal.aborted) throw new Error('The search was closed.');
    return await new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Tells those who wait for the first reading that there is none. */
  #refuse(error: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  async #readWords({ wordings, drafts = [] }: Taught, now: number): Promise<ReadNotes> {
    const read = this.#ahead ?? this.#options.source.read(now);
    this.#ahead = null;
    const { knowledge: notes, settled } = mergeLearned(await read, wordings);
    const waiting = drafts.filter(({ isExported, ...draft }) => !isInNotes(draft, notes.entries, isExported));
    const released = waiting.filter(({ isReleased }) => isReleased);
    const knowledge = { ...notes, entries: addMeanwhile(notes.entries, released) };
    const byWords = await this.#build(knowledge, null, this.#state?.byWords ?? null);
    this.#swap(toNotesState({ knowledge, notes }, byWords, this.#state));
    this.#deepening = this.#readMeaning(knowledge, byWords);
    const settledDrafts = drafts.filter((draft) => !waiting.includes(draft)).map(({ id }) => id);
    return { ...toSummary(notes, this.#deepest), settled, settledDrafts };
  }

  /** Encodes the notes and puts an index by meaning beside the one by words, unless newer notes come in between. */
  async #readMeaning(knowledge: Knowledge, byWords: SearchIndex): Promise<void> {
    const isOvertaken = (): boolean => this.#closing.signal.aborted || this.#state?.knowledge !== knowledge;
    try {
      const encoded = await this.#encode(byWords, isOvertaken);
      const byMeaning = encoded && (await this.#build(knowledge, encoded, byWords));
      if (this.#state === null || byMeaning === null || isOvertaken()) return;
      this.#swap({ ...this.#state, byMeaning, changed: new Set() });
    } catch (error) {
      if (isOvertaken()) return;
      this.#listener.onFault(error);
      void this.#readMeaningLater(knowledge, byWords, isOvertaken);
    }
  }

  async #readMeaningLater(knowledge: Knowledge, byWords: SearchIndex, isOvertaken: () => boolean): Promise<void> {
    const pauseMs = this.#options.retryAfterMs ?? RETRY_AFTER_MS;
    await wait(pauseMs, undefined, { signal: this.#closing.signal, ref: false }).catch(() => {});
    if (!isOvertaken()) this.#deepening = this.#readMeaning(knowledge, byWords);
  }

  /** What all texts are encoded as, portion by portion; null without an encoder, or where newer notes have come. */
  async #encode(index: SearchIndex, isOvertaken: () => boolean): Promise<ReadonlyMap<string, EncodedText> | null> {
    const { encoder } = this.#options;
    if (encoder === null) return null;
    const loaded = this.#questions?.load();
    loaded?.catch(() => {});
    const encoded = await encodeNotes(encoder, index, this.#listener.onProgress, isOvertaken);
    if (encoded === null) return null;
    await loaded;
    return encoded;
  }

  async #build(
    { entries, notCovered }: Knowledge,
    encoded: ReadonlyMap<string, EncodedText> | null,
    previous: SearchIndex | null,
  ): Promise<SearchIndex> {
    const { maxFalseReplies, maxQuietSuggestions } = this.#options;
    const vectorOf = encoded && ((text: string) => encoded.get(text)?.vector ?? null);
    const tokensOf = encoded && ((text: string) => encoded.get(text)?.tokens ?? null);
    const english = await this.#english;
    const allowed = { maxFalseReplies, maxQuietSuggestions };
    const repeated = findRepeated(entries);
    const asked = repeated.size === 0 ? entries : entries.filter(({ key }) => !repeated.has(key));
    return buildIndex({ entries: asked, notCovered, chatter, vectorOf, tokensOf, ...allowed, english }, previous);
  }

  #swap(state: NotesState): void {
    this.#state = state;
    for (const { resolve } of this.#waiting.splice(0)) resolve(state);
    this.#listener.onSwap(state.byMeaning === null ? 'words' : 'words-and-meaning', state.knowledge.entries.length);
  }
}
