// Somebody at the page who has a keyboard and nothing else, and looks for barriers after each step, one person in light, the next in dark.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LocalWorkspace } from '../../../../src/workspace/server/local-workspace.ts';
import { findBarriers, openPage } from './open-page.ts';

const mostPresses = 80;

/** Name of what has the focus, as a screen reader would begin it. */
export async function focused(page: Page): Promise<string> {
  return await page.evaluate<string>(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent',
  );
}

export interface Person {
  readonly page: Page;
  /** Presses Tab (or Shift+Tab) until the focus is on something whose name begins so. */
  tabTo(name: string, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Tabs there and presses Enter. */
  choose(name: string, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Writes where the focus is, and sends it. */
  send(text: string): Promise<void>;
  /** Waits until this is to be seen, and then until nothing on the page is a barrier. */
  sees(what: Locator | string): Promise<void>;
}

/** So many have sat down: every second one likes it dark. */
let seats = 0;

/** Opens the page for this person. Nothing in it is clicked, and no element is given the focus but by keys. */
export async function sitDown(workspace: LocalWorkspace, userId: string): Promise<Person> {
  seats += 1;
  const colorScheme = seats % 2 === 0 ? 'dark' : 'light';
  const page = await openPage(workspace, { userId, colorScheme });
  const tabTo: Person['tabTo'] = async (name, key = 'Tab') => {
    for (let presses = 0; presses < mostPresses; presses += 1) {
      await page.keyboard.press(key);
      if ((await focused(page)).startsWith(name)) return;
    }
    throw new Error(`${key} never reached “${name}”`);
  };
  return {
    page,
    tabTo,
    choose: async (name, key) => {
      await tabTo(name, key);
      await page.keyboard.press('Enter');
    },
    send: async (text) => {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    sees: async (what) => {
      const seen = typeof what === 'string' ? page.getByText(what).first() : what;
      await seen.waitFor({ timeout: 15_000 });
      expect(await findBarriers(page), `${what.toString()}, ${colorScheme}`).toEqual([]);
    },
  };
}
