// Channel settings in SQL. Edge.
import { type ChannelMode, channelModes } from '../answer/channel-mode.ts';
import type { SettingsStore } from '../use-cases/settings/settings-store.ts';
import type { Database } from './open-database.ts';

export class KyselySettingsStore implements SettingsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async findMode(team: string, channel: string): Promise<ChannelMode | null> {
    const row = await this.#database
      .selectFrom('channel_settings')
      .select('mode')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .executeTakeFirst();
    return channelModes.find((mode) => mode === row?.mode) ?? null;
  }

  async move(team: string, channel: string, to: string): Promise<void> {
    const mode = await this.findMode(team, channel);
    if (mode !== null) await this.saveMode(team, to, mode);
  }

  async saveMode(team: string, channel: string, mode: ChannelMode): Promise<void> {
    await this.#database
      .insertInto('channel_settings')
      .values({ team, channel, mode })
      .onConflict((conflict) => conflict.columns(['team', 'channel']).doUpdateSet({ mode }))
      .execute();
  }
}
