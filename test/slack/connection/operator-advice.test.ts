// Whatever Slack refuses for good, the operator reads once what to do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRefusalCode, isTokenTrouble } from '../../../src/slack/connection/error-code.ts';
import { adviseOperator, tellOperatorOnce } from '../../../src/slack/connection/operator-advice.ts';
import { findShared } from '../../requirements.ts';

const shared = findShared();
const used = [
  ...['auth.test', 'chat.delete', 'chat.getPermalink', 'chat.postEphemeral', 'chat.postMessage', 'chat.unfurl'],
  ...['chat.update', 'conversations.history', 'conversations.info', 'conversations.members', 'conversations.open'],
  ...['conversations.replies', 'users.conversations', 'users.info', 'views.open', 'views.publish', 'views.update'],
  ...['reactions.add', 'reactions.remove', 'views.push', 'assistant.threads.setSuggestedPrompts'],
  ...['functions.completeSuccess', 'functions.completeError', 'apps.connections.open'],
];

describe.runIf(shared !== null)("Slack's own list of errors", () => {
  const methods: Readonly<Record<string, { readonly errors?: Readonly<Record<string, unknown>> }>> = JSON.parse(
    readFileSync(join(shared ?? '', 'slack', 'slack-methods.subset.json'), 'utf8'),
  );

  test.each(used)('%s: what lies with the operator is not taken for a fault of the program', (method) => {
    const codes = Object.keys(methods[method]?.errors ?? {});
    const own = codes.filter((code) => adviseOperator(code)?.startsWith('This is a fault') === true);
    expect(
      own.filter((code) =>
        /scope|archiv|not_in|restrict|denied|token|disabled|allowed_to|no_access|agent_app|execution/.test(code),
      ),
    ).toEqual([]);
    for (const code of codes)
      if (!isRefusalCode(code) && !isTokenTrouble(code)) expect(adviseOperator(code)).toBeNull();
  });
});

test.each([
  ['missing_scope', 'install it again'],
  ['not_in_channel', '/invite'],
  ['is_archived', 'archived'],
  ['not_agent_app', 'AGENT_VIEW'],
  ['no_access', 'manifest.yml'],
  ['ekm_access_denied', 'organisation'],
  ['token_revoked', 'SLACK_BOT_TOKEN'],
  ['account_inactive', 'SLACK_BOT_TOKEN'],
  ['invalid_blocks', 'fault of Rolecall'],
])('%s: %s', (code, expected) => expect(adviseOperator(code)).toContain(expected));

test.each(['message_not_found', 'ratelimited', 'internal_error', 'http_503', 'unreachable'])(
  '%s needs nobody',
  (code) => expect(adviseOperator(code)).toBeNull(),
);

test('each is said once, of each method', () => {
  const said: string[] = [];
  const hear = tellOperatorOnce({ info: () => {}, warn: () => {}, error: (_, text) => said.push(text) });
  for (const method of ['chat.postMessage', 'chat.postMessage', 'chat.update']) hear(method, 'missing_scope');
  hear('chat.postMessage', null);
  expect(said).toHaveLength(2);
});
