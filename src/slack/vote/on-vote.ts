// *Helpful* and *Not what I asked* under a reply: counted for the presser, who alone hears of it. Edge.
import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { votes } from '../../answer/wording.ts';
import { voteOnReply } from '../../use-cases/vote/vote-on-reply.ts';
import type { Vote } from '../../use-cases/vote/vote-store.ts';
import { actionIds, anyOf } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { privatelyIn, toPress } from '../to-press.ts';
import { parseReasonValue, toNextMatches } from './next-matches.ts';

const voteOf: ReadonlyMap<string, Vote> = new Map([
  [actionIds.helpful, 'helpful'],
  [actionIds.notWhatIAsked, 'not-what-i-asked'],
]);

export function registerVotes(app: App, bot: Bot): void {
  registerFeedback(app, bot);
  // Under replies of earlier versions.
  for (const [actionId, vote] of voteOf) {
    app.action({ type: 'block_actions', action_id: actionId }, async ({ ack, body, respond }) => {
      await ack();
      await onVote(bot, { body, vote, respond });
    });
  }
}

function registerFeedback(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.feedback }, async ({ ack, action, body, respond }) => {
    await ack();
    // Bolt knows no such action by type yet.
    const { value } = action as { readonly value?: string };
    const vote = [...voteOf.values()].find((known) => known === value);
    if (vote !== undefined) await onVote(bot, { body, vote, respond });
  });
  app.action(
    { type: 'block_actions', action_id: anyOf(actionIds.voteReason) },
    async ({ ack, action, body, respond }) => {
      await ack();
      const about = action.type === 'button' ? parseReasonValue(action.value) : null;
      if (about === null) return;
      const { ts, reason } = about;
      const outcome = await voteOnReply(bot, { ...toPress(body), ts }, { vote: 'not-what-i-asked', reason });
      const said = outcome.kind === 'gone' ? { text: votes.unknownReply } : toNextMatches(outcome, ts, reason);
      await respond({ response_type: 'ephemeral', replace_original: true, ...said });
    },
  );
}

async function onVote(
  bot: Bot,
  { body, vote, respond }: { readonly body: BlockAction; readonly vote: Vote; readonly respond: RespondFn },
): Promise<void> {
  const press = toPress(body);
  const outcome = await voteOnReply(bot, press, { vote });
  const privately = privatelyIn(press);
  if (outcome.kind === 'gone') await respond({ ...privately, text: votes.unknownReply });
  else if (vote === 'helpful') await respond({ ...privately, text: votes.helpful });
  else await respond({ ...privately, ...toNextMatches(outcome, press.ts) });
}
