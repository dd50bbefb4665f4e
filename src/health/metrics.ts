// Figures for Prometheus. Edge. They hold counts, never a text, a channel or a person.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Decision } from '../answer/decision.ts';
import type { Message } from '../answer/message.ts';
import type { Reply } from '../answer/reply/reply.ts';
import type { Clock } from '../use-cases/interfaces/clock.ts';
import type { SuggestionEvent } from '../use-cases/suggest/suggest-quietly.ts';
import { addStateGauges, type StateSources } from './state-gauges.ts';

export interface Metrics {
  readonly onDecision: (message: Message, decision: Decision) => void;
  readonly onReply: (message: Message, reply: Reply) => void;
  readonly onSuggestion: (event: SuggestionEvent) => void;
  readonly onCall: (method: string, error: string | null) => void;
  /** From now on the figures tell how things stand, too. */
  readonly observe: (sources: StateSources) => void;
  /** All figures in Prometheus' text format. */
  print(): Promise<string>;
  readonly contentType: string;
}

/** Upper bounds in seconds: a reply is felt as instant up to about one, and as late from about five. */
const latencyBuckets = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30];

export function createMetrics(clock: Clock): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const { asked, decisions, replies, late, suggestions, calls, slackErrors, latency } = createCounters(registers);
  return {
    onDecision: ({ surface }, { kind, questions }) => {
      decisions.inc({ kind, surface });
      if (questions.length > 0) asked.inc({ surface });
    },
    onReply: (message, reply) => {
      replies.inc({ kind: reply.kind });
      if (reply.isLate === true) late.inc();
      latency.observe(Math.max(0, clock.now() / 1000 - Number(message.ts)));
    },
    onSuggestion: (event) => suggestions.inc({ event }),
    onCall: (method, error) => {
      calls.inc({ method });
      if (error !== null) slackErrors.inc({ method, code: error });
    },
    observe: (sources) => addStateGauges(register, sources),
    print: () => register.metrics(),
    contentType: register.contentType,
  };
}

function createCounters(registers: Registry[]) {
  const asked = new Counter({
    name: 'rolecall_asked_total',
    help: 'Messages that asked something, by surface.',
    labelNames: ['surface'] as const,
    registers,
  });
  const decisions = new Counter({
    name: 'rolecall_decisions_total',
    help: 'Decisions taken, by kind and surface. A mention that Slack sends as two events is decided twice.',
    labelNames: ['kind', 'surface'] as const,
    registers,
  });
  const replies = new Counter({
    name: 'rolecall_replies_total',
    help: 'Replies posted, by kind.',
    labelNames: ['kind'] as const,
    registers,
  });
  const suggestions = new Counter({
    name: 'rolecall_suggestions_total',
    help: 'Quiet suggestions by what became of them: offered, unseen (Slack could not show it), shown, posted, refused, passed-on, stopped.',
    labelNames: ['event'] as const,
    registers,
  });
  const late = new Counter({
    name: 'rolecall_late_replies_total',
    help: 'Replies posted after the bot had been away, marked as late.',
    registers,
  });
  const calls = new Counter({
    name: 'rolecall_slack_calls_total',
    help: 'Calls of the Web API, by method.',
    labelNames: ['method'] as const,
    registers,
  });
  const slackErrors = new Counter({
    name: 'rolecall_slack_errors_total',
    help: 'Calls that Slack refused or did not answer, by method and code.',
    labelNames: ['method', 'code'] as const,
    registers,
  });
  const latency = new Histogram({
    name: 'rolecall_reply_latency_seconds',
    help: 'Seconds from the message in Slack to its reply.',
    buckets: latencyBuckets,
    registers,
  });
  return { asked, decisions, replies, late, suggestions, calls, slackErrors, latency };
}
