// The buttons under a question in the team channel that need no choice: *Not for us*, *Post*, *Leave it*. Edge.
import type { App } from '@slack/bolt';
import { linking, notices, teamWords } from '../../answer/wording.ts';
import { declineQuestion } from '../../use-cases/ask-team/decline-question.ts';
import type { TeamPress } from '../../use-cases/ask-team/find-team-question.ts';
import { leaveProposal, postProposal, type SettleOutcome } from '../../use-cases/draft/settle-proposal.ts';
import { actionIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { toRefusalText } from '../delivery/refusal-text.ts';
import { privatelyIn, toPress } from '../to-press.ts';

type Outcome = SettleOutcome | { readonly kind: 'declined' };

/** What the presser alone reads; null where the message in the channel says it. */
function toText(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'posted':
    case 'left':
    case 'declined':
      return null;
    case 'team-only':
      return notices['team-only'];
    case 'gone':
      return teamWords.gone;
    case 'closed-already':
      return teamWords.closedAlready;
    case 'entry-gone':
      return teamWords.entryGone;
    case 'question-gone':
      return linking.problems['question-gone'];
    case 'refused':
      return toRefusalText(outcome.code);
  }
}

export function registerTeamQuestions(app: App, bot: Bot): void {
  const handlers: readonly (readonly [string, (press: TeamPress) => Promise<Outcome>])[] = [
    [actionIds.declineQuestion, async (press) => ({ kind: await declineQuestion(bot, press) })],
    [actionIds.postProposal, (press) => postProposal(bot, press)],
    [actionIds.leaveProposal, (press) => leaveProposal(bot, press)],
  ];
  for (const [actionId, run] of handlers) {
    app.action({ type: 'block_actions', action_id: actionId }, async ({ ack, body, respond }) => {
      await ack();
      const press = toPress(body);
      const text = toText(await run(press));
      if (text !== null) await respond({ ...privatelyIn(press), text });
    });
  }
}
