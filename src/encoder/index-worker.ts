// Builds an index in a thread of its own and answers from it. Edge.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Entry } from '../knowledge/entry.ts';
import { buildIndex, type SearchIndex, textsToEncode } from '../search/build-index.ts';
import chatter from '../search/chatter.json' with { type: 'json' };
import { completeQuestion } from '../search/complete-question.ts';
import { matchQuestion, textToEncode } from '../search/match-question.ts';
import { readEnglishWords } from './english-words.ts';
import type { IndexReply, IndexRequest } from './index-messages.ts';
import { unpacked } from './vectors.ts';

type Asked<Kind extends IndexRequest['kind']> = Extract<IndexRequest, { kind: Kind }>;

/** The notes of one worker, with their index by words, the one by words and meaning, or both: each is calibrated for itself. */
class IndexKeeper {
  /** Filled once the first index stands, which does not wait for it. */
  readonly #english = new Map<string, number>();
  readonly #say: (reply: IndexReply) => void;
  readonly #entries: Entry[] = [];
  readonly #places = new Map<Entry, number>();
  readonly #vectors = new Map<string, Float32Array>();
  /** What is to come as vectors, from the first time it is listed until the index that reads them is built. */
  #texts: readonly string[] | null = null;
  #notCovered: readonly string[] = [];
  #maxFalseReplies = 0;
  #byWords: SearchIndex | null = null;
  #byMeaning: SearchIndex | null = null;

  constructor(say: (reply: IndexReply) => void) {
    this.#say = say;
  }

  hear(request: IndexRequest): void {
    switch (request.kind) {
      case 'forget':
        this.#forget();
        break;
      case 'entries':
        for (const entry of request.entries) this.#places.set(entry, this.#entries.push(entry) - 1);
        break;
      case 'notes-end':
        this.#notCovered = request.notCovered;
        this.#maxFalseReplies = request.maxFalseReplies;
        break;
      case 'list-texts':
        this.#listTexts(request);
        break;
      case 'vectors':
        this.#take(request);
        break;
      case 'build':
        if (request.reading === 'words') this.#byWords = this.#build(null);
        else this.#byMeaning = this.#build(this.#vectors);
        this.#texts = null;
        this.#say({ kind: 'ready', reading: request.reading });
        if (this.#english.size === 0) void this.#learnEnglish();
        break;
      case 'correct':
        this.#answer(request.id, () => this.#correct(request));
        break;
      case 'match':
        this.#answer(request.id, () => this.#match(request));
        break;
      case 'complete':
        this.#answer(request.id, () => this.#complete(request));
        break;
    }
  }

  #forget(): void {
    this.#entries.length = 0;
    this.#places.clear();
    this.#vectors.clear();
    this.#texts = null;
    this.#byWords = null;
    this.#byMeaning = null;
  }

  async #learnEnglish(): Promise<void> {
    for (const [word, rank] of await readEnglishWords()) this.#english.set(word, rank);
  }

  #listTexts({ start, end }: Asked<'list-texts'>): void {
    this.#texts ??= textsToEncode(this.#entries, this.#notCovered, chatter);
    this.#say({ kind: 'texts', texts: this.#texts.slice(start, end), total: this.#texts.length });
  }

  #take({ start, count, packed }: Asked<'vectors'>): void {
    const texts = this.#texts?.slice(start, start + count) ?? [];
    const vectors = unpacked(packed, packed.length / count);
    for (const [place, text] of texts.entries()) this.#vectors.set(text, vectors[place] ?? new Float32Array(0));
  }

  #build(vectors: ReadonlyMap<string, Float32Array> | null): SearchIndex {
    const maxFalseReplies = this.#maxFalseReplies;
    return buildIndex({
      entries: this.#entries,
      notCovered: this.#notCovered,
      chatter,
      vectors,
      maxFalseReplies,
      english: this.#english,
    });
  }

  #match({ id, texts, packed }: Asked<'match'>): IndexReply {
    const index = (packed === null ? this.#byWords : this.#byMeaning) ?? this.#byMeaning ?? this.#byWords;
    if (index === null) throw new Error('Asked before the index was built.');
    const vectors = packed === null ? [] : unpacked(packed, packed.length / texts.length);
    const results = texts.map((text, at) =>
      matchQuestion(index, text, vectors[at] ?? null).map(({ entry, confidence, evidence }) => ({
        place: this.#places.get(entry) ?? -1,
        confidence,
        evidence,
      })),
    );
    return { kind: 'matches', id, results, thresholds: index.thresholds, reading: index.reading };
  }

  #correct({ id, texts }: Asked<'correct'>): IndexReply {
    const index = this.#byMeaning ?? this.#byWords;
    if (index === null) throw new Error('Asked before the index was built.');
    return { kind: 'corrected', id, texts: texts.map((text) => textToEncode(index, text)) };
  }

  #complete({ id, typed, limit }: Asked<'complete'>): IndexReply {
    const index = this.#byMeaning ?? this.#byWords;
    if (index === null) throw new Error('Asked before the index was built.');
    const entries = completeQuestion(index, typed, limit);
    return { kind: 'completions', id, places: entries.map((entry) => this.#places.get(entry) ?? -1) };
  }

  #answer(id: number, toReply: () => IndexReply): void {
    try {
      this.#say(toReply());
    } catch (error) {
      this.#say({ kind: 'refused', id, problem: String(error) });
    }
  }
}

function serve(port: MessagePort): void {
  const keeper = new IndexKeeper((reply) => port.postMessage(reply));
  port.on('message', (request: IndexRequest) => keeper.hear(request));
}

if (parentPort !== null && workerData?.worker === 'index') serve(parentPort);
