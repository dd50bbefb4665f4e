// Sentences that appear for a while at the bottom: what failed, said once to everybody, screen readers too.
import { type JSX, useEffect } from 'react';
import { Icon } from '../icons/icon.tsx';
import type { Notice } from '../state/page-state.ts';
import { useWorkspace } from '../state/workspace-context.ts';

const shownMs = 8_000;

function NoticeCard({ notice }: { readonly notice: Notice }): JSX.Element {
  const { dispatch } = useWorkspace();
  const { id } = notice;
  useEffect(() => {
    const timer = window.setTimeout(() => dispatch({ type: 'notice-gone', id }), shownMs);
    return () => window.clearTimeout(timer);
  }, [dispatch, id]);
  return (
    <div className="notice">
      <p>{notice.text}</p>
      <button
        type="button"
        className="icon-button"
        aria-label="Dismiss"
        onClick={() => dispatch({ type: 'notice-gone', id })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

export function Notices(): JSX.Element {
  const { page } = useWorkspace();
  return (
    <div className="notices" role="alert">
      {page.notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
