// What the page asks for, by name: each request checked, then done. Edge.
import { z } from 'zod';
import type { UiCall, UiCalls } from '../../page-api.ts';
import { pressControl } from '../interaction/press-control.ts';
import { runCommand } from '../interaction/run-command.ts';
import { runGlobalShortcut, runMessageShortcut } from '../interaction/run-shortcut.ts';
import { closeView, submitView } from '../interaction/submit-view.ts';
import { suggestOptions } from '../interaction/suggest-options.ts';
import { findPerson } from '../people/find-for-person.ts';
import { inviteAsPerson, openHome, removeAsPerson } from '../people/move.ts';
import { PersonFault } from '../people/person-fault.ts';
import { deleteAsPerson, dismiss, editAsPerson, postAsPerson, reactAsPerson } from '../people/write.ts';
import type { World } from '../state/world.ts';

type PageCall = (world: World, body: unknown) => Promise<object>;

const id = z.string().min(1).max(255);
const typed = z.string().max(40_000);
const message = { user: id, channel: id, ts: id };
const place = z.union([
  z.object({ kind: z.literal('message'), channel: id, ts: id }),
  z.object({ kind: z.literal('view'), viewId: id }),
]);
const option = z.looseObject({
  text: z.looseObject({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string(), emoji: z.boolean().exactOptional() }),
  value: z.string().exactOptional(),
  description: z.looseObject({ type: z.literal('plain_text'), text: z.string() }).exactOptional(),
  url: z.string().exactOptional(),
});
const ids = z.array(z.string()).exactOptional();
const nullable = z.string().nullable().exactOptional();
const controlValue = z.object({
  type: z.string(),
  value: nullable,
  selected_option: option.nullable().exactOptional(),
  selected_options: z.array(option).exactOptional(),
  selected_user: nullable,
  selected_users: ids,
  selected_conversation: nullable,
  selected_conversations: ids,
  selected_channel: nullable,
  selected_channels: ids,
  selected_date: nullable,
  selected_time: nullable,
  selected_date_time: z.number().nullable().exactOptional(),
});
const state = z.record(z.string(), z.record(z.string(), controlValue));

function call<Call extends UiCall>(
  schema: z.ZodType<UiCalls[Call]['request']>,
  run: (world: World, request: UiCalls[Call]['request']) => Promise<UiCalls[Call]['response']>,
): PageCall {
  return (world, body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new PersonFault('invalid_request', z.prettifyError(parsed.error));
    findPerson(world, parsed.data.user);
    return run(world, parsed.data);
  };
}

/** For calls with nothing to answer. */
function done<Request extends { readonly user: string }>(
  schema: z.ZodType<Request>,
  run: (world: World, request: Request) => Promise<void> | void,
): PageCall {
  return async (world, body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new PersonFault('invalid_request', z.prettifyError(parsed.error));
    findPerson(world, parsed.data.user);
    await run(world, parsed.data);
    return {};
  };
}

export const PAGE_CALLS: { readonly [Call in UiCall]: PageCall } = {
  post: call<'post'>(
    z.object({
      user: id,
      channel: id,
      text: typed,
      threadTs: id.exactOptional(),
      alsoInChannel: z.boolean().exactOptional(),
    }),
    async (world, { user, ...post }) => ({ ts: postAsPerson(world, user, post).ts }),
  ),
  edit: done<UiCalls['edit']['request']>(z.object({ ...message, text: typed }), (world, { user, channel, ts, text }) =>
    editAsPerson(world, user, channel, ts, text),
  ),
  delete: done<UiCalls['delete']['request']>(z.object(message), (world, { user, channel, ts }) =>
    deleteAsPerson(world, user, channel, ts),
  ),
  dismiss: done<UiCalls['dismiss']['request']>(z.object(message), (world, { user, channel, ts }) =>
    dismiss(world, user, channel, ts),
  ),
  react: done<UiCalls['react']['request']>(
    z.object({ ...message, name: z.string().regex(/^[a-z0-9_+'-]+$/), on: z.boolean() }),
    (world, { user, ...reaction }) => reactAsPerson(world, user, reaction),
  ),
  command: done<UiCalls['command']['request']>(
    z.object({ user: id, channel: id, command: id, text: typed }),
    (world, { user, channel, command, text }) => runCommand(world, user, channel, command, text),
  ),
  press: done<UiCalls['press']['request']>(
    z.object({
      user: id,
      place,
      blockId: id,
      actionId: id,
      value: controlValue.exactOptional(),
      state: state.exactOptional(),
    }),
    (world, { user, ...press }) => pressControl(world, user, press),
  ),
  options: call<'options'>(
    z.object({ user: id, place, blockId: id, actionId: id, typed }),
    (world, { user, ...typing }) => suggestOptions(world, user, typing),
  ),
  messageShortcut: done<UiCalls['messageShortcut']['request']>(
    z.object({ ...message, callbackId: id }),
    (world, { user, ...target }) => runMessageShortcut(world, user, target),
  ),
  globalShortcut: done<UiCalls['globalShortcut']['request']>(
    z.object({ user: id, callbackId: id }),
    (world, { user, callbackId }) => runGlobalShortcut(world, user, callbackId),
  ),
  submit: call<'submit'>(
    z.object({ user: id, viewId: id, state }),
    async (world, { user, viewId, state: entered }) => ({
      errors: await submitView(world, user, viewId, entered),
    }),
  ),
  close: done<UiCalls['close']['request']>(
    z.object({ user: id, viewId: id, all: z.boolean() }),
    (world, { user, viewId, all }) => closeView(world, user, viewId, all),
  ),
  openHome: done<UiCalls['openHome']['request']>(
    z.object({ user: id, tab: z.enum(['home', 'messages']) }),
    (world, { user, tab }) => openHome(world, user, tab),
  ),
  invite: done<UiCalls['invite']['request']>(
    z.object({ user: id, channel: id, member: id }),
    (world, { user, channel, member }) => inviteAsPerson(world, user, channel, member),
  ),
  remove: done<UiCalls['remove']['request']>(
    z.object({ user: id, channel: id, member: id }),
    (world, { user, channel, member }) => removeAsPerson(world, user, channel, member),
  ),
};
