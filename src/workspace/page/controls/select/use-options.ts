// The options of a select for what is typed: filtered here, or asked of the bot as soon as the typing pauses.
import type { MultiSelect, Select } from '@slack/types';
import { useEffect, useState } from 'react';
import { useControls } from '../../blocks/controls-context.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { filterOffered, type Offered, readOwnOptions, toOffered } from './option-source.ts';

const pauseMs = 120;

export interface Options {
  readonly offered: readonly Offered[];
  /** `waiting`: the bot was asked. `short`: more characters are needed before it is asked. */
  readonly status: 'ready' | 'waiting' | 'short';
}

/** `open` false: nothing is asked. */
export function useOptions(element: Select | MultiSelect, blockId: string, typed: string, open: boolean): Options {
  const { workspace, call } = useWorkspace();
  const { place } = useControls();
  const [answer, setAnswer] = useState<{ readonly typed: string; readonly offered: readonly Offered[] } | null>(null);

  const own = readOwnOptions(element, workspace);
  const actionId = element.action_id ?? '';
  // Slack's default: the bot is asked from the third character on.
  const least = 'min_query_length' in element ? (element.min_query_length ?? 3) : own === null ? 3 : 0;
  const short = own === null && typed.trim().length < least;
  const asks = own === null && open && !short;

  useEffect(() => {
    if (!asks) return;
    let current = true;
    const timer = window.setTimeout(() => {
      void call('options', { place, blockId, actionId, typed }).then((got) => {
        if (current) setAnswer({ typed, offered: got.ok ? toOffered(got.options, got.groups) : [] });
      });
    }, pauseMs);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [asks, call, place, blockId, actionId, typed]);

  if (own !== null) return { offered: filterOffered(own, typed), status: 'ready' };
  if (short) return { offered: [], status: 'short' };
  return { offered: answer?.offered ?? [], status: answer?.typed === typed ? 'ready' : 'waiting' };
}
