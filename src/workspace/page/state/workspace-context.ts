// What every component reaches: the workspace, the page's state, and the ways to change either.
import { createContext, type Dispatch, useContext } from 'react';
import type { UiAnswer, UiCall, UiCalls, WorkspaceState } from '../../page-api.ts';
import type { PageAction, PageState } from './page-state.ts';

/** What a call needs besides the person who acts. */
export type CallArguments<Call extends UiCall> = Omit<UiCalls[Call]['request'], 'user'>;

/** The ways to change something; the same functions as long as the person is the same. */
export interface Actions {
  readonly dispatch: Dispatch<PageAction>;
  /** Calls the server as the person acted as; a failure is also shown as a notice. */
  readonly call: <Call extends UiCall>(name: Call, request: CallArguments<Call>) => Promise<UiAnswer<Call>>;
  readonly actAs: (userId: string) => void;
}

export interface WorkspaceContextValue extends Actions {
  readonly page: PageState;
  readonly workspace: WorkspaceState;
}

export const WorkspaceContext = createContext<WorkspaceContextValue | null>(null);

/** Throws outside the provider: a component was placed wrongly. */
export function useWorkspace(): WorkspaceContextValue {
  const value = useContext(WorkspaceContext);
  if (value === null) throw new Error('useWorkspace was called outside WorkspaceContext');
  return value;
}
