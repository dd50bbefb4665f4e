// Recorded payloads made ready for delivery: whole bodies, the bot's own id, a message's own timestamp.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SENDER } from './sender.ts';

export type Json = Record<string, unknown>;

export interface Payload {
  /** File, and the key within it where the file holds several. */
  readonly name: string;
  readonly body: Json;
}

/** Every payload below `folder`: files of one payload each, and files that hold several by name beside `botUserId`. */
export function readPayloads(folder: string): readonly Payload[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'INDEX.json')
    .sort()
    .flatMap((file) => toPayloads(file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json));
}

function toPayloads(file: string, content: Json): readonly Payload[] {
  const name = file.replace(/\.json$/, '');
  if (typeof content['botUserId'] !== 'string') return [{ name, body: unwrap(content) }];
  const botUser = content['botUserId'];
  return Object.entries(content)
    .filter(([, value]) => isObject(value) && ('type' in value || 'command' in value))
    .map(([key, value]) => ({ name: `${name}/${key}`, body: replaceText(value as Json, botUser, SENDER.botUser) }));
}

/** What Socket Mode wraps into an envelope. */
function unwrap(content: Json): Json {
  const body = 'envelope_id' in content && isObject(content['payload']) ? content['payload'] : content;
  const botUser = findBotUser(body);
  return botUser === null ? body : replaceText(body, botUser, SENDER.botUser);
}

function findBotUser(body: Json): string | null {
  const [authorization] = Array.isArray(body['authorizations']) ? (body['authorizations'] as Json[]) : [];
  if (typeof authorization?.['user_id'] === 'string') return authorization['user_id'];
  const [authed] = Array.isArray(body['authed_users']) ? (body['authed_users'] as unknown[]) : [];
  const event = isObject(body['event']) ? body['event'] : {};
  if (typeof authed === 'string' && authed !== event['user']) return authed;
  return /<@([UW]\w+)>/.exec(String(event['text'] ?? ''))?.[1] ?? null;
}

/** Each message gets a timestamp of its own, so that one payload's claim does not hinder another's. */
export function withOwnTimestamp(body: Json, place: number): Json {
  const { event } = body;
  if (!isObject(event) || typeof event['ts'] !== 'string' || event['ts'] === '') return body;
  return replaceText(body, event['ts'], `16${String(place).padStart(8, '0')}.000100`);
}

export function replaceText(body: Json, from: string, to: string): Json {
  return from === '' ? body : (JSON.parse(JSON.stringify(body).replaceAll(from, to)) as Json);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
