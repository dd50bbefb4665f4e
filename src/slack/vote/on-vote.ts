// *Helpful* and *Not what I asked* under a reply: counted for the presser, who alone hears of it. Edge.
import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { votes } from '../../answer/wording.ts';
import { voteOnReply } from '../../use-cases/vote/vote-on-reply.ts';
import type { Vote } from '../../use-cases/vote/vote-store.ts';
import { actionIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { privatelyIn, toPress } from '../to-press.ts';
import { toNextMatches } from './next-matches.ts';

const voteOf: ReadonlyMap<string, Vote> = new Map([
  [actionIds.helpful, 'helpful'],
  [actionIds.notWhatIAsked, 'not-what-i-asked'],
]);

export function registerVotes(app: App, bot: Bot): void {
  for (const [actionId, vote] of voteOf) {
    app.action({ type: 'block_actions', action_id: actionId }, async ({ ack, body, respond }) => {
      await ack();
      await onVote(bot, { body, vote, respond });
    });
  }
}

async function onVote(
  bot: Bot,
  { body, vote, respond }: { readonly body: BlockAction; readonly vote: Vote; readonly respond: RespondFn },
): Promise<void> {
  const press = toPress(body);
  const outcome = await voteOnReply(bot, press, vote);
  const privately = privatelyIn(press);
  if (outcome.kind === 'gone') await respond({ ...privately, text: votes.unknownReply });
  else if (vote === 'helpful') await respond({ ...privately, text: votes.helpful });
  else await respond({ ...privately, ...toNextMatches(outcome, press.ts) });
}
