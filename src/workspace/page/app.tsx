// The whole page: connects to the workspace, holds its state, and hands both to the parts.
import { type JSX, useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { UiAnswer, UiCall, UiCalls } from '../page-api.ts';
import { callServer } from './connection/call-server.ts';
import { listen } from './connection/listen.ts';
import { readActor, writeActor } from './shell/actor-address.ts';
import { Guard } from './shell/guard.tsx';
import { Shell } from './shell/shell.tsx';
import { initialState } from './state/page-state.ts';
import { reducePage } from './state/reduce-page.ts';
import { type Scene, SceneContext } from './state/scene-context.ts';
import { type CallArguments, WorkspaceContext, type WorkspaceContextValue } from './state/workspace-context.ts';

function Loading({ lost }: { readonly lost: boolean }): JSX.Element {
  return (
    <main className="loading">
      <h1>Local workspace</h1>
      <p role="status">
        {lost ? 'The workspace does not answer. Is it still running? Trying again …' : 'Connecting …'}
      </p>
    </main>
  );
}

function Broken(): JSX.Element {
  return (
    <main className="loading">
      <h1>The page has failed</h1>
      <p role="alert">Load it again: nothing that was written is lost.</p>
    </main>
  );
}

export function App(): JSX.Element {
  const [page, dispatch] = useReducer(reducePage, initialState);
  const [actor, setActor] = useState(readActor);
  const { workspace } = page;
  const { userId = '', users, channels, shortcuts } = workspace ?? {};

  useEffect(
    () =>
      listen(actor, {
        onPush: (push) => dispatch({ type: 'push', push }),
        onLink: (link) => dispatch({ type: 'link', link }),
      }),
    [actor],
  );

  const call = useCallback(
    async <Call extends UiCall>(name: Call, request: CallArguments<Call>): Promise<UiAnswer<Call>> => {
      const answer = await callServer(name, { ...request, user: userId } as UiCalls[Call]['request']);
      if (!answer.ok) dispatch({ type: 'notice', text: answer.message });
      return answer;
    },
    [userId],
  );

  const actAs = useCallback((id: string) => {
    writeActor(id);
    dispatch({ type: 'act-as' });
    setActor(id);
  }, []);

  const value = useMemo<WorkspaceContextValue | null>(
    () => (workspace === null ? null : { page, workspace, dispatch, call, actAs }),
    [page, workspace, call, actAs],
  );
  const scene = useMemo<Scene | null>(
    () => (users && channels && shortcuts ? { userId, users, channels, shortcuts, dispatch, call, actAs } : null),
    [userId, users, channels, shortcuts, call, actAs],
  );

  if (value === null || scene === null) return <Loading lost={page.link === 'lost'} />;
  return (
    <WorkspaceContext value={value}>
      <SceneContext value={scene}>
        <Guard fallback={<Broken />}>
          <Shell />
        </Guard>
      </SceneContext>
    </WorkspaceContext>
  );
}
