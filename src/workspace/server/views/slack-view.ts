// A stored view as Slack shows it to apps. Pure.
import { type JsonObject, toObjects } from '../state/json.ts';
import { APP_ID, BOT_ID, TEAM } from '../state/seed.ts';
import { toStateValues } from './control-state.ts';
import type { StoredView } from './stored-view.ts';

export function toSlackView(view: StoredView): JsonObject {
  const { given } = view;
  const blocks = toObjects(given['blocks']);
  return {
    id: view.id,
    team_id: TEAM.id,
    type: view.type,
    blocks,
    private_metadata: given['private_metadata'] ?? '',
    callback_id: given['callback_id'] ?? '',
    state: { values: toStateValues(blocks, view.state) },
    hash: view.hash,
    title: given['title'] ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: given['clear_on_close'] ?? false,
    notify_on_close: given['notify_on_close'] ?? false,
    close: given['close'] ?? null,
    submit: given['submit'] ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: APP_ID,
    external_id: given['external_id'] ?? '',
    app_installed_team_id: TEAM.id,
    bot_id: BOT_ID,
  };
}
