// A person to act as, for tests: the same things that the page lets people do. Edge.
import type { ControlState } from '../../page-api.ts';
import { isVisibleTo } from '../conversation/channel-store.ts';
import type { StoredMessage } from '../conversation/stored-message.ts';
import { pressControl } from '../interaction/press-control.ts';
import { runCommand } from '../interaction/run-command.ts';
import { runGlobalShortcut, runMessageShortcut } from '../interaction/run-shortcut.ts';
import { closeView, type SubmitErrors, submitView } from '../interaction/submit-view.ts';
import { type Suggestions, suggestOptions } from '../interaction/suggest-options.ts';
import { inviteAsPerson, openHome, removeAsPerson } from '../people/move.ts';
import {
  deleteAsPerson,
  dismiss,
  editAsPerson,
  type PersonPost,
  postAsPerson,
  reactAsPerson,
} from '../people/write.ts';
import { type JsonObject, toObjects } from '../state/json.ts';
import type { World } from '../state/world.ts';
import type { StoredView } from '../views/stored-view.ts';
import { type Entered, findByQuery, findSide, toControlState, toControlValue } from './control-query.ts';

/** A message or a view with controls in it. */
export type Holder = StoredMessage | StoredView;

export interface PressOptions {
  /** What is chosen; buttons need nothing. */
  readonly value?: Entered;
  /** Other controls of the same message or view, by `action_id` or label. */
  readonly others?: Readonly<Record<string, Entered>>;
  /** Replaces fields of the action, as a tampered client would. */
  readonly forged?: JsonObject;
}

export class Actor {
  readonly userId: string;
  readonly #world: World;

  constructor(world: World, userId: string) {
    this.#world = world;
    this.userId = userId;
  }

  /** `text` as typed: see `UiCalls.post`. */
  post(channel: string, text: string, options: Pick<PersonPost, 'threadTs' | 'alsoInChannel'> = {}): StoredMessage {
    return postAsPerson(this.#world, this.userId, { channel, text, ...options });
  }

  edit(message: StoredMessage, text: string): void {
    editAsPerson(this.#world, this.userId, message.channel, message.ts, text);
  }

  delete(message: StoredMessage): void {
    deleteAsPerson(this.#world, this.userId, message.channel, message.ts);
  }

  dismiss(message: StoredMessage): void {
    dismiss(this.#world, this.userId, message.channel, message.ts);
  }

  react(message: StoredMessage, name: string, on = true): void {
    reactAsPerson(this.#world, this.userId, { channel: message.channel, ts: message.ts, name, on });
  }

  /** `/name the rest`; resolves when it is acknowledged. */
  command(channel: string, typed: string): Promise<void> {
    const [command = '', ...words] = typed.split(' ');
    return runCommand(this.#world, this.userId, channel, command, words.join(' '));
  }

  /** `control`: its `action_id`, or what is written on it. Resolves when it is acknowledged. */
  press(holder: Holder, control: string, options: PressOptions = {}): Promise<void> {
    const blocks = toBlocks(this.#world, holder);
    const { blockId, actionId, ...found } = findByQuery(blocks, control);
    const value =
      options.value === undefined
        ? (findSide(found, control) ?? undefined)
        : toControlValue({ blockId, actionId, ...found }, options.value);
    return pressControl(this.#world, this.userId, {
      place: toPlace(holder),
      blockId,
      actionId,
      value,
      state: toControlState(blocks, options.others ?? {}),
      forged: options.forged,
    });
  }

  /** The options that the bot suggests while `typed` stands in the control. */
  type(holder: Holder, control: string, typed: string): Promise<Suggestions> {
    const { blockId, actionId } = findByQuery(toBlocks(this.#world, holder), control);
    return suggestOptions(this.#world, this.userId, { place: toPlace(holder), blockId, actionId, typed });
  }

  /** A shortcut on a message. */
  shortcut(message: StoredMessage, callbackId: string): Promise<void> {
    const { channel, ts } = message;
    return runMessageShortcut(this.#world, this.userId, { channel, ts, callbackId });
  }

  globalShortcut(callbackId: string): Promise<void> {
    return runGlobalShortcut(this.#world, this.userId, callbackId);
  }

  /** `entered` by `action_id` or label. Errors by `block_id`; none: the bot accepted. */
  submit(view: StoredView, entered: Readonly<Record<string, Entered>> = {}): Promise<SubmitErrors> {
    const state: ControlState = toControlState(toBlocks(this.#world, view), entered);
    return submitView(this.#world, this.userId, view.id, state);
  }

  close(view: StoredView, all = false): Promise<void> {
    return closeView(this.#world, this.userId, view.id, all);
  }

  openHome(tab: 'home' | 'messages' = 'home'): void {
    openHome(this.#world, this.userId, tab);
  }

  join(channel: string): void {
    inviteAsPerson(this.#world, this.userId, channel, this.userId);
  }

  leave(channel: string): void {
    removeAsPerson(this.#world, this.userId, channel, this.userId);
  }

  invite(channel: string, memberId: string): void {
    inviteAsPerson(this.#world, this.userId, channel, memberId);
  }

  remove(channel: string, memberId: string): void {
    removeAsPerson(this.#world, this.userId, channel, memberId);
  }

  /** The modal that the person looks at. */
  get modal(): StoredView | undefined {
    return this.#world.views.stack(this.userId).at(-1);
  }

  get modals(): readonly StoredView[] {
    return this.#world.views.stack(this.userId);
  }

  get home(): StoredView | undefined {
    return this.#world.views.home(this.userId);
  }

  /** Messages that only this person sees, in every channel they see. */
  get ephemerals(): readonly StoredMessage[] {
    return this.#world.messages.all().filter((message) => {
      const channel = this.#world.channels.find(message.channel);
      return message.visibleTo === this.userId && channel !== undefined && isVisibleTo(channel, this.userId);
    });
  }
}

function toPlace(holder: Holder): Parameters<typeof pressControl>[2]['place'] {
  if ('given' in holder) return { kind: 'view', viewId: holder.id };
  return { kind: 'message', channel: holder.channel, ts: holder.ts };
}

/** As it stands now, not as it stood when the caller got it. */
function toBlocks(world: World, holder: Holder): readonly JsonObject[] {
  if ('given' in holder) {
    const view = world.views.find((open) => open.id === holder.id) ?? holder;
    return toObjects(view.given['blocks']);
  }
  const message = world.messages.get(holder.channel, holder.ts) ?? holder;
  return [...message.blocks, ...message.attachments.flatMap((attachment) => toObjects(attachment['blocks']))];
}
