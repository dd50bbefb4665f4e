// Steps that the team's tests share: asking, pressing, filling in a modal, as people do it.

import type { StoredMessage } from '../../src/workspace/server/conversation/stored-message.ts';
import type { PressOptions } from '../../src/workspace/server/driver/actor.ts';
import type { Entered } from '../../src/workspace/server/driver/control-query.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import type { StoredView } from '../../src/workspace/server/views/stored-view.ts';
import type { Running } from './running-bot.ts';

export const questions = CHANNELS.questions.id;
export const teamChannel = CHANNELS.team.id;

/** What the notes of the fixture do not cover, and nothing near it. */
export const UNCOVERED = '@rolecall can I bring my dog along?';

export async function post(
  run: Running,
  text: string,
  {
    user = PEOPLE.candidate.id,
    channel = questions,
    ...thread
  }: { user?: string; channel?: string; threadTs?: string } = {},
): Promise<StoredMessage> {
  const message = run.workspace.as(user).post(channel, text, thread);
  await run.idle();
  return message;
}

export async function press(
  run: Running,
  user: string,
  holder: StoredMessage | StoredView,
  control: string,
  options: PressOptions = {},
): Promise<void> {
  await run.workspace.as(user).press(holder, control, options);
  await run.idle();
}

export async function shortcut(run: Running, user: string, message: StoredMessage): Promise<StoredView> {
  await run.workspace.as(user).shortcut(message, 'answer_from_notes');
  await run.idle();
  return modalOf(run, user);
}

export function modalOf(run: Running, user: string): StoredView {
  const { modal } = run.workspace.as(user);
  if (modal === undefined) throw new Error('There is no modal');
  return modal;
}

/**
 * Submits the modal that the person looks at; gives its errors, and the modal that stands then. Where the modal asks for a choice and
 * none was made, the first match is chosen, and remembered.
 */
export async function submit(run: Running, user: string, entered: Readonly<Record<string, Entered>> = {}) {
  const first = findUnchosen(modalOf(run, user));
  if (first !== null && entered['offered_entry'] === undefined && entered['other_entry'] === undefined)
    return await submitEntered(run, user, { offered_entry: first, remember: ['remember'], ...entered });
  return await submitEntered(run, user, entered);
}

/** The first of several matches of which none is chosen beforehand. */
function findUnchosen(view: StoredView): string | null {
  const elements = (
    view.given['blocks'] as { elements?: Record<string, unknown>[]; accessory?: Record<string, unknown> }[]
  ).flatMap(({ elements = [], accessory }) => [...elements, ...(accessory === undefined ? [] : [accessory])]);
  const choices = elements.filter(({ action_id: id }) => id === 'offered_entry' || id === 'other_entry');
  if (choices.some(({ initial_option: initial }) => initial !== undefined)) return null;
  const [radio] = choices as { options?: { value: string }[] }[];
  return radio?.options?.[0]?.value ?? null;
}

/** Submits it with what was entered, and nothing else. */
export async function submitEntered(run: Running, user: string, entered: Readonly<Record<string, Entered>> = {}) {
  const errors = await run.workspace.as(user).submit(modalOf(run, user), entered);
  await run.idle();
  return { errors, text: viewText(modalOf(run, user)) };
}

/** Everything written in a view's blocks. */
export function viewText(view: StoredView): string {
  return JSON.stringify(view.given['blocks']);
}

/** The only reply of the bot in a thread. */
export function onlyReply(run: Running, threadTs: string): StoredMessage {
  const replies = run.replies(threadTs);
  const [reply] = replies;
  if (reply === undefined || replies.length > 1) throw new Error(`There are ${replies.length} replies`);
  return reply;
}

/** The newest message of the bot in the team channel. */
export function lastCard(run: Running): StoredMessage {
  const card = run.workspace.botMessages(teamChannel).at(-1);
  if (card === undefined) throw new Error('Nothing stands in the team channel');
  return card;
}

/** What only this person saw last. */
export function lastNotice(run: Running, user: string): StoredMessage {
  const notice = run.workspace.as(user).ephemerals.at(-1);
  if (notice === undefined) throw new Error('Nothing was said privately');
  return notice;
}

/** A question that the bot did not answer, passed on to the team by its asker. */
export async function askTheTeam(
  run: Running,
  text = UNCOVERED,
): Promise<{ asked: StoredMessage; card: StoredMessage }> {
  const asked = await post(run, text);
  await press(run, PEOPLE.candidate.id, onlyReply(run, asked.ts), 'Ask the team');
  return { asked, card: lastCard(run) };
}
