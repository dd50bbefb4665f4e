// Everything that one person sees, at once. Pure.
import type { WorkspaceState } from '../../page-api.ts';
import { isVisibleTo } from '../conversation/channel-store.ts';
import type { StoredMessage } from '../conversation/stored-message.ts';
import { INVITE } from '../people/invite-command.ts';
import { BOT_USER_ID, TEAM } from '../state/seed.ts';
import { compareTs } from '../state/timestamps.ts';
import type { World } from '../state/world.ts';
import { toPageChannel, toPageMessage, toPageView } from './to-page.ts';

/** Somebody at one load of the page. */
export interface Viewer {
  readonly userId: string;
  /** Timestamp of that load: a message for one person alone is gone once the page was loaded anew, as in Slack. */
  readonly since: string;
}

/** Whether the message is for this person's eyes, and still to be seen there. */
export function isShown({ visibleTo, ts }: StoredMessage, { userId, since }: Viewer): boolean {
  return visibleTo === null || (visibleTo === userId && compareTs(ts, since) > 0);
}

export function toPageState(world: World, viewer: Viewer): WorkspaceState {
  const { userId } = viewer;
  const channels = world.channels.all().filter((channel) => isVisibleTo(channel, userId));
  const seen = new Set(channels.map((channel) => channel.id));
  const messages = world.messages.all().filter((message) => seen.has(message.channel) && isShown(message, viewer));
  const home = world.views.home(userId);
  return {
    team: TEAM,
    userId,
    botUserId: BOT_USER_ID,
    users: [...world.users.values()],
    channels: channels.map(toPageChannel),
    messages: messages.map((message) => toPageMessage(world, message)),
    commands: [...world.app.commands, INVITE],
    shortcuts: world.app.shortcuts,
    modals: world.views.stack(userId).map(toPageView),
    home: home === undefined ? null : toPageView(home),
    decisions: [...world.decisions.values()].filter((trace) => seen.has(trace.channel)),
    progress: world.status.progress,
    intro: world.status.intro,
    connection: world.status.connection,
  };
}
