// Reviews of notes and entries in SQL: one row for each, whose update in a known state decides who renews it. Edge.
import type { Selectable } from 'kysely';
import type { ReviewStore, StoredReview } from '../../use-cases/reviews/review-store.ts';
import type { Database } from '../open-database.ts';
import type { ReviewTable } from './team-schema.ts';

export class KyselyReviewStore implements ReviewStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(fresh: StoredReview): Promise<StoredReview> {
    const { team, note, entry_id, review, interval_days } = toRow(fresh);
    await this.#database
      .insertInto('reviews')
      .values(toRow(fresh))
      .onConflict((conflict) => conflict.columns(['team', 'note', 'entry_id']).doNothing())
      .execute();
    await this.#database
      .updateTable('reviews')
      .set(({ eb }) => ({
        review,
        interval_days: eb
          .case()
          .when('renewed_to', '=', review)
          .then(eb.ref('interval_days'))
          .else(interval_days)
          .end(),
        ...{ asked_at: null, renewed_to: null, exported_at: null },
      }))
      .where('team', '=', team)
      .where('note', '=', note)
      .where('entry_id', '=', entry_id)
      .where('review', '!=', review)
      .execute();
    const row = await this.#database
      .selectFrom('reviews')
      .selectAll()
      .where('team', '=', team)
      .where('note', '=', note)
      .where('entry_id', '=', entry_id)
      .executeTakeFirstOrThrow();
    return toReview(row);
  }

  async find(id: string): Promise<StoredReview | null> {
    const row = await this.#database.selectFrom('reviews').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toReview(row);
  }

  async noteAsked(id: string, at: number): Promise<void> {
    await this.#database
      .updateTable('reviews')
      .set({ asked_at: toDate(at) })
      .where('id', '=', id)
      .execute();
  }

  async renew(id: string, from: Pick<StoredReview, 'review' | 'renewedTo'>, to: string): Promise<boolean> {
    const renewed = await this.#database
      .updateTable('reviews')
      .set({ renewed_to: to, exported_at: null })
      .where('id', '=', id)
      .where('review', '=', from.review)
      .where('renewed_to', from.renewedTo === null ? 'is' : '=', from.renewedTo)
      .executeTakeFirst();
    return renewed.numUpdatedRows > 0n;
  }

  async listToExport(): Promise<readonly StoredReview[]> {
    const rows = await this.#database
      .selectFrom('reviews')
      .selectAll()
      .where('renewed_to', 'is not', null)
      .where('exported_at', 'is', null)
      .orderBy('note')
      .orderBy('entry_id')
      .execute();
    return rows.map(toReview);
  }

  async markExported(ids: readonly string[], at: number): Promise<void> {
    if (ids.length === 0) return;
    await this.#database
      .updateTable('reviews')
      .set({ exported_at: toDate(at) })
      .where('id', 'in', ids)
      .execute();
  }
}

function toDate(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function toTime(date: string | null): number | null {
  return date === null ? null : Date.parse(date);
}

function toRow({ id, team, note, review, ...other }: StoredReview): ReviewTable {
  return {
    ...{ id, team, note, review },
    entry_id: other.entryId ?? '',
    interval_days: other.intervalDays,
    asked_at: toDate(other.askedAt),
    renewed_to: other.renewedTo,
    exported_at: toDate(other.exportedAt),
  };
}

function toReview({ id, team, note, review, ...row }: Selectable<ReviewTable>): StoredReview {
  return {
    ...{ id, team, note, review },
    entryId: row.entry_id === '' ? null : row.entry_id,
    intervalDays: row.interval_days,
    askedAt: toTime(row.asked_at),
    renewedTo: row.renewed_to,
    exportedAt: toTime(row.exported_at),
  };
}
