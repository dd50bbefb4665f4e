// The linking modal is submitted: the answer is posted, and the modal says how it went. Edge.

import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { cleanWording } from '../../answer/reading/clean-wording.ts';
import { linking } from '../../answer/wording.ts';
import { chooseEntry } from '../../use-cases/link/choose-entry.ts';
import { type Linked, linkAnswer } from '../../use-cases/link/link-answer.ts';
import { callbackIds } from '../action-ids.ts';
import { toWhere } from '../ask-team/write-view.ts';
import { toLink } from '../blocks/mrkdwn.ts';
import type { Bot } from '../bot.ts';
import { toRefusalText } from '../delivery/refusal-text.ts';
import { toNoticeView, toPostedView } from '../modal/notice-view.ts';
import { fillModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { linkBlocks } from './link-blocks.ts';
import { type LinkMetadata, parseMetadata } from './link-metadata.ts';
import { toLinkView } from './link-view.ts';
import { readSubmission, type Submission } from './read-submission.ts';

/** Somebody submits, with the modal as it was then. */
interface Submitting {
  readonly team: string;
  readonly user: string;
  readonly metadata: LinkMetadata;
  readonly submission: Submission;
}

export function registerLinkSubmit(app: App, bot: Bot): void {
  app.view(callbackIds.linkAnswer, async ({ ack, body, view }) => {
    const metadata = parseMetadata(view.private_metadata);
    const submission = readSubmission(view.state.values);
    if (submission.isRemembering && cleanWording(submission.wording) === '') {
      await ack({ response_action: 'errors', errors: { [linkBlocks.wording]: linking.wordingMissing } });
      return;
    }
    await ack({ response_action: 'update', view: toNoticeView(linking.title, linking.posting) });
    if (metadata === null) return;
    const submitting = { team: teamOf(body), user: body.user.id, metadata, submission };
    await fillModal(bot, view.id, linking.title, () => submit(bot, submitting, view.id));
  });
}

async function submit(bot: Bot, submitting: Submitting, viewId: string): Promise<ModalView> {
  const { team, user, metadata, submission } = submitting;
  const { chosen, sentence, isRemembering, wording } = submission;
  const request = { team, user, draftId: metadata.draftId, chosen, sentence, wording: isRemembering ? wording : null };
  const outcome = await linkAnswer(bot, request, async (linked) => {
    if (isRemembering) await fillModal(bot, viewId, linking.title, async () => toLinkedView(linked, linking.learning));
  });
  if (outcome.kind === 'linked')
    return toLinkedView(outcome, isRemembering && outcome.learned === null ? linking.notRemembered : null);
  const problem = outcome.kind === 'refused' ? toRefusalText(outcome.code) : linking.problems[outcome.kind];
  const canTryAgain =
    outcome.kind === 'nothing-chosen' ||
    outcome.kind === 'refused' ||
    outcome.kind === 'entry-gone' ||
    outcome.kind === 'linked-already';
  return canTryAgain ? await showAgain(bot, submitting, problem) : toNoticeView(linking.title, problem);
}

function toLinkedView({ permalink, learned, ...where }: Linked, remark: string | null): ModalView {
  const posted = [linking.posted(toLink(permalink, linking.postedReply)), ...toWhere(where)];
  return toPostedView(linking.title, [...posted, ...(remark === null ? [] : [remark])].join('\n'), learned);
}

/** The modal as it was, with what went wrong above it. */
async function showAgain(
  bot: Bot,
  { team, user, metadata, submission }: Submitting,
  problem: string,
): Promise<ModalView> {
  const { draftId } = metadata;
  const [entryKey = null] = submission.chosen;
  const choice = await chooseEntry(bot, { team, user, draftId, entryKey });
  if (choice.kind !== 'chosen') return toNoticeView(linking.title, problem);
  const counted = { draftId, offered: metadata.offered + 1, other: metadata.other + 1 };
  return toLinkView(choice.form, { metadata: counted, problem, entered: submission });
}
