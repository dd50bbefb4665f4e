// Open linking modals in SQL. Edge.
import type { PersonalData } from '../../use-cases/interfaces/personal-data.ts';
import type { LinkDraft, LinkDraftStore } from '../../use-cases/link/link-draft-store.ts';
import type { Database } from '../open-database.ts';

export class KyselyLinkDraftStore implements LinkDraftStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(draft: LinkDraft): Promise<void> {
    const row = {
      id: draft.id,
      opened_by: draft.openedBy,
      author: draft.author ?? '',
      opened_at: new Date(draft.openedAt).toISOString(),
      draft: JSON.stringify(draft),
    };
    await this.#database
      .insertInto('link_drafts')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }

  async find(id: string): Promise<LinkDraft | null> {
    const row = await this.#database.selectFrom('link_drafts').select('draft').where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.draft) as LinkDraft);
  }

  async remove(id: string): Promise<void> {
    await this.#database.deleteFrom('link_drafts').where('id', '=', id).execute();
  }

  async removeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('link_drafts').where('opened_at', '<', new Date(time).toISOString()).execute();
  }

  async purgeBefore(time: number): Promise<void> {
    await this.removeBefore(time);
  }

  async forgetUser(_team: string, user: string): Promise<void> {
    // Of a group of questions others stand in it, too.
    const isNamed = `%${JSON.stringify(user)}%`;
    await this.#database.deleteFrom('link_drafts').where('draft', 'like', isNamed).execute();
  }
}
