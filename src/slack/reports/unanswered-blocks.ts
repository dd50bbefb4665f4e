// What is unanswered, group by group with what the team can do about each: by the slash command and on App Home. Edge.
import type { KnownBlock } from '@slack/types';
import { commands, teamWords, unanswered } from '../../answer/wording.ts';
import { countAskers, type LinkedGroup, listUnanswered, withLinks } from '../../use-cases/reports/list-unanswered.ts';
import { toUnansweredKey } from '../../use-cases/reports/work-unanswered.ts';
import { actionIds } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButtonFor } from '../blocks/elements.ts';
import { escapeWithin, toLink } from '../blocks/mrkdwn.ts';
import type { Bot } from '../bot.ts';
import { toSafeLine } from '../notes/question-list.ts';

const maxShown = 10;
/** A press in the list of the slash command brings the list again. */
export const unansweredListBlock = 'unanswered-list';

/** The groups with links, for the slash command; null for who is not in the team. */
export async function readUnansweredList(
  bot: Bot,
  who: { readonly team: string; readonly user: string },
): Promise<readonly LinkedGroup[] | null> {
  const groups = await listUnanswered(bot, who);
  if (groups === null) return null;
  const rest = groups.slice(maxShown).map((group) => ({ ...group, links: [] }));
  return [...(await withLinks(bot, groups.slice(0, maxShown))), ...rest];
}

/** `viewer`: user id of who looks at it. */
export function toUnansweredMessage(groups: readonly LinkedGroup[], viewer: string): ReplyMessage {
  if (groups.length === 0) return { text: commands.unansweredNone, blocks: [toSection(commands.unansweredNone)] };
  const header: KnownBlock = {
    type: 'header',
    text: { type: 'plain_text', text: commands.unansweredTitle, emoji: false },
  };
  return {
    text: commands.unansweredTitle,
    blocks: [header, ...toGroupBlocks(groups, { max: maxShown, blockId: unansweredListBlock, viewer })],
  };
}

/** Two blocks for each, at most `max` of them, and one for the rest. Who has taken one may give it back. */
export function toGroupBlocks(
  groups: readonly LinkedGroup[],
  { max, blockId, viewer }: { readonly max: number; readonly blockId: string; readonly viewer: string },
): readonly KnownBlock[] {
  const more = groups.length > max ? [toContext(commands.more(groups.length - max))] : [];
  const shown = groups.slice(0, max).flatMap((group, place): readonly KnownBlock[] => {
    const [newest] = group.questions;
    const key = newest === undefined ? '' : toUnansweredKey(newest);
    const isOwn = findTaken(group)?.user === viewer;
    return [
      toSection(toGroupLine(group)),
      {
        type: 'actions',
        block_id: `${blockId}:${place}`,
        elements: [
          toButtonFor(group.text, actionIds.linkUnanswered, teamWords.link, key),
          toButtonFor(group.text, actionIds.writeUnanswered, teamWords.write, key),
          isOwn
            ? toButtonFor(group.text, actionIds.giveBackUnanswered, unanswered.giveBack, key)
            : toButtonFor(group.text, actionIds.takeUnanswered, unanswered.take, key),
          toButtonFor(group.text, actionIds.putAside, teamWords.decline, key),
        ],
      },
    ];
  });
  return [...shown, ...more];
}

/** The question as it was put last, how often and by how many, with links to the messages, and who takes it. */
export function toGroupLine(group: LinkedGroup): string {
  const { text, questions, links } = group;
  const last = new Date(questions[0]?.askedAt ?? 0).toISOString();
  const taken = findTaken(group);
  const pieces = [
    unanswered.asked(questions.length, countAskers(group), last),
    ...links.map((link, place) => toLink(link, `${unanswered.message} ${place + 1}`)),
    ...(taken === undefined ? [] : [`*${unanswered.taken(escapeWithin(taken.name || teamWords.somebody, 100))}*`]),
  ];
  return `“${toSafeLine(text)}”\n${pieces.join(' · ')}`;
}

function findTaken({ questions }: LinkedGroup) {
  return questions.find((question) => question.taken !== undefined)?.taken;
}
