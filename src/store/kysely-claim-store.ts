// Claims in SQL: the primary key decides who speaks. Edge.
import type { Claim, ClaimStore } from '../use-cases/interfaces/claim-store.ts';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { Database } from './open-database.ts';

export class KyselyClaimStore implements ClaimStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async claim(claim: Claim, now: number, lastsMs: number | null = null): Promise<boolean> {
    const row = toClaimRow(claim, now);
    const { claimed_at } = row;
    const result = await this.#database
      .insertInto('claims')
      .values(row)
      .onConflict((conflict) => {
        if (lastsMs === null) return conflict.doNothing();
        const earlier = conflict.columns(['team', 'channel', 'ts', 'purpose']).doUpdateSet({ claimed_at });
        return earlier.where('claims.claimed_at', '<=', new Date(now - lastsMs).toISOString());
      })
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

  /** Slack delivers nothing again after so long. */
  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('claims').where('claimed_at', '<', new Date(time).toISOString()).execute();
  }

  /** What was said to this person privately; all other claims name messages only. */
  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database
      .deleteFrom('claims')
      .where('team', '=', team)
      .where('purpose', 'like', 'notice-%')
      .where(({ eb, or }) => or([eb('ts', '=', user), eb('ts', 'like', `${user}:%`)]))
      .execute();
  }
}

/** `now`: milliseconds. */
export function toClaimRow({ team, channel, ts, purpose }: Claim, now: number) {
  return { team, channel, ts, purpose, claimed_at: new Date(now).toISOString() };
}
