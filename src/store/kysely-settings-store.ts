// Channel settings in SQL. Edge.
import { type ChannelMode, channelModes } from '../answer/channel-mode.ts';
import type { ChannelSettings, SettingsStore } from '../use-cases/settings/settings-store.ts';
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
    if (mode === null) return;
    await this.save(team, to, { mode, suggestsQuietly: await this.suggestsQuietly(team, channel) });
  }

  async suggestsQuietly(team: string, channel: string): Promise<boolean> {
    const row = await this.#database
      .selectFrom('channel_settings')
      .select('suggestions')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .executeTakeFirst();
    return row === undefined || row.suggestions > 0;
  }

  async save(team: string, channel: string, { mode, suggestsQuietly }: ChannelSettings): Promise<void> {
    const set = { mode, suggestions: suggestsQuietly ? 1 : 0 };
    await this.#database
      .insertInto('channel_settings')
      .values({ team, channel, ...set })
      .onConflict((conflict) => conflict.columns(['team', 'channel']).doUpdateSet(set))
      .execute();
  }
}
