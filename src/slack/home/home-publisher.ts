// Publishes App Home for people who type faster than it is published: the newest wish of each wins. Edge.
import { type HomeRequest, readHome } from '../../use-cases/home/read-home.ts';
import type { Bot } from '../bot.ts';
import { call } from '../connection/call.ts';
import { toHomeView } from './home-view.ts';

export class HomePublisher {
  readonly #bot: Bot;
  readonly #newest = new Map<string, HomeRequest>();

  constructor(bot: Bot) {
    this.#bot = bot;
  }

  /** Resolves once this wish, or a newer one of the same person, is published. */
  async publish(request: HomeRequest): Promise<void> {
    const { team, user } = request;
    const key = `home ${team} ${user}`;
    this.#newest.set(key, request);
    await this.#bot.locks.run(key, async () => {
      if (this.#newest.get(key) !== request) return;
      const view = toHomeView(await readHome(this.#bot, request));
      await call('views.publish', () => this.#bot.client.views.publish({ user_id: user, view }));
      if (this.#newest.get(key) === request) this.#newest.delete(key);
    });
  }
}
