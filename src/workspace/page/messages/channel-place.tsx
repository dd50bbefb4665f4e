// A channel or direct message in the middle: its head, its messages, and the field to write in.
import { type JSX, useEffect } from 'react';
import { Composer } from '../composer/composer.tsx';
import { selectChannelMessages } from '../state/message-rows.ts';
import { toPlaceName } from '../state/place-name.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { ChannelHead } from './channel-head.tsx';
import { ChannelStart } from './channel-start.tsx';
import { MessageList } from './message-list.tsx';

export function ChannelPlace({ channelId }: { readonly channelId: string }): JSX.Element | null {
  const { workspace, call } = useWorkspace();
  const channel = workspace.channels.find(({ id }) => id === channelId);
  const isDirect = channel?.kind === 'direct';

  useEffect(() => {
    if (isDirect) void call('openHome', { tab: 'messages' });
  }, [isDirect, call]);

  if (channel === undefined) return null;
  const name = toPlaceName(channel, workspace);
  return (
    <section className="conversation" aria-label={name}>
      <ChannelHead channel={channel} />
      <MessageList
        label={`Messages in ${name}`}
        messages={selectChannelMessages(workspace.messages, channel.id)}
        inThread={false}
        start={<ChannelStart channel={channel} />}
      />
      <Composer channel={channel} />
    </section>
  );
}
