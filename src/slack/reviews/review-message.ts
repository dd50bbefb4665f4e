// Is it still right? To who owns a note or an entry, or to the team; and what came of it. Edge.
import type { Button } from '@slack/types';
import { owners } from '../../answer/wording.ts';
import type { ShownReview } from '../../use-cases/reviews/ask-owners.ts';
import type { FoundReview } from '../../use-cases/reviews/find-reviews.ts';
import type { Renewed } from '../../use-cases/reviews/renew-review.ts';
import { actionIds } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, escapeWithin, toLink } from '../blocks/mrkdwn.ts';

export function toReviewMessage(review: ShownReview): ReplyMessage {
  const { id, isEntry, note, owner, isForTeam } = review;
  const text = (isEntry ? owners.askEntry : owners.askNote)(toSubject(review));
  const since = owners.since(review.review, escapeWithin(note, 300));
  const forTeam = owner === null ? owners.noOwner : owners.ownerNotFound(escapeWithin(owner, 100));
  const yes: Button = { ...toButton(actionIds.stillRight, owners.stillRight, id), style: 'primary' };
  return {
    text,
    blocks: [
      toSection(text),
      toContext(isForTeam ? `${since}\n${forTeam}` : since),
      { type: 'actions', block_id: `review:${id}`, elements: [yes, ...toEdit(review)] },
    ],
  };
}

function toSubject({ subject, url }: Pick<FoundReview, 'subject' | 'url'>): string {
  return toLink(url, cutText(subject, 200)).replaceAll('*', '∗');
}

/** Of an entry its draft opens; of a note the post. */
function toEdit({ id, isEntry, url }: ShownReview): readonly Button[] {
  if (isEntry) return [toButton(actionIds.editReviewed, owners.edit, id)];
  if (url === null || url.length > 3000 || !/^https?:\/\//.test(url)) return [];
  return [{ ...toButton(actionIds.showReviewed, owners.show, id), url }];
}

/** In the place of what was asked. */
export function toRenewedMessage({ found, by, until }: Renewed): ReplyMessage {
  const text = owners.renewed(toSubject(found), escapeWithin(by, 100), until);
  return { text, blocks: [toSection(text)] };
}
