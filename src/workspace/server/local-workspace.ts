// A running workspace as its starter and its tests hold it. Edge.
import type { DecisionTrace } from '../decision-trace.ts';
import type { Intro } from '../intro.ts';
import { postMessage } from './conversation/post-message.ts';
import type { StoredMessage } from './conversation/stored-message.ts';
import type { Delivery } from './delivery/delivery.ts';
import { SignedHttp } from './delivery/signed-http.ts';
import type { SocketMode } from './delivery/socket-mode.ts';
import { Actor } from './driver/actor.ts';
import { waitFor, whenIdle } from './driver/waiting.ts';
import type { Handler } from './http/body.ts';
import type { Probes } from './http/probe-route.ts';
import type { HttpServer } from './http/server.ts';
import { BOT_ID, OTHER_APP } from './state/seed.ts';
import type { World } from './state/world.ts';
import type { PageSockets } from './ui/page-socket.ts';
import type { ApiCall, Tokens, Trouble, WebApi } from './web-api/web-api.ts';

export interface Parts {
  readonly world: World;
  readonly server: HttpServer;
  readonly webApi: WebApi;
  readonly delivery: Delivery;
  readonly socketMode: SocketMode;
  readonly pageSockets: PageSockets;
  readonly probes: Probes;
  readonly tokens: Tokens;
  readonly signingSecret: string;
  readonly ackTimeoutMs: number;
}

export class LocalWorkspace {
  readonly #parts: Parts;
  #http: SignedHttp | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Where the page is: `http://127.0.0.1:<port>`. */
  get url(): string {
    return this.#parts.world.origin();
  }

  /** For `clientOptions.slackApiUrl`. */
  get slackApiUrl(): string {
    return `${this.url}/api/`;
  }

  get port(): number {
    return this.#parts.server.port;
  }

  get botToken(): string {
    return this.#parts.tokens.bot;
  }

  get appToken(): string {
    return this.#parts.tokens.app;
  }

  get signingSecret(): string {
    return this.#parts.signingSecret;
  }

  /** Socket Mode as seen from Slack's side: how many connections, ask for a reconnect, cut. */
  get socketMode(): SocketMode {
    return this.#parts.socketMode;
  }

  /** Every Web API call so far, in order. */
  get calls(): readonly ApiCall[] {
    return this.#parts.webApi.calls;
  }

  /** From now on `answer` is asked for /healthz, /readyz and /metrics. */
  answerProbes(answer: Handler): void {
    this.#parts.probes.answer = answer;
  }

  /** Shows in the panel why the bot decided as it did. */
  showDecision(trace: DecisionTrace): void {
    const { world } = this.#parts;
    world.decisions.set(`${trace.channel} ${trace.ts}`, trace);
    world.changes.publish({ type: 'decision', trace });
  }

  /** Shows a line about long work of the bot; null takes it away. */
  showProgress(text: string | null): void {
    const { world } = this.#parts;
    world.status.progress = text;
    world.changes.publish({ type: 'progress', text });
  }

  /** Shows which notes the bot has read, and what may be tried. */
  showIntro(intro: Intro): void {
    const { world } = this.#parts;
    world.status.intro = intro;
    world.changes.publish({ type: 'intro', intro });
  }

  /** From now on events, commands and interactions go to `requestUrl`, signed. Rejects where it does not prove itself. */
  async useHttp(requestUrl: string): Promise<void> {
    const { world, signingSecret, ackTimeoutMs, delivery } = this.#parts;
    const { clock, ids, verificationToken } = world;
    const http = new SignedHttp({ requestUrl, signingSecret, ackTimeoutMs, clock, ids, verificationToken });
    if (!(await http.verify())) throw new Error(`${requestUrl} did not answer the url_verification challenge`);
    this.#http = http;
    delivery.use(http);
    world.status.connection = 'connected';
    world.changes.publish({ type: 'connection', connection: 'connected' });
  }

  /** A person to act as. */
  as(userId: string): Actor {
    return new Actor(this.#parts.world, userId);
  }

  /** Another app in the workspace posts. */
  postAsOtherApp(channel: string, text: string, options: { readonly threadTs?: string } = {}): StoredMessage {
    const app = { appId: OTHER_APP.id, botId: OTHER_APP.botId, name: OTHER_APP.name };
    return postMessage(this.#parts.world, {
      channel,
      text,
      app,
      userId: OTHER_APP.userId,
      subtype: 'bot_message',
      ...options,
    });
  }

  /** What everybody in the channel sees, or with `threadTs` the root and its replies; ordered by `ts`. */
  messages(channel: string, threadTs?: string): readonly StoredMessage[] {
    const { messages } = this.#parts.world;
    if (threadTs === undefined) return messages.inChannel(channel);
    const root = messages.get(channel, threadTs);
    return [...(root === undefined ? [] : [root]), ...messages.repliesTo(channel, threadTs)];
  }

  /** The same message as it stands now; undefined once it is deleted. */
  current(message: StoredMessage): StoredMessage | undefined {
    return this.#parts.world.messages.get(message.channel, message.ts);
  }

  /** What the bot posted in a channel, or in one thread. */
  botMessages(channel: string, threadTs?: string): readonly StoredMessage[] {
    return this.messages(channel, threadTs).filter((message) => message.app?.botId === BOT_ID);
  }

  /** The next call of `method` runs into `trouble`. */
  arrange(method: string, trouble: Trouble): void {
    this.#parts.webApi.arrange(method, trouble);
  }

  /** What `probe` finds, as soon as it finds something. Rejects after `timeoutMs` (10 s unless given). */
  waitFor<Found>(probe: () => Found | undefined | null | false, timeoutMs?: number): Promise<Found> {
    return waitFor(this.#parts.world, probe, timeoutMs);
  }

  /** Whether every event, command and press so far has been acknowledged or given up. */
  get isQuiet(): boolean {
    return this.#parts.world.activity.isQuiet;
  }

  /** Resolves when nothing is under way and, for a moment, nothing has stirred. `isBusy`: work of the bot unseen from here. */
  idle(isBusy?: () => boolean): Promise<void> {
    return whenIdle(this.#parts.world, isBusy);
  }

  async close(): Promise<void> {
    const { delivery, socketMode, pageSockets, server } = this.#parts;
    delivery.close();
    await Promise.all([socketMode.close(), this.#http?.close(), pageSockets.close(), server.close()]);
  }
}
