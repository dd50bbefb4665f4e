// Presses and submissions as Slack would send them, with every field in the test's hand: forged users, values and places.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { TEAM } from '../../src/workspace/server/state/seed.ts';
import type { Running } from './running-bot.ts';

export interface ForgedPress {
  readonly user: string;
  readonly actionId: string;
  readonly value?: string;
  readonly channel: string;
  /** The message under which the button stands; null: in what only the presser sees. */
  readonly ts: string | null;
  /** `private_metadata` of the modal in which the button stands, instead of a message. */
  readonly metadata?: string;
}

export interface Pressing {
  /** What the presser alone is told, as text. */
  press(press: ForgedPress): Promise<string>;
  /** A modal is submitted; gives what stands in its place. */
  submit(user: string, callbackId: string, view: object): Promise<string>;
  /** The slash command; gives what its user is told. */
  command(user: string, channel: string, text: string): Promise<string>;
  close(): Promise<void>;
}

/** Answers go to a server of the test's own, as to Slack's response URLs. */
export async function startPressing(run: Running): Promise<Pressing> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      heard.push(body);
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const response_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  let acknowledged: unknown;
  // What is filled into a modal after its acknowledgement. The view is made up, so Slack would not take it.
  let filled: unknown;
  const { apiCall } = WebClient.prototype;
  WebClient.prototype.apiCall = async function (this: WebClient, method, given) {
    if (method === 'views.update') filled = given?.['view'];
    return await apiCall.call(this, method, given);
  };
  const send = async (body: Record<string, unknown>): Promise<string> => {
    heard.length = 0;
    acknowledged = undefined;
    filled = undefined;
    await run.bot.app.processEvent({
      body,
      ack: async (answer) => {
        acknowledged = answer;
      },
    });
    await run.idle();
    return heard.join('\n');
  };
  const common = (user: string) => ({
    team: { id: TEAM.id, domain: TEAM.domain },
    user: { id: user, name: user.toLowerCase(), team_id: TEAM.id },
    api_app_id: 'A1',
    token: 't',
    trigger_id: '1.2.3',
  });
  return {
    press: async ({ user, actionId, value, channel, ts, metadata }) =>
      await send({
        ...common(user),
        type: 'block_actions',
        actions: [
          {
            type: 'button',
            action_id: actionId,
            block_id: 'b',
            action_ts: '1.1',
            ...(value === undefined ? {} : { value }),
          },
        ],
        ...(metadata === undefined
          ? {
              channel: { id: channel, name: 'c' },
              container: { type: 'message', channel_id: channel, message_ts: ts ?? '9.9', is_ephemeral: ts === null },
              ...(ts === null ? {} : { message: { type: 'message', ts, text: '' } }),
              response_url,
            }
          : {
              container: { type: 'view', view_id: 'V1' },
              view: { id: 'V1', type: 'modal', private_metadata: metadata, state: { values: {} } },
            }),
      }),
    submit: async (user, callbackId, view) => {
      await send({
        ...common(user),
        type: 'view_submission',
        view: { id: 'V1', type: 'modal', callback_id: callbackId, ...view },
      });
      return JSON.stringify(filled ?? acknowledged);
    },
    command: async (user, channel, text) =>
      await send({
        command: run.config.SLASH_COMMAND,
        text,
        user_id: user,
        channel_id: channel,
        team_id: TEAM.id,
        trigger_id: '1.2.3',
        response_url,
      }),
    close: async () => {
      WebClient.prototype.apiCall = apiCall;
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
