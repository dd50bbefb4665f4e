// What every component reaches: the workspace, the page's state, and the ways to change either.
import { createContext, type Dispatch, useContext } from 'react';
import type { UiAnswer, UiCall, UiCalls, User, WorkspaceState } from '../../page-api.ts';
import type { PageAction, PageState } from './page-state.ts';

/** What a call needs besides the person who acts. */
export type CallArguments<Call extends UiCall> = Omit<UiCalls[Call]['request'], 'user'>;

export interface WorkspaceContextValue {
  readonly page: PageState;
  readonly workspace: WorkspaceState;
  readonly dispatch: Dispatch<PageAction>;
  /** Calls the server as the person acted as; a failure is also shown as a notice. */
  readonly call: <Call extends UiCall>(name: Call, request: CallArguments<Call>) => Promise<UiAnswer<Call>>;
  readonly actAs: (userId: string) => void;
}

export const WorkspaceContext = createContext<WorkspaceContextValue | null>(null);

/** Throws outside the provider: a component was placed wrongly. */
export function useWorkspace(): WorkspaceContextValue {
  const value = useContext(WorkspaceContext);
  if (value === null) throw new Error('useWorkspace was called outside WorkspaceContext');
  return value;
}

/** The user of an id; a stranger to the workspace gets a stand-in, so that a message can always be drawn. */
export function findUser(workspace: WorkspaceState, id: string): User {
  const found = workspace.users.find((user) => user.id === id);
  return found ?? { id, name: id, realName: id === 'USLACKBOT' ? 'Workspace' : id, role: 'bot' };
}
