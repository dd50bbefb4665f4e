// The modal of *Write an answer*. Edge.
import type { ModalView } from '@slack/types';
import { drafts, linking, unanswered } from '../../answer/wording.ts';
import type { OfferedDraft } from '../../use-cases/drafts/offer-draft.ts';
import { callbackIds } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import { toPlain } from '../blocks/elements.ts';
import { escapeWithin } from '../blocks/mrkdwn.ts';
import { toKeepActions } from '../drafts/draft-blocks.ts';
import { toNoticeView } from '../modal/notice-view.ts';

export const writtenBlock = 'text';
const maxWrittenCharacters = 2500;
const maxQuestionCharacters = 500;

/** `problem`: what went wrong before, as mrkdwn; then `text` is what had been written. */
export function toWriteView(
  {
    id,
    questions,
    threads = 1,
  }: { readonly id: string; readonly questions: readonly string[]; readonly threads?: number },
  { problem, text }: { readonly problem: string | null; readonly text: string } = { problem: null, text: '' },
): ModalView {
  const quoted = questions.map((question) => `> ${escapeWithin(question, maxQuestionCharacters)}`);
  return {
    type: 'modal',
    callback_id: callbackIds.writeAnswer,
    private_metadata: id,
    title: toPlain(linking.writeTitle, 24),
    submit: toPlain(linking.post, 24),
    close: toPlain(linking.close, 24),
    blocks: [
      ...(problem === null ? [] : [toSection(`:warning: ${problem}`)]),
      ...quoted.map((question) => toSection(question)),
      ...(threads === 1 ? [] : [toContext(unanswered.goesTo(threads))]),
      {
        type: 'input',
        block_id: writtenBlock,
        label: toPlain(linking.text),
        hint: toPlain(linking.textHint, 150),
        element: {
          type: 'plain_text_input',
          action_id: writtenBlock,
          multiline: true,
          max_length: maxWrittenCharacters,
          ...(text === '' ? {} : { initial_value: text }),
        },
      },
    ],
  };
}

/** It is posted; and its author may keep it for the notes, where it is an answer. */
export function toWrittenView(offered: OfferedDraft | null, where: Where = { threads: 1, refused: 0 }): ModalView {
  const view = toNoticeView(linking.writeTitle, linking.writtenPosted, ...toWhere(where));
  if (offered === null) return view;
  return {
    ...view,
    blocks: [
      ...view.blocks,
      toSection(drafts.offer(escapeWithin(offered.question, maxQuestionCharacters))),
      toKeepActions(offered.id, 'draft-written'),
    ],
  };
}

interface Where {
  readonly threads: number;
  readonly refused: number;
}

/** In which threads an answer stands that several asked for; nothing where one did. */
export function toWhere({ threads, refused }: Where): readonly string[] {
  return [...(threads > 1 ? [unanswered.stands(threads)] : []), ...(refused > 0 ? [unanswered.refused(refused)] : [])];
}

/** The text in `view.state.values`, or an empty one. */
export function readWritten(
  values: Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>,
): string {
  return values[writtenBlock]?.[writtenBlock]?.value?.trim() ?? '';
}
