// What one person sees after *Not what I asked*: thanks, and the next matches. Edge.
import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import { z } from 'zod';
import { buttons, votes } from '../../answer/wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { VoteOutcome } from '../../use-cases/vote/vote-on-reply.ts';
import { type VoteReason, voteReasons } from '../../use-cases/vote/vote-store.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, toBoldLink } from '../blocks/mrkdwn.ts';
import { toReplyValue } from './reply-value.ts';

type Counted = Extract<VoteOutcome, { readonly kind: 'counted' }>;

const replaceValue = z.object({
  ts: z.string().regex(/^\d+\.\d+$/),
  key: z.string().regex(/^[0-9a-f]{16}$/),
});

/** What the button carries: the reply in whose channel it stands, and the entry to put there. Both are checked when pressed. */
export type ReplaceValue = z.output<typeof replaceValue>;

/** `replyTs`: timestamp of the reply that they voted on. */
export function toNextMatches(
  { next, canReplace, canAskTeam }: Pick<Counted, 'next' | 'canReplace' | 'canAskTeam'>,
  replyTs: string,
  reason: VoteReason | null = null,
): ReplyMessage {
  const lead = next.length === 0 ? votes.noNextMatch : canReplace ? votes.nextMatchesForAsker : votes.nextMatches;
  const thanks = reason === null ? votes.notWhatIAsked : votes.noted(votes.reasons[reason]);
  const ask = canAskTeam ? [toButton(actionIds.askTeam, buttons.askTeam, toReplyValue(replyTs))] : [];
  const reasons = reason === null ? voteReasons.map((one, place) => toReasonButton(one, place, replyTs)) : [];
  const row = [...reasons, ...ask];
  const blocks: KnownBlock[] = [
    toSection(reason === null ? `${thanks} ${votes.whatIsWrong}` : thanks),
    ...(row.length === 0 ? [] : [{ type: 'actions', elements: row } as const]),
    toSection(lead),
    ...next.map((entry) => toMatchBlock(entry, canReplace ? { ts: replyTs, key: entry.key } : null)),
  ];
  return { text: `${thanks} ${lead}`, blocks };
}

function toReasonButton(reason: VoteReason, place: number, ts: string): Button {
  return toButton(numbered(actionIds.voteReason, place), votes.reasons[reason], JSON.stringify({ ts, reason }));
}

const reasonValue = z.object({ ts: z.string().regex(/^\d+\.\d+$/), reason: z.enum(voteReasons) });

/** The reply and what is wrong with it; null for a forged value. Whose vote it is the press says. */
export function parseReasonValue(value: string | undefined): z.output<typeof reasonValue> | null {
  try {
    return reasonValue.parse(JSON.parse(value ?? ''));
  } catch {
    return null;
  }
}

function toMatchBlock(entry: Entry, value: ReplaceValue | null): SectionBlock {
  const text = { type: 'mrkdwn' as const, text: toBoldLink(entry.url, cutText(entry.question, 500)) };
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
