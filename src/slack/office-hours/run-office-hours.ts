// `/role office-hours start TITLE` and `stop`; what they say is seen by their user alone. Edge.
import type { ParsedCommand } from '../../answer/reading/parse-command.ts';
import { hours } from '../../answer/wording.ts';
import { startSession, stopSession } from '../../use-cases/office-hours/start-session.ts';
import type { Bot } from '../bot.ts';
import { toRefusalText } from '../delivery/refusal-text.ts';
import { isChannelId } from '../settings/settings-modal.ts';

type HoursCommand = Extract<ParsedCommand, { kind: 'office-hours' }>;

export async function runOfficeHours(
  bot: Bot,
  { verb, title }: HoursCommand,
  place: { readonly team: string; readonly channel: string; readonly user: string },
): Promise<string> {
  if (verb === 'help') return hours.usage(bot.command);
  if (!isChannelId(place.channel)) return hours.problems['not-here'];
  if (verb === 'stop') {
    const outcome = await stopSession(bot, place);
    return outcome === 'stopped' ? hours.stopped : hours.problems[outcome];
  }
  const outcome = await startSession(bot, { ...place, title: title === '' ? hours.untitled : title });
  if (outcome.kind === 'refused') return toRefusalText(outcome.code);
  return outcome.kind === 'started' ? hours.started : hours.problems[outcome.kind];
}
