// Reads from Bolt which message a button stands under, who pressed it, and where to answer them. Edge.

import type { BlockAction } from '@slack/bolt';
import type { Press } from '../use-cases/vote/press.ts';
import { teamOf } from './team-of.ts';

/** A press on a message that everybody sees, with the thread in which to answer the presser. */
export interface ReadPress extends Press {
  readonly threadTs: string | null;
}

/** Everything here is said by Slack; nothing comes out of the button's value. */
export function toPress(body: BlockAction): ReadPress {
  const threadTs: unknown = body.message?.['thread_ts'] ?? body.container['thread_ts'];
  return {
    team: teamOf(body),
    channel: body.channel?.id ?? '',
    ts: body.message?.ts ?? '',
    user: body.user.id,
    threadTs: typeof threadTs === 'string' ? threadTs : null,
  };
}

/** How to answer the presser alone, where they pressed. */
export function privatelyIn({ threadTs }: ReadPress) {
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  return { response_type: 'ephemeral', replace_original: false, ...thread } as const;
}

export function isEphemeral(body: BlockAction): boolean {
  return body.container['is_ephemeral'] === true;
}

/** Where to answer the presser: in the place of a private reply; beside a public one, for them alone. */
export function toPlace(body: BlockAction) {
  return isEphemeral(body)
    ? ({ response_type: 'ephemeral', replace_original: true } as const)
    : privatelyIn(toPress(body));
}
