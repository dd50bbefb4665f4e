// What one person sees after *Not what I asked*: thanks, and the next matches. Edge.
import type { KnownBlock, SectionBlock } from '@slack/types';
import { z } from 'zod';
import { buttons, votes } from '../../answer/wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { actionIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, toLink } from '../blocks/mrkdwn.ts';

const replaceValue = z.object({
  ts: z.string().regex(/^\d+\.\d+$/),
  key: z.string().regex(/^[0-9a-f]{16}$/),
});

/** What the button carries: the reply in whose channel it stands, and the entry to put there. Both are checked when pressed. */
export type ReplaceValue = z.output<typeof replaceValue>;

/** `replyTs`: timestamp of the reply that they voted on. */
export function toNextMatches(
  { next, canReplace }: { readonly next: readonly Entry[]; readonly canReplace: boolean },
  replyTs: string,
): ReplyMessage {
  const lead = next.length === 0 ? votes.noNextMatch : canReplace ? votes.nextMatchesForAsker : votes.nextMatches;
  const blocks: KnownBlock[] = [
    toSection(`${votes.notWhatIAsked} ${lead}`),
    ...next.map((entry) => toMatchBlock(entry, canReplace ? { ts: replyTs, key: entry.key } : null)),
  ];
  return { text: `${votes.notWhatIAsked} ${lead}`, blocks };
}

function toMatchBlock(entry: Entry, value: ReplaceValue | null): SectionBlock {
  const text = { type: 'mrkdwn' as const, text: `*${toLink(entry.url, cutText(entry.question, 500))}*` };
  if (value === null) return { type: 'section', text };
  const accessory = toButton(actionIds.replaceReply, buttons.showThisInstead, JSON.stringify(value));
  return { type: 'section', text, accessory };
}

/** Reads what `toNextMatches` wrote; null for anything else, forged values included. */
export function parseReplaceValue(value: string | undefined): ReplaceValue | null {
  try {
    return replaceValue.parse(JSON.parse(value ?? ''));
  } catch {
    return null;
  }
}
