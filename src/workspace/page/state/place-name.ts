// How a channel or direct message is called on the page. Pure.
import type { Channel, WorkspaceState } from '../../page-api.ts';

/** Without `#`. A direct message bears the bot's name: it is always one with the bot. */
export function toBareName(channel: Channel, workspace: WorkspaceState): string {
  if (channel.kind !== 'direct') return channel.name;
  return workspace.users.find(({ id }) => id === workspace.botUserId)?.realName ?? channel.name;
}

/** With `#` where it is a channel. */
export function toPlaceName(channel: Channel, workspace: WorkspaceState): string {
  return channel.kind === 'direct' ? toBareName(channel, workspace) : `#${channel.name}`;
}
