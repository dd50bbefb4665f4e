// Open modals and published App Homes. Pure.
import type { StoredView } from './stored-view.ts';

export class ViewStore {
  readonly #stacks = new Map<string, readonly StoredView[]>();
  readonly #homes = new Map<string, StoredView>();

  /** A person's open modals, the visible one last. */
  stack(userId: string): readonly StoredView[] {
    return this.#stacks.get(userId) ?? [];
  }

  setStack(userId: string, stack: readonly StoredView[]): void {
    this.#stacks.set(userId, stack);
  }

  home(userId: string): StoredView | undefined {
    return this.#homes.get(userId);
  }

  find(matches: (view: StoredView) => boolean): StoredView | undefined {
    return [...[...this.#stacks.values()].flat(), ...this.#homes.values()].find(matches);
  }

  /** Replaces a view that is open or published; a home is published by this too. */
  put(view: StoredView): void {
    if (view.type === 'home') {
      this.#homes.set(view.userId, view);
      return;
    }
    const replaced = this.stack(view.userId).map((open) => (open.id === view.id ? view : open));
    this.#stacks.set(view.userId, replaced);
  }
}
