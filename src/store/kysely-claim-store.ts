// Claims in SQL: the primary key decides who speaks. Edge.
import type { Claim, ClaimStore } from '../use-cases/claim-store.ts';
import type { Database } from './open-database.ts';

export class KyselyClaimStore implements ClaimStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async claim(claim: Claim, now: number): Promise<boolean> {
    const result = await this.#database
      .insertInto('claims')
      .values({ ...claim, claimed_at: new Date(now).toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async release(claim: Claim): Promise<void> {
    await this.#database
      .deleteFrom('claims')
      .where('team', '=', claim.team)
      .where('channel', '=', claim.channel)
      .where('ts', '=', claim.ts)
      .where('purpose', '=', claim.purpose)
      .execute();
  }
}
