// Has the notes read with what the team taught, and does so again whenever either changes.
import type { Fault } from '../../knowledge/fault.ts';
import type { LearnedWording } from '../../knowledge/learned-wording.ts';
import type { MeanwhileAnswer } from '../../knowledge/meanwhile-answer.ts';
import { groupFindings, shownOfKind } from '../../quality/group-findings.ts';
import { count } from '../../quality/summarize-notes.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { NotesSummary } from './notes.ts';

/** What a reading found. */
export interface ReadNotes extends NotesSummary {
  /** Ids of learned wordings that the phrasings files hold by now. */
  readonly settled: readonly string[];
  /** Ids of draft entries that the notes hold by now. */
  readonly settledDrafts: readonly string[];
}

/** A draft entry that the team took. */
export interface TakenDraft extends MeanwhileAnswer {
  /** True while it may answer though no note holds it. */
  readonly isReleased: boolean;
  /** True where it was written into a note: which of them answers the question then, the note says. */
  readonly isExported: boolean;
}

/** What the team said in Slack. */
export interface Taught {
  readonly wordings: readonly LearnedWording[];
  readonly drafts?: readonly TakenDraft[];
}

/** What reads the notes and answers from them: from the old ones until the new ones answer. */
export interface KnowledgeIndex {
  /**
   * Reads the notes as they are at `now` (milliseconds since 1970), with what was learned. Resolves when they answer by words. Rejects
   * where the folder cannot be read or no index can be built: what answered before goes on.
   */
  read(taught: Taught, now: number): Promise<ReadNotes>;
  /** Calls `onChange` soon after the notes changed on disk; gives the function that stops it. */
  watch(onChange: () => void): () => Promise<void>;
}

/** What the team taught in Slack: it counts among the phrasings. */
export interface LearnedSource {
  list(): Promise<readonly LearnedWording[]>;
  /** Changes whenever `list` does, whichever replica changed it. */
  version(): Promise<string>;
  remove(ids: readonly string[]): Promise<void>;
}

/** What the team wrote in Slack and took as answers. */
export interface DraftSource {
  /** As they stand at `now` (milliseconds since 1970). */
  listTaken(now: number): Promise<readonly TakenDraft[]>;
  /** Changes whenever `listTaken` does, by anybody's doing or because the time of one is up. */
  version(now: number): Promise<string>;
  remove(ids: readonly string[]): Promise<void>;
}

export interface KeepDependencies {
  readonly index: KnowledgeIndex;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Left out where nothing is learned, as on the command line. */
  readonly learned?: LearnedSource;
  readonly drafts?: DraftSource;
}

/** Hears of notes that have changed, once they answer. */
export type KnowledgeListener = () => Promise<void>;

/** One reading at a time: a change during a reading leads to one more after it. */
export class KnowledgeKeeper {
  readonly #dependencies: KeepDependencies;
  #reading: Promise<NotesSummary> | null = null;
  #again: Promise<NotesSummary> | null = null;
  /** What the running index knows. */
  #taughtVersion: string | null = null;
  #catchingUp: Promise<void> = Promise.resolve();
  readonly #listeners: KnowledgeListener[] = [];

  constructor(dependencies: KeepDependencies) {
    this.#dependencies = dependencies;
  }

  /** Reads and indexes the notes as they are now. Rejects where the folder cannot be read or no index can be built. */
  async reload(): Promise<NotesSummary> {
    if (this.#reading === null) return await this.#start();
    this.#again ??= this.#reading.then(
      () => this.#restart(),
      () => this.#restart(),
    );
    return await this.#again;
  }

  /** Reloads soon after each change; a reading that fails is logged and the last one goes on. Gives the function that stops it. */
  watch(): () => Promise<void> {
    const { index, logger } = this.#dependencies;
    return index.watch(() => {
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
      if ((await this.#readVersion()) !== this.#taughtVersion) await this.reload();
    });
    this.#catchingUp = turn.catch(() => {});
    await turn;
  }

  /** Null where nothing is taught. */
  async #readVersion(): Promise<string | null> {
    const { clock, learned, drafts } = this.#dependencies;
    const versions = [await learned?.version(), await drafts?.version(clock.now())].filter(
      (each) => each !== undefined,
    );
    return versions.length === 0 ? null : versions.join(' ');
  }

  async #restart(): Promise<NotesSummary> {
    this.#again = null;
    return await this.#start();
  }

  async #start(): Promise<NotesSummary> {
    this.#reading = this.#read();
    try {
      return await this.#reading;
    } finally {
      this.#reading = null;
    }
  }

  async #read(): Promise<NotesSummary> {
    const { index, clock, learned, drafts, logger } = this.#dependencies;
    // Before the list: what is learned in between leads to one reading more, never to one too few.
    const version = await this.#readVersion();
    const now = clock.now();
    const taught = { wordings: (await learned?.list()) ?? [], drafts: (await drafts?.listTaken(now)) ?? [] };
    const { settled, settledDrafts, ...summary } = await index.read(taught, now);
    if (settled.length > 0) await learned?.remove(settled);
    if (settledDrafts.length > 0) await drafts?.remove(settledDrafts);
    this.#taughtVersion = version;
    this.#tellListeners();
    this.#logFaults(summary.faults);
    for (const line of summary.taken) logger.info({}, line);
    logger.info({ posts: summary.posts, entries: summary.entries }, describeSummary(summary));
    if (summary.entries === 0)
      logger.warn(
        {},
        'There is nothing to answer with: KNOWLEDGE_DIR names the folder of the notes, and npm run rolecall -- check says what is missing',
      );
    return summary;
  }

  /** The first of each kind; `check` shows the rest. */
  #logFaults(faults: readonly Fault[]): void {
    const { logger } = this.#dependencies;
    for (const group of groupFindings(faults)) {
      for (const fault of group.slice(0, shownOfKind))
        logger.warn({ file: fault.file, line: fault.line }, describeFault(fault));
      const more = group.length - shownOfKind;
      if (more > 0) logger.warn({ more }, `… and ${more} more of this kind: npm run rolecall -- check shows them`);
    }
  }

  #tellListeners(): void {
    for (const listener of this.#listeners) {
      listener().catch((error: unknown) =>
        this.#dependencies.logger.error({ err: error }, 'What follows from changed notes was not done'),
      );
    }
  }
}

/** `notes/role.md, line 3: The front matter does not end. Close it with ---.` */
export function describeFault({ file, line, problem, mend }: Fault): string {
  return `${file}${line === null ? '' : `, line ${line}`}: ${problem} ${mend}`;
}

function describeSummary({ entries, posts, unlinked }: NotesSummary): string {
  const links = unlinked === 0 ? '' : `; ${unlinked} of them have no link: give the notes a url, or set SITE_URL`;
  return `Read ${count(entries, 'entry', 'entries')} from ${count(posts, 'note')}${links}`;
}
