// What the composer offers, and what it takes for a command.
import { describe, expect, it } from 'vitest';
import { complete, parseCommand } from '../../../../src/workspace/page/composer/completions.ts';
import { toTyped } from '../../../../src/workspace/page/composer/to-typed.ts';
import { stateOf } from '../workspace-state.ts';

const { users, channels } = stateOf();
const commands = [{ command: '/role', description: 'Answers from the notes', usageHint: 'QUESTION' }];
const offered = (before: string) => complete(before, commands, users)?.items.map(({ insert }) => insert) ?? null;

describe('complete', () => {
  it('offers commands at the beginning of a message alone', () => {
    expect(offered('/')).toEqual(['/role ']);
    expect(offered('/ro')).toEqual(['/role ']);
    expect(offered('/role ')).toBeNull();
    expect(offered('see /ro')).toBeNull();
    expect(offered('/nothing')).toBeNull();
  });

  it('offers people after an @, the bot first, by handle or any part of the name', () => {
    expect(offered('@')).toEqual(['@rolecall ', '@ana ', '@ben ']);
    expect(offered('hello @r')).toEqual(['@rolecall ', '@ben ']);
    expect(offered('(@be')).toEqual(['@ben ']);
    expect(offered('mail@be')).toBeNull();
  });

  it('says which stretch a choice replaces', () => {
    expect(complete('hello @be', commands, users)).toMatchObject({ kind: 'person', from: 6, to: 9 });
  });
});

describe('parseCommand', () => {
  it('takes a known command with its text, over several lines', () => {
    expect(parseCommand('/role what about\nvisas?', commands)).toEqual({
      command: '/role',
      text: 'what about\nvisas?',
    });
    expect(parseCommand('/ROLE', commands)).toEqual({ command: '/role', text: '' });
  });

  it('takes nothing else', () => {
    expect(parseCommand('/other x', commands)).toBeNull();
    expect(parseCommand('role x', commands)).toBeNull();
  });
});

describe('toTyped', () => {
  it('gives back what was typed', () => {
    const text = '<@UBOT> is &lt;this&gt; in <#C1|questions>? <https://a.example/?a=1&amp;b=2|a> <!here> <@UGONE1>';
    expect(toTyped(text, users, channels)).toBe(
      '@rolecall is <this> in #questions? https://a.example/?a=1&b=2 @here <@UGONE1>',
    );
  });
});
