// Reads the notes, indexes them, and does so again whenever they change on disk.
import type { Fault } from '../../knowledge/fault.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { LearnedWording } from '../../knowledge/learned-wording.ts';
import { mergeLearned } from '../../knowledge/merge-learned.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { KnowledgeSource } from './knowledge-source.ts';
import type { Notes } from './notes.ts';

/** What is told of new notes: it answers from the old ones until the new index stands. */
export interface KnowledgeIndex {
  update(knowledge: Knowledge): Promise<void>;
}

/** What the team taught in Slack: it counts among the phrasings. */
export interface LearnedSource {
  list(): Promise<readonly LearnedWording[]>;
  /** Changes whenever `list` does, whichever replica changed it. */
  version(): Promise<string>;
  remove(ids: readonly string[]): Promise<void>;
}

export interface KeepDependencies {
  readonly source: KnowledgeSource;
  readonly index: KnowledgeIndex;
  /** The notes as they were last read, whether or not an index of them stands. */
  readonly latest: Notes;
  /** The notes that the index answers from. */
  readonly notes: Notes;
  readonly logger: Logger;
  /** Left out where nothing is learned, as on the command line. */
  readonly learned?: LearnedSource;
}

/** Hears of notes that have changed, once they answer. */
export type KnowledgeListener = (knowledge: Knowledge) => Promise<void>;

/** One reading at a time: a change during a reading leads to one more after it. */
export class KnowledgeKeeper {
  readonly #dependencies: KeepDependencies;
  #reading: Promise<Knowledge> | null = null;
  #again: Promise<Knowledge> | null = null;
  /** What the running index knows. */
  #learnedVersion: string | null = null;
  #catchingUp: Promise<void> = Promise.resolve();
  readonly #listeners: KnowledgeListener[] = [];

  constructor(dependencies: KeepDependencies) {
    this.#dependencies = dependencies;
  }

  /** Reads and indexes the notes as they are now. Rejects where the folder cannot be read or no index can be built. */
  async reload(): Promise<Knowledge> {
    if (this.#reading === null) return await this.#start();
    this.#again ??= this.#reading.then(
      () => this.#restart(),
      () => this.#restart(),
    );
    return await this.#again;
  }

  /** Reloads soon after each change; a reading that fails is logged and the last one goes on. Gives the function that stops it. */
  watch(): () => Promise<void> {
    const { source, logger } = this.#dependencies;
    return source.watch(() => {
      this.reload().catch((error: unknown) =>
        logger.error({ err: error }, 'The notes cannot be read anew; the last state answers'),
      );
    });
  }

  /** From now on `listener` is told after each reading. Nobody waits for it; where it fails, the log says so. */
  onUpdate(listener: KnowledgeListener): void {
    this.#listeners.push(listener);
  }

  /** Reads anew where something was learned or forgotten since the last reading, here or by another replica. */
  async catchUp(): Promise<void> {
    const turn = this.#catchingUp.then(async () => {
      const version = await this.#dependencies.learned?.version();
      if (version !== undefined && version !== this.#learnedVersion) await this.reload();
    });
    this.#catchingUp = turn.catch(() => {});
    await turn;
  }

  async #restart(): Promise<Knowledge> {
    this.#again = null;
    return await this.#start();
  }

  async #start(): Promise<Knowledge> {
    this.#reading = this.#read();
    try {
      return await this.#reading;
    } finally {
      this.#reading = null;
    }
  }

  async #read(): Promise<Knowledge> {
    const { source, index, latest, notes, logger } = this.#dependencies;
    const read = await source.read();
    // Before the list: what is learned in between leads to one reading more, never to one too few.
    const version = (await this.#dependencies.learned?.version()) ?? null;
    const knowledge = await this.#addLearned(read);
    latest.replace(knowledge);
    await index.update(knowledge);
    notes.replace(knowledge);
    this.#learnedVersion = version;
    this.#tellListeners(knowledge);
    for (const fault of knowledge.faults) logger.warn({ file: fault.file, line: fault.line }, describeFault(fault));
    logger.info({ posts: knowledge.posts.length, entries: knowledge.entries.length }, describeKnowledge(knowledge));
    return knowledge;
  }

  async #addLearned(knowledge: Knowledge): Promise<Knowledge> {
    const { learned } = this.#dependencies;
    if (learned === undefined) return knowledge;
    const merged = mergeLearned(knowledge, await learned.list());
    if (merged.settled.length > 0) await learned.remove(merged.settled);
    return merged.knowledge;
  }

  #tellListeners(knowledge: Knowledge): void {
    for (const listener of this.#listeners) {
      listener(knowledge).catch((error: unknown) =>
        this.#dependencies.logger.error({ err: error }, 'What follows from changed notes was not done'),
      );
    }
  }
}

/** `notes/role.md, line 3: The front matter does not end. Close it with ---.` */
export function describeFault({ file, line, problem, mend }: Fault): string {
  return `${file}${line === null ? '' : `, line ${line}`}: ${problem} ${mend}`;
}

function describeKnowledge({ entries, posts }: Knowledge): string {
  const unlinked = entries.filter(({ url }) => url === null).length;
  const links = unlinked === 0 ? '' : `; ${unlinked} of them have no link: give the notes a url, or set SITE_URL`;
  return `Read ${count(entries.length, 'entry', 'entries')} from ${count(posts.length, 'note', 'notes')}${links}`;
}

function count(many: number, one: string, several: string): string {
  return `${many} ${many === 1 ? one : several}`;
}
