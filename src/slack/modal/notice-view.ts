// A modal that only says something: that work is under way, how it ended, or why it cannot be done. Edge.
import type { KnownBlock, ModalView } from '@slack/types';
import { linking, teamWords } from '../../answer/wording.ts';
import type { StoredWording } from '../../use-cases/learn/learned-store.ts';
import { actionIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import { toButton, toPlain } from '../blocks/elements.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';

/** `mrkdwn`: its paragraphs. */
export function toNoticeView(title: string, ...mrkdwn: readonly string[]): ModalView {
  return toView(
    title,
    mrkdwn.map((paragraph) => toSection(paragraph)),
  );
}

/** Says what was posted, and what was learned with a way to take it back. */
export function toPostedView(title: string, posted: string, learned: StoredWording | null): ModalView {
  return toView(title, [toSection(posted), ...(learned === null ? [] : [toLearnedBlock(learned)])]);
}

function toLearnedBlock(learned: StoredWording): KnownBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: teamWords.remembered(escapeMrkdwn(learned.wording)) },
    accessory: toButton(actionIds.forget, teamWords.forget, learned.id),
  };
}

function toView(title: string, blocks: KnownBlock[]): ModalView {
  return { type: 'modal', title: toPlain(title, 24), close: toPlain(linking.close, 24), blocks };
}
