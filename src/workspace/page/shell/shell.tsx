// The page's frame: bar, sidebar, the middle, the panes at the right, modals and notices.
import { type JSX, useEffect } from 'react';
import { DecisionPanel } from '../decision-panel/decision-panel.tsx';
import { HomePlace } from '../home/home-place.tsx';
import { ChannelPlace } from '../messages/channel-place.tsx';
import { ModalStack } from '../modal/modal-stack.tsx';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { parseMessageLink } from '../state/message-link.ts';
import { toPlaceName } from '../state/place-name.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { ThreadPane } from '../thread/thread-pane.tsx';
import { takeOpenedAddress } from './actor-address.ts';
import { Notices } from './notices.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';

export function Shell(): JSX.Element {
  const { page, workspace, dispatch } = useWorkspace();
  const { place, thread, why, front, drawerOpen } = page;
  const channel = place?.kind === 'channel' ? workspace.channels.find(({ id }) => id === place.id) : undefined;
  const title = channel === undefined ? 'Home' : toPlaceName(channel, workspace);

  useEffect(() => {
    const link = parseMessageLink(takeOpenedAddress(), window.location.origin);
    if (link !== null) dispatch({ type: 'show', link });
  }, [dispatch]);
  useEffect(() => {
    document.title = `${title} · ${workspace.team.name}`;
  }, [title, workspace.team.name]);

  return (
    <div className={drawerOpen ? 'shell drawer-open' : 'shell'} data-front={front}>
      <a className="skip-link" href="#middle">
        Skip to the conversation
      </a>
      <TopBar />
      <StatusLine />
      <Sidebar />
      {drawerOpen && (
        <button
          type="button"
          className="drawer-shade"
          aria-label="Close the list of channels"
          onClick={() => dispatch({ type: 'drawer', open: false })}
        />
      )}
      <main id="middle" className="middle" tabIndex={-1}>
        {place?.kind === 'home' && <HomePlace />}
        {place?.kind === 'channel' && <ChannelPlace key={`${workspace.userId} ${place.id}`} channelId={place.id} />}
        {place === null && <p className="empty">There is no channel that this person may see.</p>}
      </main>
      {thread !== null && <ThreadPane key={`${thread.channel} ${thread.ts}`} root={thread} />}
      {why.open && <DecisionPanel />}
      <ModalStack />
      <Notices />
    </div>
  );
}
