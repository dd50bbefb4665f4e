// views.open, .push, .update and .publish. Edge: the page hears of it.
import { checkView } from '../../block-kit/check-view.ts';
import type { JsonObject } from '../../state/json.ts';
import type { World } from '../../state/world.ts';
import { toSlackView } from '../../views/slack-view.ts';
import type { StoredView } from '../../views/stored-view.ts';
import { MAX_STACK, openModal, publishHome, pushModal, updateView } from '../../views/stored-views.ts';
import type { Trigger } from '../../views/trigger-ids.ts';
import { ApiFault } from '../api-fault.ts';
import { type Arguments, invalidArguments } from '../arguments.ts';
import type { Method } from '../method.ts';
import { toMessages } from './message-content.ts';

/** Slack's limit on a view: 250 KB. */
const MAX_VIEW_BYTES = 250_000;

export const viewsOpen: Method = (world, args) => {
  const view = readView(world, args, 'modal');
  const { userId } = exchangeTrigger(world, args);
  return { view: toSlackView(openModal(world, userId, view)) };
};

export const viewsPush: Method = (world, args) => {
  const view = readView(world, args, 'modal');
  const { userId, fromViewId } = exchangeTrigger(world, args);
  const stack = world.views.stack(userId);
  if (!stack.some((open) => open.id === fromViewId)) throw new ApiFault('not_found');
  if (stack.length >= MAX_STACK) throw new ApiFault('push_limit_reached');
  return { view: toSlackView(pushModal(world, userId, view)) };
};

export const viewsUpdate: Method = (world, args) => {
  const current = findView(world, args);
  const view = readView(world, args, current.type, current.id);
  needHash(current, args);
  return { view: toSlackView(updateView(world, current, view)) };
};

export const viewsPublish: Method = (world, args) => {
  if (!world.app.hasHomeTab) throw new ApiFault('not_enabled');
  const userId = args.needText('user_id');
  const current = world.views.home(userId);
  const view = readView(world, args, 'home', current?.id);
  if (!world.users.has(userId)) throw invalidArguments([`invalid user_id: ${userId}`]);
  if (current !== undefined) needHash(current, args);
  return { view: toSlackView(publishHome(world, userId, view)) };
};

/** The view of the call, checked. `ownId`: the view that it replaces, whose `external_id` it may keep. */
function readView(world: World, args: Arguments, type: StoredView['type'], ownId?: string): JsonObject {
  const view = args.object('view') ?? {};
  if (JSON.stringify(view).length > MAX_VIEW_BYTES) throw new ApiFault('view_too_large');
  const faults = checkView(view, type);
  if (faults.length > 0) throw new ApiFault('invalid_arguments', toMessages(faults));
  const externalId = view['external_id'];
  const twin =
    typeof externalId === 'string' && externalId !== ''
      ? world.views.find((other) => other.given['external_id'] === externalId && other.id !== ownId)
      : undefined;
  if (twin !== undefined) throw new ApiFault('duplicate_external_id');
  return view;
}

function exchangeTrigger(world: World, args: Arguments): Trigger {
  const id = args.text('trigger_id');
  if (id === undefined) throw invalidArguments(['missing required field: trigger_id']);
  const trigger = world.triggers.exchange(id);
  if (typeof trigger === 'string') throw new ApiFault(trigger);
  return trigger;
}

function findView(world: World, args: Arguments): StoredView {
  const [id, externalId] = [args.text('view_id'), args.text('external_id')];
  if (id === undefined && externalId === undefined)
    throw invalidArguments(['missing required field: view_id or external_id']);
  const view = world.views.find((open) =>
    id === undefined ? open.given['external_id'] === externalId : open.id === id,
  );
  if (view === undefined) throw new ApiFault('not_found');
  return view;
}

function needHash(current: StoredView, args: Arguments): void {
  const hash = args.text('hash');
  if (hash !== undefined && hash !== current.hash) throw new ApiFault('hash_conflict');
}
