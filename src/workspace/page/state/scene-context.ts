// What hardly ever changes: people, channels, shortcuts, and the ways to act. Rows of messages read nothing else, so that a
// new message does not draw all the others again.
import { createContext, useContext } from 'react';
import type { User, WorkspaceState } from '../../page-api.ts';
import type { Actions } from './workspace-context.ts';

export interface Scene extends Actions, Pick<WorkspaceState, 'userId' | 'users' | 'channels' | 'shortcuts'> {}

export const SceneContext = createContext<Scene | null>(null);

/** Throws outside the provider: a component was placed wrongly. */
export function useScene(): Scene {
  const value = useContext(SceneContext);
  if (value === null) throw new Error('useScene was called outside SceneContext');
  return value;
}

/** The user of an id; a stranger to the workspace gets a stand-in, so that a message can always be drawn. */
export function findUser({ users }: Pick<WorkspaceState, 'users'>, id: string): User {
  const found = users.find((user) => user.id === id);
  return found ?? { id, name: id, realName: id === 'USLACKBOT' ? 'Workspace' : id, role: 'bot' };
}
