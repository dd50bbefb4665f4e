// Reads from Bolt which message a button stands under, and who pressed it. Edge.
import type { BlockAction } from '@slack/bolt';
import type { Press } from '../use-cases/vote/press.ts';

/** A press on a message that everybody sees, with the thread in which to answer the presser. */
export interface ReadPress extends Press {
  readonly threadTs: string | null;
}

/** Everything here is said by Slack; nothing comes out of the button's value. */
export function toPress(body: BlockAction): ReadPress {
  const threadTs: unknown = body.message?.['thread_ts'] ?? body.container['thread_ts'];
  return {
    team: body.team?.id ?? '',
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
