// The message shortcut *Why this answer?*, and its *Make this wording find that answer*. Edge.

import type { App, MessageShortcut } from '@slack/bolt';
import { linking, notices, replies, why } from '../../answer/wording.ts';
import { learnPhrasing } from '../../use-cases/learn/learn-phrasing.ts';
import { type Explained, explainMessage } from '../../use-cases/why/explain-message.ts';
import { actionIds, anyOf, callbackIds } from '../action-ids.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import type { Bot } from '../bot.ts';
import { toNoticeView, toPostedView } from '../modal/notice-view.ts';
import { fillModal, openModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { parseTeachValue, parseWhyMetadata, toFiguresView, toWhyView, type WhyMetadata } from './why-view.ts';

export function registerWhy(app: App, bot: Bot): void {
  registerFigures(app, bot);
  app.shortcut({ type: 'message_action', callback_id: callbackIds.whyThisAnswer }, async ({ ack, shortcut }) => {
    await ack();
    const explained = toExplained(shortcut);
    await openModal(bot, shortcut.trigger_id, why.title, async () =>
      toWhyView(await explainMessage(bot, explained), explained.channel),
    );
  });
  app.action({ type: 'block_actions', action_id: anyOf(actionIds.teach) }, async ({ ack, action, body }) => {
    await ack();
    const value = action.type === 'button' ? parseTeachValue(action.value) : null;
    const about = parseWhyMetadata(body.view?.private_metadata ?? '');
    const { user } = body;
    if (value === null || about === null || body.view === undefined) return;
    const who = { team: teamOf(body), user: user.id };
    await fillModal(bot, body.view.id, why.title, async () => {
      const userName = (await bot.chat.findName(user.id)) ?? user.name ?? '';
      return await teach(bot, { ...who, userName, about, ...value });
    });
  });
}

/** The figures lie over the explanation, for the team alone: who it is is asked anew. */
function registerFigures(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.figures }, async ({ ack, body }) => {
    await ack();
    const about = parseWhyMetadata(body.view?.private_metadata ?? '');
    if (about === null) return;
    const loading = toNoticeView(why.figuresTitle, linking.loading);
    const pushed = await bot.client.views.push({ trigger_id: body.trigger_id, view: loading });
    await fillModal(bot, pushed.view?.id ?? '', why.figuresTitle, async () => {
      const { channel, ts, asker: author, wordings } = about;
      const text = wordings.join('\n');
      const place = { team: teamOf(body), channel, ts, text, author, user: body.user.id };
      const explanation = await explainMessage(bot, place);
      return explanation.isTeamMember
        ? toFiguresView(explanation)
        : toNoticeView(why.figuresTitle, notices['team-only']);
    });
  });
}

function toExplained(shortcut: MessageShortcut): Explained {
  const { channel, message, user } = shortcut;
  return {
    team: teamOf(shortcut),
    channel: channel.id,
    ts: message.ts,
    text: message.text ?? '',
    author: message['bot_id'] === undefined ? (message.user ?? null) : null,
    user: user.id,
  };
}

interface Teaching {
  readonly team: string;
  readonly user: string;
  readonly userName: string;
  readonly about: WhyMetadata;
  readonly key: string;
  readonly place: number;
}

/** Gives what takes the modal's place. Who may teach is checked by the use case. */
async function teach(bot: Bot, { team, user, userName, about, key, place }: Teaching) {
  const entry = await bot.notes.find(key);
  const wording = about.wordings[place];
  if (entry === null || wording === undefined) return toNoticeView(why.title, replies.gone);
  const { channel, ts, asker } = about;
  const outcome = await learnPhrasing(bot, { team, user, userName, channel, ts, asker, wording, entry });
  if (outcome.kind === 'learned')
    return toPostedView(why.title, why.taught(escapeMrkdwn(entry.question)), outcome.wording);
  return toNoticeView(why.title, outcome.kind === 'team-only' ? notices['team-only'] : why.knownAlready);
}
