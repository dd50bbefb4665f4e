// Channel settings in SQL. Edge.
import { channelModes } from '../answer/channel-mode.ts';
import type { NoteScope } from '../knowledge/note-scope.ts';
import type { ChannelSettings, SettingsStore } from '../use-cases/settings/settings-store.ts';
import type { Database } from './open-database.ts';

export class KyselySettingsStore implements SettingsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(team: string, channel: string): Promise<ChannelSettings | null> {
    const row = await this.#database
      .selectFrom('channel_settings')
      .select(['mode', 'suggestions', 'reactions', 'notes'])
      .where('team', '=', team)
      .where('channel', '=', channel)
      .executeTakeFirst();
    const mode = channelModes.find((known) => known === row?.mode);
    if (row === undefined || mode === undefined) return null;
    return {
      mode,
      suggestsQuietly: row.suggestions > 0,
      reacts: row.reactions > 0,
      notes: JSON.parse(row.notes) as NoteScope,
    };
  }

  async move(team: string, channel: string, to: string): Promise<void> {
    const settings = await this.find(team, channel);
    if (settings !== null) await this.save(team, to, settings);
  }

  async save(team: string, channel: string, { mode, suggestsQuietly, reacts, notes }: ChannelSettings): Promise<void> {
    const set = { mode, suggestions: suggestsQuietly ? 1 : 0, reactions: reacts ? 1 : 0, notes: JSON.stringify(notes) };
    await this.#database
      .insertInto('channel_settings')
      .values({ team, channel, ...set })
      .onConflict((conflict) => conflict.columns(['team', 'channel']).doUpdateSet(set))
      .execute();
  }
}
