// The modal of *Answer from the notes*. Edge.
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { maxWordingCharacters } from '../../answer/reading/clean-wording.ts';
import { cutExcerpt } from '../../answer/reply/excerpt.ts';
import { linking, teamWords, unanswered } from '../../answer/wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { LinkForm } from '../../use-cases/link/prepare-link.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import { toPlain } from '../blocks/elements.ts';
import { cutText, escapeWithin, toBoldLink } from '../blocks/mrkdwn.ts';
import { toMrkdwn } from '../blocks/to-mrkdwn.ts';
import { linkBlocks } from './link-blocks.ts';
import { type LinkMetadata, toMetadata } from './link-metadata.ts';
import type { Submission } from './read-submission.ts';

const maxNameCharacters = 100;
const maxQuestionCharacters = 500;
const maxPreviewCharacters = 1200;
const maxSentenceCharacters = 500;

/** What stands in the modal beyond the form. */
export interface LinkViewState {
  /** Which way the entry was chosen, and how often each control was emptied: see `LinkMetadata`. */
  readonly metadata: LinkMetadata;
  /** What went wrong when it was submitted, as mrkdwn, or null. */
  readonly problem: string | null;
  /** What had been entered when it was submitted; left out at the first showing. */
  readonly entered?: Pick<Submission, 'sentence' | 'isRemembering' | 'wording'>;
}

/** Three matches, the first one chosen where it is likely, the type-ahead, the preview, a sentence, and the wording to remember. */
export function toLinkView(form: LinkForm, { metadata, problem, entered }: LinkViewState): ModalView {
  const name = escapeWithin(form.authorName ?? teamWords.somebody, maxNameCharacters);
  const question = escapeWithin(form.question, maxQuestionCharacters);
  const { remembers, wording } = form.draft;
  const { sentence, ...remembered } = entered ?? { sentence: null, isRemembering: remembers, wording };
  const warning = problem ?? (form.isInChannel ? null : linking.notInChannel);
  return {
    type: 'modal',
    callback_id: callbackIds.linkAnswer,
    private_metadata: toMetadata(metadata),
    title: toPlain(linking.title, 24),
    submit: toPlain(linking.post, 24),
    close: toPlain(linking.close, 24),
    blocks: [
      toSection(`${linking.asked(name)}\n> ${question.replaceAll('\n', '\n> ')}`),
      ...(form.threads === 1 ? [] : [toContext(unanswered.goesTo(form.threads))]),
      ...(warning === null ? [] : [toSection(`:warning: ${warning}`)]),
      ...toChoiceBlocks(form, metadata),
      { type: 'divider' },
      ...toPreview(form.chosen),
      { type: 'divider' },
      toSentenceInput(sentence),
      toRememberInput(remembered.isRemembering),
      toWordingInput(remembered.wording),
    ],
  };
}

function toChoiceBlocks({ offered, chosen }: LinkForm, counts: LinkMetadata): readonly KnownBlock[] {
  const options = offered.map(toEntryOption);
  const initial = options.find(({ value }) => value === chosen?.key);
  const isOther = chosen !== null && initial === undefined;
  return [
    toSection(`*${linking.offered}*`),
    {
      type: 'actions',
      block_id: `offered:${counts.offered}`,
      elements: [
        {
          type: 'radio_buttons',
          action_id: actionIds.offeredEntry,
          options,
          ...(initial === undefined ? {} : { initial_option: initial }),
        },
      ],
    },
    {
      type: 'section',
      block_id: `other:${counts.other}`,
      text: { type: 'mrkdwn', text: `*${linking.other}*` },
      accessory: {
        type: 'external_select',
        action_id: actionIds.otherEntry,
        min_query_length: 0,
        placeholder: toPlain(linking.otherHint, 150),
        ...(isOther ? { initial_option: toEntryOption(chosen) } : {}),
      },
    },
  ];
}

/** An entry in a list: its question, and below it the post. */
export function toEntryOption(entry: Entry): PlainTextOption {
  return {
    text: toPlain(entry.question),
    value: entry.key,
    ...(entry.post.title === '' ? {} : { description: toPlain(entry.post.title) }),
  };
}

function toPreview(chosen: Entry | null): readonly KnownBlock[] {
  if (chosen === null) return [toContext(linking.nothingChosen)];
  const { markdown } = cutExcerpt(chosen.answer, null, maxPreviewCharacters);
  return [
    toContext(linking.preview),
    toSection(`${toBoldLink(chosen.url, cutText(chosen.question, maxQuestionCharacters))}\n${toMrkdwn(markdown)}`),
  ];
}

function toSentenceInput(sentence: string | null): InputBlock {
  return {
    type: 'input',
    block_id: linkBlocks.sentence,
    optional: true,
    label: toPlain(linking.sentence),
    hint: toPlain(linking.sentenceHint, 150),
    element: {
      type: 'plain_text_input',
      action_id: linkBlocks.sentence,
      max_length: maxSentenceCharacters,
      ...(sentence === null ? {} : { initial_value: sentence }),
    },
  };
}

function toRememberInput(isOn: boolean): InputBlock {
  const option = { text: toPlain(linking.rememberOption), value: 'remember' };
  return {
    type: 'input',
    block_id: linkBlocks.remember,
    optional: true,
    label: toPlain(linking.remember),
    element: {
      type: 'checkboxes',
      action_id: linkBlocks.remember,
      options: [option],
      ...(isOn ? { initial_options: [option] } : {}),
    },
  };
}

function toWordingInput(wording: string): InputBlock {
  return {
    type: 'input',
    block_id: linkBlocks.wording,
    optional: true,
    label: toPlain(linking.wording),
    hint: toPlain(linking.wordingHint, 150),
    element: {
      type: 'plain_text_input',
      action_id: linkBlocks.wording,
      max_length: maxWordingCharacters,
      ...(wording === '' ? {} : { initial_value: wording }),
    },
  };
}
