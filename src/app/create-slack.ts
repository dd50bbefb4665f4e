// Wires Slack: how it is reached, what the listeners need, and the Bolt app. Loaded only when the bot starts: Bolt is large.
import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import type { Decision } from '../answer/decision.ts';
import { type Message, placeOf } from '../answer/message.ts';
import type { Health } from '../health/health.ts';
import type { Metrics } from '../health/metrics.ts';
import { SlackTeamRoster } from '../slack/ask-team/slack-team-roster.ts';
import type { Bot } from '../slack/bot.ts';
import { SlackHistory } from '../slack/catch-up/slack-history.ts';
import { isTokenTrouble } from '../slack/connection/error-code.ts';
import type { InFlight } from '../slack/connection/in-flight.ts';
import { tellOperatorOnce } from '../slack/connection/operator-advice.ts';
import { describeRefusal } from '../slack/connection/reach-slack.ts';
import { createApp, createClient } from '../slack/create-app.ts';
import { SlackChat } from '../slack/delivery/slack-chat.ts';
import type { Stores } from '../store/create-stores.ts';
import { KeyedMutex } from '../use-cases/delivery/keyed-mutex.ts';
import type { Clock } from '../use-cases/interfaces/clock.ts';
import { NamelessLimit } from '../use-cases/office-hours/ask-nameless.ts';
import type { BotOptions } from './bot-options.ts';
import { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts';
import type { Search } from './create-search.ts';

/** What the Slack side is made of. */
export interface Parts {
  readonly clock: Clock;
  readonly stores: Stores;
  readonly search: Search;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly inFlight: InFlight;
  /** What answers assistants, or null where that is off. */
  readonly mcp: GatewayOptions['mcp'];
}

/** Nothing is received before `gateway.open(app, …)`. Rejects where its port is taken. */
export async function createSlack(
  options: BotOptions,
  parts: Parts,
): Promise<{ readonly bot: Bot; readonly app: App; readonly gateway: Gateway }> {
  const { connection, log, port, onRefused = () => {}, openGateway = createGateway } = options;
  const { health, metrics, inFlight, mcp } = parts;
  const gateway = await openGateway({ connection, log, health, metrics, mcp, port, onRefused });
  const bot = toBot(options, parts);
  return { bot, app: createApp(connection, { bot, log, inFlight, receiver: gateway.receiver }), gateway };
}

function toBot(options: BotOptions, { clock, stores, search, metrics, health }: Parts): Bot {
  const { config, connection, log, teamChannel } = options;
  const tellOperator = tellOperatorOnce(log);
  const client = createClient(connection, log, (method, code) => {
    metrics.onCall(method, code);
    tellOperator(method, code);
    if (code === null || isTokenTrouble(code)) health.noteToken(code === null);
  });
  return {
    client,
    clock,
    logger: log,
    searcher: search.index,
    notes: search.index,
    keeper: search.keeper,
    chat: new SlackChat(client, { canAskTeam: teamChannel !== null, command: config.SLASH_COMMAND }),
    roster: new SlackTeamRoster(client, teamChannel, { clock, logger: log }),
    ...stores,
    history: new SlackHistory(client),
    catchUpMinutes: config.CATCH_UP_MINUTES,
    answerDelaySeconds: config.ANSWER_DELAY,
    processId: randomUUID(),
    knowLearned: () => search.keeper.catchUp(),
    newId: () => randomUUID(),
    teamChannel,
    locks: new KeyedMutex(),
    namelessLimit: new NamelessLimit(),
    onDecision: (message, decision) => {
      metrics.onDecision(message, decision);
      log.info(toDecisionLine(message, decision, config.LOG_QUESTIONS), 'Decided');
      options.onDecision?.(message, decision);
    },
    onReply: metrics.onReply,
    onTokenRevoked: (event) => {
      health.noteToken(false);
      log.error({}, describeRefusal(event, 'SLACK_BOT_TOKEN'));
    },
    onSuggestion: metrics.onSuggestion,
    defaultMode: config.CHANNEL_MODE,
    canAskTeam: teamChannel !== null,
    isAgentView: config.AGENT_VIEW,
    command: config.SLASH_COMMAND,
    staleAfterDays: config.STALE_AFTER,
  };
}

/** A decision as the log has it: ids and the reason, what was asked only where it may be told. `withText`: the value of `LOG_QUESTIONS`. */
function toDecisionLine(message: Message, decision: Decision, withText: boolean): object {
  const { kind, reason, matches } = decision;
  const best = matches[0];
  return {
    ...placeOf(message),
    surface: message.surface,
    kind,
    reason,
    ...(best === undefined ? {} : { entry: best.entry.key, confidence: Number(best.confidence.toFixed(3)) }),
    ...(withText ? { text: message.text, questions: decision.questions.map(({ question }) => question) } : {}),
  };
}
