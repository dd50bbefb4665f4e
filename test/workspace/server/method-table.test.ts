// The table of methods against Slack's own description of them, where that is at hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HANDLERS } from '../../../src/workspace/server/web-api/handlers.ts';
import { METHODS } from '../../../src/workspace/server/web-api/method-table.ts';
import { findShared } from '../../requirements.ts';

interface Described {
  readonly http_method: string;
  readonly json_input_supported?: boolean;
  readonly scope: { readonly bot?: readonly string[] };
  readonly rate_limits: string | null;
  readonly errors: Record<string, object>;
  readonly args: {
    readonly required: readonly string[];
    readonly properties: Record<string, { readonly type?: string }>;
  };
}

const shared = findShared();

/** Codes that Slack answers although its description of the method leaves them out. */
const UNDESCRIBED = {
  'chat.postEphemeral': [
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'metadata_too_large',
    'msg_blocks_too_long',
  ],
  'chat.postMessage': ['invalid_attachments', 'msg_too_long'],
  'chat.update': ['msg_blocks_too_long'],
  'reactions.add': ['not_in_channel'],
};

test('every method of the table has a handler, and every handler stands in the table', () => {
  expect(Object.keys(HANDLERS).sort()).toEqual(Object.keys(METHODS).sort());
});

describe.runIf(shared !== null)('as Slack describes its methods', () => {
  const described: Record<string, Described> =
    shared === null ? {} : JSON.parse(readFileSync(join(shared, 'slack', 'slack-methods.subset.json'), 'utf8'));

  test.each(Object.keys(METHODS))('%s', (name) => {
    const ours = METHODS[name];
    const theirs = described[name];
    if (ours === undefined || theirs === undefined) throw new Error(`${name} is not described`);
    const { token: _token, ...properties } = theirs.args.properties;
    expect(Object.keys({ ...ours.required, ...ours.optional }).sort()).toEqual(Object.keys(properties).sort());
    expect(Object.keys(ours.required).sort()).toEqual(theirs.args.required.filter((one) => one !== 'token').sort());
    expect([...ours.scopes].sort()).toEqual([...(theirs.scope.bot ?? [])].sort());
    expect(ours.takesJson).toBe(theirs.json_input_supported ?? false);
    const known = [
      ...Object.keys(theirs.errors),
      ...(Object.entries(UNDESCRIBED).find(([method]) => method === name)?.[1] ?? []),
    ];
    expect(ours.errors.filter((code) => !known.includes(code))).toEqual([]);
    // Its fifth tier is the special ones: posting has a rule of its own, the others are hardly limited.
    const tier = theirs.rate_limits === 't5' ? ['post', 'none'] : [theirs.rate_limits];
    expect(tier).toContain(ours.tier);
  });
});
