// The line above the messages: the channel's name and topic, and who is in it.
import type { JSX } from 'react';
import type { Channel } from '../../page-api.ts';
import { Menu, type MenuItem } from '../controls/menu.tsx';
import { HomeTabs } from '../home/home-tabs.tsx';
import { Avatar } from '../icons/avatar.tsx';
import { Icon } from '../icons/icon.tsx';
import { toBareName } from '../state/place-name.ts';
import { useWorkspace } from '../state/workspace-context.ts';

function Members({ channel }: { readonly channel: Channel }): JSX.Element {
  const { workspace, call } = useWorkspace();
  const items = workspace.users.map((user): MenuItem => {
    const member = channel.memberIds.includes(user.id);
    const own = user.id === workspace.userId;
    return {
      id: user.id,
      label: user.realName,
      hint: member ? (own ? 'In the channel. Leave it' : 'In the channel. Remove') : own ? 'Join' : 'Invite',
      picture: <Avatar user={user} small />,
      checked: member,
      onChoose: () => void call(member ? 'remove' : 'invite', { channel: channel.id, member: user.id }),
    };
  });
  const count = channel.memberIds.length;
  return (
    <Menu
      label={`${count} ${count === 1 ? 'member' : 'members'}: see, invite or remove`}
      className="members-button"
      trigger={
        <>
          <Icon name="people" />
          {count}
        </>
      }
      items={items}
      choice="several"
    />
  );
}

export function ChannelHead({ channel }: { readonly channel: Channel }): JSX.Element {
  const { workspace } = useWorkspace();
  const direct = channel.kind === 'direct';
  return (
    <div className="place-head">
      <h1>
        <Icon name={direct ? 'bot' : channel.kind === 'private' ? 'lock' : 'hash'} />
        <span>{toBareName(channel, workspace)}</span>
      </h1>
      {direct ? <HomeTabs current="messages" /> : <p className="topic">{channel.topic}</p>}
      {!direct && <Members channel={channel} />}
    </div>
  );
}
