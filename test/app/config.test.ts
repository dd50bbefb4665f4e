// The environment, well and badly filled in: every fault is named with the way out, all at once.
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../../src/app/config.ts';

const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };

function faultsOf(variables: Readonly<Record<string, string>>): string[] {
  try {
    parseConfig(variables);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').filter((line) => line.startsWith('  '));
  }
  return [];
}

test('with nothing set the local workspace starts with the defaults', () => {
  expect(parseConfig({})).toMatchObject({
    connection: { kind: 'local' },
    PORT: 3000,
    KNOWLEDGE_DIR: 'knowledge',
    STATE_DIR: '.rolecall',
    CHANNEL_MODE: 'auto',
    SLASH_COMMAND: '/role',
    MAX_FALSE_REPLIES: 0.05,
    MAX_QUIET_SUGGESTIONS: 0.3,
    STALE_AFTER: 180,
    RETENTION_DAYS: 180,
    ENCODER: 'bundled',
    LOG_QUESTIONS: false,
  });
});

test('draft mode needs a team that the replies go to; the local workspace has one', () => {
  const slack = { ...bot, SLACK_APP_TOKEN: 'xapp-1', CHANNEL_MODE: 'draft' };
  expect(faultsOf(slack)).toEqual(['  CHANNEL_MODE: in draft mode the replies go to TEAM_CHANNEL, which is not set']);
  expect(faultsOf({ ...slack, TEAM_CHANNEL: 'C0123456789' })).toEqual([]);
  expect(faultsOf({ CHANNEL_MODE: 'draft' })).toEqual([]);
});

test('a level of the log that is none is refused with all that there are', () => {
  expect(faultsOf({ LOG_LEVEL: 'loud' })).toEqual(['  LOG_LEVEL: give fatal, error, warn, info, debug or trace']);
});

test('empty variables count as not set', () => {
  expect(parseConfig({ PORT: '', SLACK_BOT_TOKEN: ' ', TEAM_CHANNEL: '' })).toEqual(parseConfig({}));
});

describe('the connection', () => {
  test.each([
    [{ ...bot, SLACK_APP_TOKEN: 'xapp-1' }, 'socket'],
    [{ ...bot, SLACK_SIGNING_SECRET: '0123456789abcdef' }, 'http'],
    [{ ...bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '0123456789abcdef' }, 'socket'],
  ])('%j goes by %s', (variables, kind) => {
    expect(parseConfig(variables).connection.kind).toBe(kind);
  });

  test.each([
    [bot, 'SLACK_APP_TOKEN: missing'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: missing'],
    [{ SLACK_SIGNING_SECRET: '0123456789abcdef' }, 'SLACK_BOT_TOKEN: missing'],
    [{ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xapp-1' }, 'begins with xoxb-'],
    [{ ...bot, SLACK_APP_TOKEN: 'xoxb-1' }, 'begins with xapp-'],
    [{ ...bot, SLACK_SIGNING_SECRET: 'short' }, 'SLACK_SIGNING_SECRET'],
  ])('%j: %s', (variables, fault) => {
    const faults = faultsOf(variables);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });
});

describe('values', () => {
  test.each([
    ['PORT', '8080', 8080],
    ['PORT', '0', 0],
    ['MAX_FALSE_REPLIES', '2%', 0.02],
    ['MAX_FALSE_REPLIES', '0.02', 0.02],
    ['MAX_FALSE_REPLIES', '0', 0],
    ['STALE_AFTER', '30', 30],
    ['LOG_QUESTIONS', 'true', true],
    ['ANCHORS', 'github', 'github'],
    ['CHANNEL_MODE', 'draft', 'draft'],
    ['SLASH_COMMAND', '/ask-us', '/ask-us'],
    ['TEAM_CHANNEL', 'C0123456789', 'C0123456789'],
    ['PERMALINKS', 'blog=/blog/:slug/, docs=/docs/:filename/', { blog: '/blog/:slug/', docs: '/docs/:filename/' }],
    ['SITE_URL', 'https://example.org/', 'https://example.org/'],
    ['SLACK_API_URL', 'https://slack-gov.com/api/', 'https://slack-gov.com/api/'],
  ])('%s=%s', (name, value, expected) => {
    expect(parseConfig({ [name]: value })).toHaveProperty([name], expected);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '3000.5'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['MAX_FALSE_REPLIES', '5 %'],
    ['MAX_FALSE_REPLIES', '70%'],
    ['MAX_FALSE_REPLIES', 'few'],
    ['STALE_AFTER', '0'],
    ['STALE_AFTER', 'never'],
    ['RETENTION_DAYS', '1.5'],
    ['LOG_QUESTIONS', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['ANCHORS', 'jekyll'],
    ['CHANNEL_MODE', 'on'],
    ['SLASH_COMMAND', 'role'],
    ['SLASH_COMMAND', '/Role'],
    ['TEAM_CHANNEL', '#hiring'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['SITE_URL', 'example.org'],
    ['PERMALINKS', 'blog'],
    ['EMBEDDINGS_URL', 'localhost:11434'],
    ['ENCODER', 'on'],
    ['SLACK_API_URL', 'slack-gov.com'],
  ])('%s=%s is one fault, in words that help', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^  ${name}: .{15,}`));
    expect(faults[0]).not.toMatch(/invalid|expected|regex|received/i);
  });
});

test('all faults stand together, and no value of a secret among them', () => {
  const faults = faultsOf({
    SLACK_BOT_TOKEN: 'hunter2-token',
    SLACK_APP_TOKEN: 'hunter2-app',
    PORT: 'x',
    ANCHORS: 'y',
    STALE_AFTER: '-3',
    EMBEDDINGS_API_KEY: 'hunter2-key',
  });
  expect(faults.map((fault) => fault.trim().split(':')[0])).toEqual(
    expect.arrayContaining(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'PORT', 'ANCHORS', 'STALE_AFTER']),
  );
  expect(faults.join()).not.toContain('hunter2');
});
