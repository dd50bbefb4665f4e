// The preview of a link to the notes. Edge.
import type { KnownBlock } from '@slack/types';
import { type AnswerContext, toEntryPart } from '../../answer/plan-actions.ts';
import { cutExcerpt } from '../../answer/reply/excerpt.ts';
import { commands, formatDate, replies, unfurls } from '../../answer/wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { Linked } from '../../use-cases/unfurl/find-linked.ts';
import { toContext, toSection, toSourceLine } from '../answer/answer-blocks.ts';
import { cutText, escapeMrkdwn, escapeWithin, toBoldLink } from '../blocks/mrkdwn.ts';
import { toMrkdwn } from '../blocks/to-mrkdwn.ts';
import { toTextSections } from '../home/answer-modal.ts';
import { toPostLine, toQuestionLink } from '../notes/question-list.ts';

/** A preview tells what waits behind the link; it does not replace it. */
const maxPreviewCharacters = 600;
const maxQuestions = 8;

/** A section: its question and the beginning of its answer. A post: its title and its questions. */
export function toUnfurlBlocks(linked: Linked, context: AnswerContext): KnownBlock[] {
  return linked.kind === 'entry' ? toEntryPreview(linked.entry, context) : toPostPreview(linked);
}

function toEntryPreview(entry: Entry, context: AnswerContext): KnownBlock[] {
  const part = toEntryPart(entry, { asked: null, passage: null, updatedAt: null }, context);
  const { markdown, charactersLeftOut } = cutExcerpt(entry.answer, null, maxPreviewCharacters);
  return [
    ...(part.isClosed ? [toContext(escapeMrkdwn(replies.closed))] : []),
    toSection(toBoldLink(entry.url, cutText(entry.question, 500))),
    ...toTextSections(toMrkdwn(markdown)),
    toContext(toSourceLine({ ...part, charactersLeftOut })),
  ];
}

function toPostPreview({ post, entries }: Extract<Linked, { kind: 'post' }>): KnownBlock[] {
  const lines = entries.slice(0, maxQuestions).map((entry) => `• ${toQuestionLink(entry)}`);
  const more = entries.length > maxQuestions ? [commands.more(entries.length - maxQuestions)] : [];
  const authors = post.authors.length === 0 ? null : escapeWithin(post.authors.join(', '), 200);
  const about = [authors, post.date === null ? null : formatDate(post.date)].filter((piece) => piece !== null);
  return [
    toSection(toPostLine({ ...post, date: null })),
    ...(about.length === 0 ? [] : [toContext(about.join(' · '))]),
    ...(entries.length === 0 ? [] : [toSection([unfurls.questions(entries.length), ...lines, ...more].join('\n'))]),
  ];
}
