// Draft entries in SQL: the update of a row in a known state decides who decides. Edge.
import type { Selectable, Transaction } from 'kysely';
import type {
  AskedWording,
  DraftEntry,
  DraftState,
  DraftStore,
  DraftText,
} from '../../use-cases/drafts/draft-store.ts';
import { toLastRelease, toTakenDraft } from '../../use-cases/drafts/to-taken-draft.ts';
import type { PersonalData } from '../../use-cases/interfaces/personal-data.ts';
import type { TakenDraft } from '../../use-cases/notes/keep-knowledge.ts';
import type { Database } from '../open-database.ts';
import type { Schema } from '../schema.ts';
import { changeCounted, readVersion } from './change-counted.ts';
import type { DraftTable } from './team-schema.ts';

type Place = Pick<DraftEntry, 'team' | 'channel' | 'ts'>;

export class KyselyDraftStore implements DraftStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(draft: DraftEntry): Promise<boolean> {
    const result = await this.#database
      .insertInto('draft_entries')
      .values(toRow(draft))
      .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts']).doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async find(id: string): Promise<DraftEntry | null> {
    const row = await this.#database.selectFrom('draft_entries').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toDraft(row);
  }

  async list(team: string, states: readonly DraftState[]): Promise<readonly DraftEntry[]> {
    const rows = await this.#database
      .selectFrom('draft_entries')
      .selectAll()
      .where('team', '=', team)
      .where('state', 'in', states)
      .orderBy('written_at')
      .orderBy('id')
      .execute();
    return rows.map(toDraft);
  }

  async listTaken(now: number): Promise<readonly TakenDraft[]> {
    return (await this.#selectTaken().execute()).map((row) => toTakenDraft(toDraft(row), now));
  }

  async listToExport(): Promise<readonly DraftEntry[]> {
    return (await this.#selectTaken().where('exported_at', 'is', null).execute()).map(toDraft);
  }

  #selectTaken() {
    return this.#database
      .selectFrom('draft_entries')
      .selectAll()
      .where('state', '=', 'taken')
      .orderBy('written_at')
      .orderBy('id');
  }

  async aim(id: string, { question, note, entryId, corrects }: Parameters<DraftStore['aim']>[1]): Promise<void> {
    await this.#database
      .updateTable('draft_entries')
      .set({ question, note, corrects, entry_id: entryId, wordings: null })
      .where('id', '=', id)
      .where('state', '=', 'offered')
      .execute();
  }

  async edit(id: string, text: DraftText): Promise<boolean> {
    const edited = await this.#change(async (changing) => {
      const update = changing
        .updateTable('draft_entries')
        .set({ ...text, exported_at: null })
        .where('id', '=', id)
        .where('state', '!=', 'refused');
      return (await update.executeTakeFirst()).numUpdatedRows;
    });
    return edited > 0n;
  }

  async rewriteOffered({ team, channel, ts }: Place, answer: string): Promise<void> {
    await this.#database
      .updateTable('draft_entries')
      .set({ answer })
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .where('state', '=', 'offered')
      .execute();
  }

  async removeOffered({ team, channel, ts }: Place): Promise<void> {
    await this.#database
      .deleteFrom('draft_entries')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .where('state', '=', 'offered')
      .execute();
  }

  async decide(id: string, { from, to, by }: Parameters<DraftStore['decide']>[1]): Promise<boolean> {
    const decided = await this.#change(async (changing) => {
      const update = changing
        .updateTable('draft_entries')
        .set({ state: to, decided_by: by, ...(to === 'taken' ? {} : { released_at: null }) })
        .where('id', '=', id)
        .where('state', 'in', from);
      return (await update.executeTakeFirst()).numUpdatedRows;
    });
    return decided > 0n;
  }

  async release(id: string, at: number | null): Promise<boolean> {
    const released = await this.#change(async (changing) => {
      const update = changing
        .updateTable('draft_entries')
        .set({ released_at: toDate(at) })
        .where('id', '=', id)
        .where('state', '=', 'taken');
      return (await update.executeTakeFirst()).numUpdatedRows;
    });
    return released > 0n;
  }

  async markExported(ids: readonly string[], at: number): Promise<void> {
    if (ids.length === 0) return;
    await this.#change(async (changing) => {
      const update = changing
        .updateTable('draft_entries')
        .set({ exported_at: toDate(at) })
        .where('id', 'in', ids);
      return (await update.executeTakeFirst()).numUpdatedRows;
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#change(async (changing) => {
      const removing = changing.deleteFrom('draft_entries').where('id', 'in', ids);
      return (await removing.executeTakeFirst()).numDeletedRows;
    });
  }

  /** The number of changes, and how many answer now: that changes by time alone. */
  async version(now: number): Promise<string> {
    const number = await readVersion(this.#database, 'drafts');
    const answering = await this.#database
      .selectFrom('draft_entries')
      .select(({ fn }) => fn.countAll().as('many'))
      .where('state', '=', 'taken')
      .where('released_at', '>', new Date(toLastRelease(now)).toISOString())
      .executeTakeFirst();
    return `${number}/${answering?.many ?? 0}`;
  }

  /** What the team took stays until the notes have it; only whose question it was goes with time. */
  async purgeBefore(time: number): Promise<void> {
    const before = new Date(time).toISOString();
    await this.#database
      .deleteFrom('draft_entries')
      .where('written_at', '<', before)
      .where('state', '!=', 'taken')
      .execute();
    const old = this.#database.updateTable('draft_entries').set({ asker: null, wordings: null });
    await old.where('written_at', '<', before).execute();
  }

  /**
   * Of a question that nobody in the team has taken yet its words go with its asker; the answer is its author's. Who wrote one goes
   * with what only they have seen; what the team has keeps the words without the name.
   */
  async forgetUser(team: string, user: string): Promise<void> {
    await this.#change(async (changing) => {
      await changing
        .updateTable('draft_entries')
        .set({ question: '' })
        .where('team', '=', team)
        .where('asker', '=', user)
        .where('corrects', 'is', null)
        .where('state', 'in', ['offered', 'kept'])
        .execute();
      await changing
        .deleteFrom('draft_entries')
        .where('team', '=', team)
        .where('author', '=', user)
        .where('state', 'in', ['offered', 'refused'])
        .execute();
      await forgetWordings(changing, team, user);
      const asked = changing.updateTable('draft_entries').set({ asker: null });
      await asked.where('team', '=', team).where('asker', '=', user).execute();
      const written = changing.updateTable('draft_entries').set({ author: '', author_name: '' });
      return (await written.where('team', '=', team).where('author', '=', user).executeTakeFirst()).numUpdatedRows;
    });
  }

  #change(change: (changing: Transaction<Schema>) => Promise<bigint>): Promise<bigint> {
    return changeCounted(this.#database, 'drafts', change);
  }
}

async function forgetWordings(changing: Transaction<Schema>, team: string, user: string): Promise<void> {
  const rows = await changing
    .selectFrom('draft_entries')
    .select(['id', 'wordings'])
    .where('team', '=', team)
    .where('wordings', 'like', `%${JSON.stringify(user)}%`)
    .execute();
  for (const { id, wordings } of rows) {
    const others = toWordings(wordings ?? '[]').filter(({ asker }) => asker !== user);
    const kept = changing.updateTable('draft_entries').set({ wordings: JSON.stringify(others) });
    await kept.where('id', '=', id).execute();
  }
}

function toDate(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function toTime(date: string | null): number | null {
  return date === null ? null : Date.parse(date);
}

function toRow(draft: DraftEntry): DraftTable {
  const { id, team, channel, ts, asker, author, question, answer, note, corrects, state } = draft;
  return {
    ...{ id, team, channel, ts, asker, author, question, answer, note, corrects, state },
    wordings: draft.wordings === undefined ? null : JSON.stringify(draft.wordings),
    thread_ts: draft.threadTs,
    author_name: draft.authorName,
    entry_id: draft.entryId,
    decided_by: draft.decidedBy,
    released_at: toDate(draft.releasedAt),
    exported_at: toDate(draft.exportedAt),
    written_at: new Date(draft.writtenAt).toISOString(),
  };
}

function toWordings(json: string): readonly AskedWording[] {
  return JSON.parse(json) as readonly AskedWording[];
}

function toDraft(row: Selectable<DraftTable>): DraftEntry {
  const { id, team, channel, ts, asker, author, question, answer, note, corrects } = row;
  return {
    ...{ id, team, channel, ts, asker, author, question, answer, note, corrects },
    ...(row.wordings === null ? {} : { wordings: toWordings(row.wordings) }),
    threadTs: row.thread_ts,
    authorName: row.author_name,
    entryId: row.entry_id,
    state: row.state as DraftState,
    decidedBy: row.decided_by,
    releasedAt: toTime(row.released_at),
    exportedAt: toTime(row.exported_at),
    writtenAt: Date.parse(row.written_at),
  };
}
