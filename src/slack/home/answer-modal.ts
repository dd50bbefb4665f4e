// *Show the answer*: a modal with the beginning of an entry's answer. Edge.
import type { KnownBlock, ModalView } from '@slack/types';
import type { AnswerPart } from '../../answer/reply/reply.ts';
import { drafts, home, linking, replies } from '../../answer/wording.ts';
import { toContext, toSection, toSourceLine } from '../answer/answer-blocks.ts';
import { toPlain } from '../blocks/elements.ts';
import { cutText, escapeMrkdwn, toBoldLink } from '../blocks/mrkdwn.ts';
import { toMrkdwn } from '../blocks/to-mrkdwn.ts';

/** Longest section of a modal, with room for what escaping adds. */
const maxSectionCharacters = 2900;

export function toAnswerModal(part: AnswerPart): ModalView {
  const blocks: KnownBlock[] = [
    ...(part.isClosed ? [toContext(escapeMrkdwn(replies.closed))] : []),
    toSection(toBoldLink(part.url, cutText(part.question, 500))),
    ...toTextSections(toMrkdwn(part.answer)),
    toContext(toSourceLine(part)),
  ];
  return {
    type: 'modal',
    title: toPlain(part.meanwhile === undefined ? home.answerTitle : drafts.fromTeam, 24),
    close: toPlain(linking.close, 24),
    blocks,
  };
}

/** Divided between paragraphs, so that no link is cut. */
export function toTextSections(mrkdwn: string): readonly KnownBlock[] {
  const sections: string[] = [];
  for (const paragraph of mrkdwn.split('\n\n')) {
    const last = sections.at(-1);
    const joined = `${last}\n\n${paragraph}`;
    if (last !== undefined && joined.length <= maxSectionCharacters) sections[sections.length - 1] = joined;
    else if (paragraph.trim() !== '') sections.push(paragraph);
  }
  return sections.map(toSection);
}
