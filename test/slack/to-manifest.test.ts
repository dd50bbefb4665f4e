import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionIds, callbackIds } from '../../src/slack/action-ids.ts';
import { answerStep } from '../../src/slack/steps/answer-step.ts';
import { type ManifestOptions, toManifest } from '../../src/slack/to-manifest.ts';
import { findShared } from '../requirements.ts';

const base = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
const unchanged = { url: null, domain: null, command: null };
const http = { url: 'https://bot.example.org', domain: 'notes.example.org', command: '/keeper' };
const shared = findShared();

describe.runIf(shared !== null)("Slack's own schema", () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const schema = JSON.parse(readFileSync(join(shared ?? '', 'slack', 'manifest.schema.json'), 'utf8'));
  const validate = ajv.compile(schema);

  it.each([
    ['Socket Mode', unchanged],
    ['HTTP with its own domain and command', http],
    ['HTTP alone', { ...unchanged, url: 'https://bot.example.org/' }],
    ['the agent view', { ...unchanged, agentPrompts: ['Who may apply?', 'x'.repeat(200), 'c?', 'd?', 'e?'] }],
    ['the agent view without notes', { ...unchanged, agentPrompts: [] }],
    ['workflow steps', { ...unchanged, hasSteps: true }],
    ['everything at once', { ...http, mcp: 'https://bot.example.org', agentPrompts: ['a?'], hasSteps: true }],
    ["Slack's assistant", { ...unchanged, mcp: 'https://bot.example.org' }],
  ])('takes the manifest for %s', (_, options) => {
    validate(toManifest(base, options));
    expect(validate.errors).toBeNull();
  });
});

describe('every combination of options', () => {
  const parts = [
    { url: 'https://bot.example.org' },
    { domain: 'notes.example.org', command: '/keeper', hint: 'How long is a watch?' },
    { mcp: 'https://bot.example.org' },
    { agentPrompts: ['Who may apply?'] },
    { hasSteps: true },
  ];
  const all = Array.from({ length: 2 ** parts.length }, (_, chosen) =>
    Object.assign({ ...unchanged }, ...parts.filter((_part, at) => (chosen >> at) % 2 === 1)),
  );
  const scopeOf = { agentPrompts: 'assistant:write', mcp: 'mcp:connect' } as const;

  it.each(all.map((options) => [options]))('%j', (options) => {
    const made = JSON.parse(JSON.stringify(toManifest(base, options)));
    for (const [part, scope] of Object.entries(scopeOf))
      expect(made.oauth_config.scopes.bot.includes(scope)).toBe((options as Record<string, unknown>)[part] != null);
    expect(made.settings.event_subscriptions.bot_events.includes('function_executed')).toBe(options.hasSteps === true);
    expect(made.settings.socket_mode_enabled).toBe(options.url === null);
    if (shared === null) return;
    const schema = readFileSync(join(shared, 'slack', 'manifest.schema.json'), 'utf8');
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(schema));
    validate(made);
    expect(validate.errors).toBeNull();
  });
});

it('without options the manifest is the one in the file', () => {
  expect(toManifest(base, unchanged)).toEqual(base);
});

it('for HTTP every address is the one that Bolt listens at, and Socket Mode is off', () => {
  const made = JSON.parse(JSON.stringify(toManifest(base, http)));
  const address = 'https://bot.example.org/slack/events';
  expect(made.settings.event_subscriptions.request_url).toBe(address);
  expect(made.settings.interactivity.request_url).toBe(address);
  expect(made.settings.interactivity.message_menu_options_url).toBe(address);
  expect(made.settings.socket_mode_enabled).toBe(false);
  expect(made.features.slash_commands).toMatchObject([{ command: '/keeper', url: address }]);
  expect(made.features.unfurl_domains).toEqual(['notes.example.org']);
  expect(made.settings.event_subscriptions.bot_events).toEqual(base.settings.event_subscriptions.bot_events);
});

it('for the agent view it offers four questions and asks for the scope; without it there is none of it', () => {
  const made = JSON.parse(
    JSON.stringify(toManifest(base, { ...unchanged, agentPrompts: ['a?', 'b?', 'c?', 'd?', 'e?'] })),
  );
  expect(made.features.agent_view.suggested_prompts).toHaveLength(4);
  expect(made.features.assistant_view).toBeUndefined();
  expect(made.oauth_config.scopes.bot).toContain('assistant:write');
  expect(made.settings.event_subscriptions.bot_events).toContain('app_home_opened');
  expect(JSON.stringify(base)).not.toMatch(/agent_view|assistant/);
});

it('for workflow steps it subscribes to what starts them', () => {
  const made = JSON.parse(JSON.stringify(toManifest(base, { ...unchanged, hasSteps: true })));
  expect(Object.keys(made.functions)).toEqual([answerStep]);
  expect(made.settings).toMatchObject({ function_runtime: 'remote', org_deploy_enabled: true });
  expect(made.settings.event_subscriptions.bot_events).toContain('function_executed');
});

it("for Slack's assistant it names the address of the notes and asks for the scope, and changes nothing else", () => {
  const made = JSON.parse(JSON.stringify(toManifest(base, { ...unchanged, mcp: 'https://bot.example.org/' })));
  expect(made.mcp_servers).toEqual({ rolecall: { url: 'https://bot.example.org/mcp', auth_type: 'no_auth' } });
  const { bot } = base.oauth_config.scopes;
  expect(made.oauth_config.scopes.bot).toEqual([...bot, 'mcp:connect'].toSorted());
  expect({ ...made, mcp_servers: null, oauth_config: null }).toEqual({
    ...base,
    mcp_servers: null,
    oauth_config: null,
  });
});

it.each([
  ['https://bot.example.org', 'https://bot.example.org/slack/events'],
  ['https://example.org/bots/role/', 'https://example.org/bots/role/slack/events'],
  ['https://bot.example.org/slack/events', 'https://bot.example.org/slack/events'],
])('reads %s', (url, expected) => {
  expect(toManifest(base, { ...unchanged, url })).toMatchObject({
    settings: { interactivity: { request_url: expected } },
  });
});

it.each<[ManifestOptions, RegExp]>([
  [{ ...unchanged, url: 'http://bot.example.org' }, /no https address/],
  [{ ...unchanged, url: 'bot.example.org' }, /no https address/],
  [{ ...unchanged, mcp: 'http://bot.example.org' }, /no https address/],
  [{ ...unchanged, domain: 'https://example.org' }, /no domain/],
  [{ ...unchanged, domain: 'localhost' }, /no domain/],
  ...['te@m', '/te@m', 'team', '/Team', '/', '/two words', `/${'a'.repeat(32)}`].map(
    (command): [ManifestOptions, RegExp] => [{ ...unchanged, command }, /no slash command/],
  ),
])('refuses %j in words', (options, words) => {
  expect(() => toManifest(base, options)).toThrow(words);
});

it('names the shortcuts that the bot listens to', () => {
  const named = base.features.shortcuts.map(({ callback_id }: { callback_id: string }) => callback_id);
  expect(named.toSorted()).toEqual([callbackIds.answerFromNotes, callbackIds.whyThisAnswer].toSorted());
  expect(new Set(Object.values(actionIds)).size).toBe(Object.values(actionIds).length);
});
