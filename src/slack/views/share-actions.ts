// The button under a private answer that shares it in the channel. Edge.
import type { ActionsBlock } from '@slack/types';
import { z } from 'zod';
import type { AnswerReply } from '../../answer/reply.ts';
import { buttons } from '../../answer/wording.ts';
import { actionIds } from '../action-ids.ts';

const shareValue = z.object({
  id: z.string().min(1).max(200),
  keys: z
    .array(z.string().regex(/^[0-9a-f]{16}$/))
    .min(1)
    .max(5),
});

/** What the button carries: which private reply it stands under, and its entries. */
export type ShareValue = z.output<typeof shareValue>;

export function toShareActions(reply: AnswerReply, id: string): ActionsBlock {
  const value: ShareValue = { id, keys: reply.parts.map(({ entryKey }) => entryKey) };
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: actionIds.share,
        text: { type: 'plain_text', text: buttons.share, emoji: false },
        value: JSON.stringify(value),
      },
    ],
  };
}

/** Reads what `toShareActions` wrote; null for anything else, forged values included. */
export function parseShareValue(value: string | undefined): ShareValue | null {
  try {
    return shareValue.parse(JSON.parse(value ?? ''));
  } catch {
    return null;
  }
}
