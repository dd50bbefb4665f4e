// assistant.threads.setSuggestedPrompts, as it is under the agent view. Edge: the page is told.
import { toText } from '../../state/json.ts';
import type { World } from '../../state/world.ts';
import { ApiFault } from '../api-fault.ts';
import { type Arguments, invalidArguments } from '../arguments.ts';
import type { Method } from '../method.ts';
import { findChannel } from './channel-access.ts';

const mostPrompts = 4;

/** Under the agent view prompts belong to the whole conversation: with a thread nothing happens, and nobody is told. */
export const setSuggestedPrompts: Method = (world: World, args: Arguments) => {
  if (!world.app.hasAgentView) throw new ApiFault('not_agent_app');
  const { id, kind } = findChannel(world, args.needText('channel_id'));
  if (kind !== 'direct') throw new ApiFault('channel_not_found');
  const prompts = args
    .objects('prompts')
    .map(({ title, message }) => ({ title: toText(title), message: toText(message) }));
  const isRight = prompts.every(({ title, message }) => title !== '' && message !== '');
  if (!isRight || prompts.length > mostPrompts)
    throw invalidArguments(['prompts: at most 4, each with title and message']);
  if (args.has('thread_ts')) return {};
  world.channels.setPrompts(id, prompts);
  world.changes.publish({ type: 'channel', channelId: id });
  return {};
};
