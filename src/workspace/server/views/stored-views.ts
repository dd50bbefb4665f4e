// Opens, pushes, updates, publishes and closes views. Edge: the page hears of it.
import { nameBlocks } from '../block-kit/name-blocks.ts';
import { type JsonObject, toObjects } from '../state/json.ts';
import type { World } from '../state/world.ts';
import type { StoredView } from './stored-view.ts';

/** Modals one above the other: https://docs.slack.dev/surfaces/modals. */
export const MAX_STACK = 3;

/** Opens a modal above those that are open; the first one begins a new stack. */
export function pushModal(world: World, userId: string, given: JsonObject): StoredView {
  const below = world.views.stack(userId).at(-1);
  const id = world.ids.next('V');
  const view = toStored(world, {
    id,
    userId,
    type: 'modal',
    given,
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
  });
  setStack(world, userId, [...world.views.stack(userId), view]);
  return view;
}

/** Opens a modal in place of whatever is open. */
export function openModal(world: World, userId: string, given: JsonObject): StoredView {
  world.views.setStack(userId, []);
  return pushModal(world, userId, given);
}

/** Gives a view new content; what was entered stays where the ids stay. */
export function updateView(world: World, view: StoredView, given: JsonObject): StoredView {
  const updated = { ...toStored(world, { ...view, given }), state: view.state };
  keep(world, updated);
  return updated;
}

/** Keeps what a person entered. */
export function enterState(world: World, view: StoredView, state: StoredView['state']): StoredView {
  const entered = { ...view, state };
  world.views.put(entered);
  return entered;
}

export function publishHome(world: World, userId: string, given: JsonObject): StoredView {
  const before = world.views.home(userId);
  const id = before?.id ?? world.ids.next('V');
  const view = toStored(world, { id, userId, type: 'home', given, rootId: id, previousId: null });
  keep(world, { ...view, state: before?.state ?? {} });
  return view;
}

/** Closes the modal and what stands above it. */
export function closeModal(world: World, view: StoredView): void {
  const stack = world.views.stack(view.userId);
  const index = stack.findIndex((open) => open.id === view.id);
  setStack(world, view.userId, index === -1 ? stack : stack.slice(0, index));
}

export function closeAllModals(world: World, userId: string): void {
  setStack(world, userId, []);
}

function setStack(world: World, userId: string, stack: readonly StoredView[]): void {
  world.views.setStack(userId, stack);
  world.changes.publish({ type: 'modals', userId });
}

function keep(world: World, view: StoredView): void {
  world.views.put(view);
  world.changes.publish(view.type === 'home' ? { type: 'home', view } : { type: 'modals', userId: view.userId });
}

function toStored(world: World, parts: Omit<StoredView, 'hash' | 'state'>): StoredView {
  const blocks = nameBlocks(toObjects(parts.given['blocks']), world.ids);
  const hash = `${Math.floor(world.clock.now() / 1000)}.${world.ids.short()}`;
  return { ...parts, given: { ...parts.given, blocks }, hash, state: {} };
}
