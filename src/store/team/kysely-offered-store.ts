// Wordings offered to the team, in SQL: the update of an open row decides who decides. Edge.
import type { Selectable } from 'kysely';
import type { PersonalData } from '../../use-cases/interfaces/personal-data.ts';
import type { OfferedStore, OfferedWording, OfferState } from '../../use-cases/learn/offered-store.ts';
import type { Database } from '../open-database.ts';
import type { OfferedTable } from './team-schema.ts';

export class KyselyOfferedStore implements OfferedStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(offer: OfferedWording): Promise<boolean> {
    const result = await this.#database
      .insertInto('offered_wordings')
      .values(toRow(offer))
      .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts']).doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async find(id: string): Promise<OfferedWording | null> {
    const row = await this.#database.selectFrom('offered_wordings').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toOffer(row);
  }

  async listOpen(team: string): Promise<readonly OfferedWording[]> {
    const rows = await this.#selectOf(team).where('state', '=', 'open').execute();
    return rows.map(toOffer);
  }

  async listShownIn(team: string, shownIn: string): Promise<readonly OfferedWording[]> {
    const rows = await this.#selectOf(team).where('shown_in', '=', shownIn).execute();
    return rows.map(toOffer);
  }

  #selectOf(team: string) {
    return this.#database
      .selectFrom('offered_wordings')
      .selectAll()
      .where('team', '=', team)
      .orderBy('offered_at')
      .orderBy('id');
  }

  async setShown(team: string, shownIn: string): Promise<void> {
    await this.#database
      .updateTable('offered_wordings')
      .set({ shown_in: shownIn })
      .where('team', '=', team)
      .where('state', '=', 'open')
      .where('shown_in', 'is', null)
      .execute();
  }

  async unsetShown(team: string, from: string): Promise<void> {
    await this.#database
      .updateTable('offered_wordings')
      .set({ shown_in: null })
      .where('team', '=', team)
      .where('shown_in', '=', from)
      .execute();
  }

  async decide(id: string, { state, by }: Parameters<OfferedStore['decide']>[1]): Promise<boolean> {
    const result = await this.#database
      .updateTable('offered_wordings')
      .set({ state, decided_by: by })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  async removeOpen(team: string, channel: string, ts: string): Promise<OfferedWording | null> {
    const row = await this.#database
      .deleteFrom('offered_wordings')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .where('state', '=', 'open')
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? null : toOffer(row);
  }

  async reopen(id: string): Promise<void> {
    await this.#database
      .updateTable('offered_wordings')
      .set({ state: 'open', decided_by: null })
      .where('id', '=', id)
      .execute();
  }

  async purgeBefore(time: number): Promise<void> {
    await this.#database
      .deleteFrom('offered_wordings')
      .where('offered_at', '<', new Date(time).toISOString())
      .execute();
  }

  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database.deleteFrom('offered_wordings').where('team', '=', team).where('asker', '=', user).execute();
  }
}

function toRow(offer: OfferedWording): OfferedTable {
  const { id, team, channel, ts, asker, wording, state } = offer;
  return {
    ...{ id, team, channel, ts, asker, wording, state },
    entry_key: offer.entryKey,
    decided_by: offer.decidedBy,
    offered_at: new Date(offer.offeredAt).toISOString(),
    shown_in: offer.shownIn,
  };
}

function toOffer(row: Selectable<OfferedTable>): OfferedWording {
  const { id, team, channel, ts, asker, wording } = row;
  return {
    ...{ id, team, channel, ts, asker, wording },
    entryKey: row.entry_key,
    state: row.state as OfferState,
    decidedBy: row.decided_by,
    offeredAt: Date.parse(row.offered_at),
    shownIn: row.shown_in,
  };
}
