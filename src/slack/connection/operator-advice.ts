// What the operator can do about a final refusal of Slack's, in a sentence. Edge.
import type { Logger } from '../../use-cases/interfaces/logger.ts';
import { isRefusalCode, isTokenTrouble } from './error-code.ts';
import { describeRefusal } from './reach-slack.ts';

const invite = 'The bot is not in that channel: invite it with /invite, and check TEAM_CHANNEL.';
const restricted = 'A setting of the channel or the workspace keeps the app from posting there: an admin can allow it.';
const grant = 'The app is not allowed to do this: paste manifest.yml into the app’s settings and install it again.';
const approve = 'The organisation keeps the app from this workspace: ask an admin of the organisation to approve it.';
const connect = 'The other organisation of a shared channel does not take this: nothing can be done on this side.';

/** By Slack's code. Null: it happens in a healthy workspace (somebody left, or deleted what was meant), and nothing needs doing. */
const advice: Readonly<Record<string, string | null>> = {
  ...toEach(invite, ['not_in_channel', 'channel_not_found', 'cannot_find_channel', 'channel_is_limited_access']),
  ...toEach(restricted, [
    ...['restricted_action', 'restricted_action_read_only_channel', 'restricted_action_thread_only_channel'],
    ...['restricted_action_non_threadable_channel', 'restricted_action_thread_locked', 'posting_to_channel_denied'],
    ...['thread_locked', 'cannot_reply_to_message', 'cant_delete_message', 'cant_update_message', 'edit_window_closed'],
  ]),
  ...toEach(grant, [
    ...['missing_scope', 'not_allowed_token_type', 'no_permission', 'access_denied', 'cannot_auth_user'],
    ...['app_access_restricted', 'method_not_supported_for_channel_type', 'no_access', 'not_authorized'],
  ]),
  ...toEach(approve, [
    ...['ekm_access_denied', 'enterprise_is_restricted', 'team_access_not_granted', 'forbidden_team', 'team_not_found'],
  ]),
  ...toEach(connect, ['slack_connect_file_link_sharing_blocked', 'slack_connect_canvas_sharing_blocked']),
  ...toEach('The channel is archived: nothing can be posted or changed there any more.', [
    'is_archived',
    'is_inactive',
  ]),
  ...toEach('Switch on the Home and Messages tabs under "App Home" of the app.', [
    'not_enabled',
    'messages_tab_disabled',
  ]),
  ...toEach(
    'AGENT_VIEW=on wants an app with the agent view: paste what "npm run rolecall -- manifest --agent" prints.',
    ['not_agent_app'],
  ),
  ...toEach('Unfurling is refused: check the domains under "Event Subscriptions", App unfurl domains.', [
    ...['cannot_unfurl_url', 'cannot_unfurl_message', 'cannot_find_service', 'cannot_find_message', 'cannot_prompt'],
  ]),
  ...toEach(null, [
    ...['message_not_found', 'thread_not_found', 'user_not_in_channel', 'user_not_found', 'user_not_visible'],
    ...['user_disabled', 'hash_conflict', 'not_found', 'expired_trigger_id', 'exchanged_trigger_id'],
    ...['push_limit_reached', 'function_execution_not_found', 'execution_not_in_running_state'],
    ...['already_reacted', 'no_reaction', 'not_reactable', 'too_many_emoji', 'too_many_reactions'],
  ]),
};

const ownFault = 'This is a fault of Rolecall itself: please report it with this line.';

/** Null where there is nothing to do, or where it is no final refusal. */
export function adviseOperator(code: string): string | null {
  if (isTokenTrouble(code)) return describeRefusal(code, 'SLACK_BOT_TOKEN');
  if (!isRefusalCode(code)) return null;
  const known = advice[code];
  return known === undefined ? ownFault : known;
}

/** Says each advice once while the program runs. Gives what hears of the calls. */
export function tellOperatorOnce(logger: Logger): (method: string, code: string | null) => void {
  const told = new Set<string>();
  return (method, code) => {
    const text = code === null ? null : adviseOperator(code);
    const name = `${method} ${code}`;
    if (text === null || told.has(name)) return;
    told.add(name);
    logger.error({ method, code }, text);
  };
}

function toEach<Text extends string | null>(text: Text, codes: readonly string[]): Readonly<Record<string, Text>> {
  return Object.fromEntries(codes.map((code) => [code, text]));
}
