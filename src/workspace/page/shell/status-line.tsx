// One line below the bar while something is not as usual: no connection, no bot, notes still being learned.
import type { JSX } from 'react';
import type { PageState } from '../state/page-state.ts';
import { useWorkspace } from '../state/workspace-context.ts';

function toStatus(page: PageState): { readonly text: string; readonly tone: 'bad' | 'busy' } | null {
  if (page.link === 'lost') return { text: 'Connection to the workspace lost. Trying again …', tone: 'bad' };
  if (page.workspace?.connection === 'lost')
    return { text: 'The bot is disconnected. It sees what you write once it is back.', tone: 'bad' };
  if (page.workspace?.connection === 'never') return { text: 'Waiting for the bot to connect …', tone: 'busy' };
  const progress = page.workspace?.progress ?? null;
  return progress === null ? null : { text: progress, tone: 'busy' };
}

export function StatusLine(): JSX.Element {
  const { page } = useWorkspace();
  const status = toStatus(page);
  return (
    // Progress changes every second: it is there to be read, not to be spoken each time.
    <div
      className="status-line"
      role="status"
      aria-live={status?.tone === 'busy' ? 'off' : 'polite'}
      data-tone={status?.tone}
    >
      {status !== null && (
        <p>
          <span className="status-dot" aria-hidden="true" />
          {status.text}
        </p>
      )}
    </div>
  );
}
