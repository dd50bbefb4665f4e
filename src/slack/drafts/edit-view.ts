// The modal in which a draft entry is edited. Edge.
import type { InputBlock, ModalView } from '@slack/types';
import { maxWordingCharacters } from '../../answer/reading/clean-wording.ts';
import { drafts, linking } from '../../answer/wording.ts';
import type { DraftEntry } from '../../use-cases/drafts/draft-store.ts';
import type { EditedText } from '../../use-cases/drafts/review-draft.ts';
import { callbackIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import { toPlain } from '../blocks/elements.ts';

const questionBlock = 'question';
const answerBlock = 'answer';
/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const maxAnswerCharacters = 3000;

/** `problem`: what was missing when it was submitted, or null; then `text` is what stood there. */
export function toDraftView(
  draft: Pick<DraftEntry, 'id' | 'question' | 'answer' | 'corrects'>,
  problem: string | null = null,
  { question, answer }: EditedText = draft,
): ModalView {
  const text = answer ?? draft.answer;
  const isTooLong = text.length > maxAnswerCharacters;
  const hasInput = draft.corrects === null || !isTooLong;
  return {
    type: 'modal',
    callback_id: callbackIds.editDraft,
    private_metadata: draft.id,
    title: toPlain(drafts.editTitle, 24),
    close: toPlain(linking.close, 24),
    ...(!hasInput ? {} : { submit: toPlain(drafts.save, 24) }),
    blocks: [
      ...(problem === null ? [] : [toSection(`:warning: ${problem}`)]),
      ...(draft.corrects === null ? [toQuestionInput(question)] : []),
      ...(isTooLong ? [toSection(drafts.tooLong)] : [toAnswerInput(text)]),
    ],
  };
}

function toQuestionInput(question: string): InputBlock {
  return {
    type: 'input',
    block_id: questionBlock,
    label: toPlain(drafts.question),
    hint: toPlain(drafts.questionHint, 150),
    element: {
      type: 'plain_text_input',
      action_id: questionBlock,
      max_length: maxWordingCharacters,
      ...(question === '' ? {} : { initial_value: question }),
    },
  };
}

function toAnswerInput(answer: string): InputBlock {
  return {
    type: 'input',
    block_id: answerBlock,
    label: toPlain(drafts.answer),
    hint: toPlain(drafts.answerHint, 150),
    element: {
      type: 'plain_text_input',
      action_id: answerBlock,
      multiline: true,
      max_length: maxAnswerCharacters,
      initial_value: answer,
    },
  };
}

/** What stands in `view.state.values`; an answer of null was not shown, and stays. */
export function readDraftText(
  values: Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>,
): EditedText {
  const question = values[questionBlock]?.[questionBlock]?.value?.trim() ?? '';
  const answer = values[answerBlock] === undefined ? null : (values[answerBlock][answerBlock]?.value?.trim() ?? '');
  return { question, answer };
}
