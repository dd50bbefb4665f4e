// A question in the team channel, with the team's buttons or how it was closed. Edge.
import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { TeamCard } from '../../answer/reply/team-card.ts';
import { teamWords } from '../../answer/wording.ts';
import { actionIds } from '../action-ids.ts';
import { toAnswerBlocks, toContext, toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButton } from '../blocks/elements.ts';
import { cutText, escapeMrkdwn, escapeWithin, toLink } from '../blocks/mrkdwn.ts';

const maxNameCharacters = 100;
const maxQuestionCharacters = 500;

/** Its buttons carry no value: the message they stand under says which question is meant. */
export function toCardMessage(card: TeamCard): ReplyMessage {
  const name = escapeWithin(card.askerName ?? teamWords.somebody, maxNameCharacters);
  const head = card.kind === 'asked' ? teamWords.askedBy(name) : teamWords.proposedFor(name);
  const questions = card.questions.map((question) => escapeWithin(question, maxQuestionCharacters));
  const quoted = questions.map((question) => `> ${question.replaceAll('\n', '\n> ')}`);
  return {
    text: [head.replaceAll('*', ''), ...questions].join('\n'),
    blocks: [
      toSection(card.closed?.state === 'deleted' ? head : `${head} · ${toWhere(card)}`),
      ...quoted.map((question) => toSection(question)),
      ...(card.isEdited && card.closed === null ? [toContext(toEdited(card))] : []),
      ...(card.proposed === null || card.closed !== null ? [] : toAnswerBlocks(card.proposed)),
      ...(card.closed === null ? [toActions(card.kind)] : toClosedBlocks(card.closed)),
    ],
  };
}

function toWhere({ where, permalink }: TeamCard): string {
  return permalink === null
    ? teamWords.where[where === 'channel' ? 'channel' : where]
    : toLink(permalink, teamWords.where[where]);
}

function toEdited({ kind }: TeamCard): string {
  return kind === 'asked' ? teamWords.edited : teamWords.editedProposal;
}

function toActions(kind: TeamCard['kind']): ActionsBlock {
  const asked = [
    toButton(actionIds.linkQuestion, teamWords.link),
    toButton(actionIds.writeAnswer, teamWords.write),
    toButton(actionIds.declineQuestion, teamWords.decline),
  ];
  const proposed = [
    toButton(actionIds.postProposal, teamWords.post),
    toButton(actionIds.otherMatch, teamWords.other),
    toButton(actionIds.leaveProposal, teamWords.leave),
  ];
  const [first, ...others] = kind === 'asked' ? asked : proposed;
  return { type: 'actions', elements: first === undefined ? [] : [{ ...first, style: 'primary' }, ...others] };
}

function toClosedBlocks({ state, by, entry, learned }: NonNullable<TeamCard['closed']>): readonly KnownBlock[] {
  const name = escapeWithin(by || teamWords.somebody, maxNameCharacters);
  const link = entry === null ? '' : toLink(entry.url, cutText(entry.question, maxQuestionCharacters));
  const closed = toContext(teamWords.closed[state](name, link));
  if (learned === null) return [closed];
  const remembered = toSection(teamWords.remembered(escapeMrkdwn(learned.wording)));
  if (remembered.type !== 'section') return [closed];
  return [closed, { ...remembered, accessory: toButton(actionIds.forget, teamWords.forget, learned.id) }];
}
