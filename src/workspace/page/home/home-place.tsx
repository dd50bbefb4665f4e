// The bot's App Home, as it published it for the person acted as.
import { type JSX, useEffect, useMemo } from 'react';
import type { View } from '../../page-api.ts';
import { LiveBlocks } from '../blocks/block-list.tsx';
import { Avatar } from '../icons/avatar.tsx';
import { findUser } from '../state/scene-context.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { HomeTabs } from './home-tabs.tsx';

function HomeView({ view }: { readonly view: View }): JSX.Element {
  const place = useMemo(() => ({ kind: 'view' as const, viewId: view.id }), [view.id]);
  return <LiveBlocks place={place} blocks={view.blocks} />;
}

export function HomePlace(): JSX.Element {
  const { workspace, call } = useWorkspace();
  const bot = findUser(workspace, workspace.botUserId);
  useEffect(() => {
    void call('openHome', { tab: 'home' });
  }, [call]);
  return (
    <section className="conversation" aria-label={`${bot.realName} Home`}>
      <div className="place-head">
        <h1>
          <Avatar user={bot} small />
          <span>{bot.realName}</span>
        </h1>
        <HomeTabs current="home" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="home-body" tabIndex={0} aria-label="Home">
        <h2 className="only-read">Home</h2>
        {workspace.home === null ? (
          <p className="empty">The bot has not published a Home yet.</p>
        ) : (
          <HomeView key={workspace.userId} view={workspace.home} />
        )}
      </section>
    </section>
  );
}
