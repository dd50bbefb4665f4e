// Chooses the person to act as: a candidate, another one, or a member of the team.
import type { JSX } from 'react';
import type { User } from '../../page-api.ts';
import { Menu } from '../controls/menu.tsx';
import { Avatar } from '../icons/avatar.tsx';
import { Icon } from '../icons/icon.tsx';
import { findUser } from '../state/scene-context.ts';
import { useWorkspace } from '../state/workspace-context.ts';

const roles: Readonly<Record<User['role'], string>> = { candidate: 'Candidate', team: 'Team member', bot: 'Bot' };

export function ActAs(): JSX.Element {
  const { workspace, actAs } = useWorkspace();
  const actor = findUser(workspace, workspace.userId);
  const people = workspace.users.filter((user) => user.role !== 'bot');
  return (
    <Menu
      label="Act as somebody else"
      triggerHasText
      className="act-as"
      trigger={
        <>
          <Avatar user={actor} small />
          <span className="act-as-text">
            <span className="act-as-role">Acting as {roles[actor.role].toLowerCase()}</span>
            <span className="act-as-name">{actor.realName}</span>
          </span>
          <Icon name="chevron" />
        </>
      }
      items={people.map((user) => ({
        id: user.id,
        label: user.realName,
        hint: roles[user.role],
        picture: <Avatar user={user} small />,
        checked: user.id === actor.id,
        onChoose: () => actAs(user.id),
      }))}
    />
  );
}
