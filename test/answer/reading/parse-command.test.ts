import { expect, it } from 'vitest';
import { parseCommand, subcommands } from '../../../src/answer/reading/parse-command.ts';

const help = { kind: 'subcommand', name: 'help' };
const asked = (text: string) => ({ kind: 'question', text });

it.each([
  ['', help],
  ['   ', help],
  ['help', help],
  ['HELP', help],
  ['  list ', { kind: 'subcommand', name: 'list' }],
  ['Forget-Me', { kind: 'subcommand', name: 'forget-me' }],
  ['help?', asked('help?')],
  ['help me', asked('help me')],
  ['list the benefits', asked('list the benefits')],
  ['forget me', asked('forget me')],
  ['settings of the telescope', asked('settings of the telescope')],
  ['stats, please', asked('stats, please')],
  ['reload\nlist', asked('reload\nlist')],
  ['office-hours start Wednesday, with Priya', { kind: 'office-hours', verb: 'start', title: 'Wednesday, with Priya' }],
  ['Office-Hours START', { kind: 'office-hours', verb: 'start', title: '' }],
  ['office-hours stop', { kind: 'office-hours', verb: 'stop', title: '' }],
  ['office-hours', { kind: 'office-hours', verb: 'help', title: '' }],
  ['office-hours stop when?', asked('office-hours stop when?')],
  ['office-hours on Friday?', asked('office-hours on Friday?')],
  ['  how long is a watch?  ', asked('how long is a watch?')],
  ['constructor', asked('constructor')],
])('reads %j', (typed, expected) => {
  expect(parseCommand(typed)).toEqual(expected);
});

it('knows each subcommand by its name', () => {
  for (const name of subcommands) expect(parseCommand(name)).toEqual({ kind: 'subcommand', name });
});
