// Everything that one person sees, at once. Pure.
import type { WorkspaceState } from '../../page-api.ts';
import { isVisibleTo } from '../conversation/channel-store.ts';
import { INVITE } from '../people/invite-command.ts';
import { BOT_USER_ID, TEAM } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import { toPageChannel, toPageMessage, toPageView } from './to-page.ts';

export function toPageState(world: World, userId: string): WorkspaceState {
  const channels = world.channels.all().filter((channel) => isVisibleTo(channel, userId));
  const seen = new Set(channels.map((channel) => channel.id));
  const messages = world.messages
    .all()
    .filter((message) => seen.has(message.channel) && (message.visibleTo === null || message.visibleTo === userId));
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
    connection: world.status.connection,
  };
}
