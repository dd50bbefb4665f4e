// The Bolt app: its receiver, its listeners, its one error handler. Edge.
import { App, type AppOptions, type Receiver, type ReceiverEvent } from '@slack/bolt';
import type { ExtendedErrorHandlerArgs } from '@slack/bolt/dist/App.js';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger as Pino } from 'pino';
import { notices } from '../answer/wording.ts';
import { registerAgent } from './agent/on-agent-opened.ts';
import { registerMessages } from './answer/on-message.ts';
import { registerAskTeam } from './ask-team/on-ask-team.ts';
import { registerTeamMembership } from './ask-team/on-team-membership.ts';
import { registerTeamQuestions } from './ask-team/on-team-question.ts';
import { registerWriting } from './ask-team/on-write.ts';
import type { Bot } from './bot.ts';
import { registerCommand } from './command/on-command.ts';
import { registerForgetMe } from './command/on-forget-me.ts';
import { toBoltLogger } from './connection/bolt-logger.ts';
import type { InFlight } from './connection/in-flight.ts';
import { registerTokenRevoked } from './connection/on-token-revoked.ts';
import { type OnCall, PacedClient } from './connection/paced-client.ts';
import { registerDrafts } from './drafts/on-drafts.ts';
import { registerHome } from './home/on-home.ts';
import { registerForget } from './learn/on-forget.ts';
import { registerReview } from './learn/on-review.ts';
import { registerLinking } from './link/on-link.ts';
import { registerLinkSubmit } from './link/on-link-submit.ts';
import { registerListPages } from './notes/on-list-page.ts';
import { registerBoard } from './office-hours/on-board.ts';
import { registerNameless } from './office-hours/on-nameless.ts';
import { registerUnanswered } from './reports/on-unanswered.ts';
import { registerStillRight } from './reviews/on-still-right.ts';
import { registerInvitations } from './settings/on-invited.ts';
import { registerSettings } from './settings/on-settings.ts';
import { registerShare } from './share/on-share.ts';
import { registerAnswerStep } from './steps/on-answer-step.ts';
import { registerSubscribe } from './subscribe/on-subscribe.ts';
import { registerQuietSuggestions } from './suggest/on-quiet-suggestion.ts';
import { registerSuggestions } from './suggest/on-suggestion.ts';
import { registerUnfurls } from './unfurl/on-link-shared.ts';
import { registerRemove } from './vote/on-remove.ts';
import { registerReplace } from './vote/on-replace.ts';
import { registerVotes } from './vote/on-vote.ts';
import { registerWhy } from './why/on-why.ts';

/** How the app reaches Slack. `slackApiUrl` is set where something stands in for Slack. */
export interface SlackConnection {
  readonly botToken: string;
  readonly by:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  readonly slackApiUrl?: string;
}

/** Two more tries for what can be repeated. Bolt's own policy would go on for half an hour. */
const retryConfig = { retries: 2, factor: 2, minTimeout: 500, randomize: true };
const callTimeoutMs = 10_000;

/** What every client of Slack's Web API is made with. */
export function toClientOptions(connection: SlackConnection, log: Pino): WebClientOptions {
  const url = connection.slackApiUrl === undefined ? {} : { slackApiUrl: connection.slackApiUrl };
  return { ...url, retryConfig, timeout: callTimeoutMs, allowAbsoluteUrls: false, logger: toBoltLogger(log) };
}

/** The client that the bot posts with. */
export function createClient(connection: SlackConnection, log: Pino, onCall: OnCall): PacedClient {
  return new PacedClient(connection.botToken, toClientOptions(connection, log), onCall);
}

/** What comes in counts as under way before it is acknowledged: what Slack will not send again, stopping waits for. */
class TrackedApp extends App {
  readonly #inFlight: InFlight;

  constructor(inFlight: InFlight, options: AppOptions) {
    super(options);
    this.#inFlight = inFlight;
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    await this.#inFlight.track(async () => await super.processEvent(event));
  }
}

/** What the bot listens to: one line for each. */
const listeners = [
  registerAgent,
  registerAnswerStep,
  registerMessages,
  registerCommand,
  registerSuggestions,
  registerQuietSuggestions,
  registerVotes,
  registerReplace,
  registerRemove,
  registerShare,
  registerLinking,
  registerLinkSubmit,
  registerAskTeam,
  registerTeamQuestions,
  registerWriting,
  registerTeamMembership,
  registerSubscribe,
  registerForget,
  registerForgetMe,
  registerReview,
  registerStillRight,
  registerDrafts,
  registerUnanswered,
  registerHome,
  registerBoard,
  registerNameless,
  registerListPages,
  registerSettings,
  registerInvitations,
  registerUnfurls,
  registerTokenRevoked,
  registerWhy,
];

/** Wires the listeners; nothing is sent or received before `init` and `start`. */
export function createApp(
  connection: SlackConnection,
  { bot, log, inFlight, receiver }: { bot: Bot; log: Pino; inFlight: InFlight; receiver: Receiver },
): App {
  const app = new TrackedApp(inFlight, {
    token: connection.botToken,
    receiver,
    clientOptions: toClientOptions(connection, log),
    logger: toBoltLogger(log),
    deferInitialization: true,
    extendedErrorHandler: true,
    convoStore: false,
  });
  for (const register of listeners) register(app, bot);
  app.error(async (failure: ExtendedErrorHandlerArgs) => await onError(log, failure));
  return app;
}

/** Says what failed in the log, with ids, and to the person who pressed or typed something, in one sentence. */
async function onError(log: Pino, { error, body }: ExtendedErrorHandlerArgs): Promise<void> {
  const about = body as { readonly event_id?: string; readonly type?: string; readonly response_url?: string };
  log.error({ err: error, event: about.event_id, type: about.type }, 'A listener failed');
  if (about.response_url === undefined) return;
  const text = notices['something-went-wrong'];
  await fetch(about.response_url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
  }).catch((cause: unknown) => log.warn({ err: cause }, 'The person could not be told'));
}
