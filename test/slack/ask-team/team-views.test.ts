// What the team sees passes Slack's checks, with the longest texts and with a hundred entries; nothing in it notifies anybody.
import { describe, expect, test } from 'vitest';
import type { AnswerReply } from '../../../src/answer/reply/reply.ts';
import { closedStates, type TeamCard } from '../../../src/answer/reply/team-card.ts';
import { linking } from '../../../src/answer/wording.ts';
import type { Entry } from '../../../src/knowledge/entry.ts';
import { toEntryKey } from '../../../src/knowledge/entry-key.ts';
import { toDeclinedMessage, toWrittenMessage } from '../../../src/slack/ask-team/answer-messages.ts';
import { toCardMessage } from '../../../src/slack/ask-team/card-message.ts';
import { toWriteView } from '../../../src/slack/ask-team/write-view.ts';
import { toEntryOption, toLinkView } from '../../../src/slack/link/link-view.ts';
import { toNoticeView, toPostedView } from '../../../src/slack/modal/notice-view.ts';
import type { StoredWording } from '../../../src/use-cases/learn/learned-store.ts';
import type { LinkForm } from '../../../src/use-cases/link/prepare-link.ts';
import { checkBlocks, countBlockText } from '../../../src/workspace/server/block-kit/check-blocks.ts';
import { checkView } from '../../../src/workspace/server/block-kit/check-view.ts';
import { toNotifies } from '../../../src/workspace/server/block-kit/notifies.ts';
import type { JsonObject } from '../../../src/workspace/server/state/json.ts';

/** What people and notes could bring in to be heard by everybody. */
const LOUD = '<!channel> <@U0PRIYA001> & <https://evil.example|*here*> `@everyone`\n';
const NOBODY = { userIds: [], usergroupIds: [], channel: false, here: false, everyone: false };

const loud = (characters: number) => LOUD.repeat(Math.ceil(characters / LOUD.length)).slice(0, characters);

function entry(place: number, characters: number): Entry {
  const id = `entry-${place}`;
  const post = {
    note: 'role.md',
    title: loud(characters),
    date: '2026-10-01',
    authors: [],
    url: 'https://harbour.example/role/',
    closed: true,
    deadline: null,
  };
  const markdown = `# Head\n\n- ${loud(characters)}\n\n| a | b |\n|---|---|\n| c | d |\n\n> quote\n\n![pic](https://x.example/a.png)`;
  return {
    key: toEntryKey('role.md', id),
    note: 'role.md',
    id,
    question: `${place} ${loud(characters)}`,
    anchor: id,
    url: `https://harbour.example/role/?q=${'y'.repeat(characters > 1 ? 500 : 0)}#${id}`,
    answer: markdown,
    phrasings: [],
    post,
  };
}

const hundred = Array.from({ length: 100 }, (_, place) => entry(place, 5000));

function form(entries: readonly Entry[], characters: number): LinkForm {
  const draft = {
    id: 'a'.repeat(36),
    team: 'T1',
    channel: 'C1',
    ts: '1.0001',
    threadTs: null,
    author: 'U1',
    text: '',
    openedBy: 'U9',
    openedAt: 0,
    offered: [],
    wording: loud(300),
    chosen: null,
    remembers: false,
    questionId: null,
  };
  return {
    draft,
    question: loud(characters),
    authorName: loud(characters),
    offered: entries.slice(0, 3),
    chosen: entries[0] ?? null,
    threads: 1,
    isInChannel: characters === 1,
  };
}

const metadata = { draftId: 'a'.repeat(36), offered: 3, other: 4 };

function reply(entries: readonly Entry[]): AnswerReply {
  return {
    kind: 'answer',
    parts: entries.map(({ key, question, url, answer, post }) => ({
      entryKey: key,
      asked: question,
      question,
      url,
      answer: answer.slice(0, 1500),
      charactersLeftOut: 3500,
      passage: null,
      post,
      staleDays: 400,
      isClosed: true,
      updatedAt: null,
    })),
    alreadyAnswered: [],
    notCovered: entries.map(({ question }) => question),
  };
}

function card(changes: Partial<TeamCard>): TeamCard {
  return {
    kind: 'asked',
    questions: Array.from({ length: 5 }, () => loud(5000)),
    askerName: loud(5000),
    where: 'channel',
    permalink: 'https://local.example/archives/C1/p1',
    proposed: null,
    isEdited: false,
    closed: null,
    ...changes,
  };
}

function expectGoodMessage(
  { text, blocks }: { readonly text: string; readonly blocks: unknown },
  mentioned: string[] = [],
) {
  expect(checkBlocks(blocks, 'message')).toEqual([]);
  expect(countBlockText(blocks)).toBeLessThanOrEqual(12_000);
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(toNotifies(text, blocks as JsonObject[], [])).toEqual({ ...NOBODY, userIds: mentioned });
}

function expectGoodView(view: unknown) {
  expect(checkView(view as JsonObject, 'modal')).toEqual([]);
  expect(JSON.stringify(view).length).toBeLessThan(250_000);
  expect(toNotifies('', (view as { blocks: JsonObject[] }).blocks, [])).toEqual(NOBODY);
}

describe.each([
  ['the longest texts', 5000],
  ['the shortest texts', 1],
] as const)('with %s', (_name, characters) => {
  const entries = hundred.map((_, place) => entry(place, characters));

  test('the linking modal', () => {
    const filled = form(entries, characters);
    expectGoodView(toLinkView(filled, { metadata, problem: null }));
    expectGoodView(toLinkView({ ...filled, chosen: entries[99] ?? null }, { metadata, problem: null }));
    expectGoodView(toLinkView({ ...filled, chosen: null, offered: entries.slice(0, 1) }, { metadata, problem: null }));
    const entered = { sentence: loud(500), isRemembering: true, wording: loud(300) };
    expectGoodView(toLinkView(filled, { metadata, problem: linking.refused('x'.repeat(200)), entered }));
  });

  test('the type-ahead', () => {
    const select = { type: 'static_select', action_id: 'a', options: entries.map(toEntryOption) };
    expect(checkBlocks([{ type: 'actions', elements: [select] }], 'modal')).toEqual([]);
  });

  test('the writing modal', () => {
    const question = { id: 'a'.repeat(36), questions: Array.from({ length: 5 }, () => loud(characters)) };
    expectGoodView(toWriteView(question));
    expectGoodView(toWriteView(question, { problem: linking.refused('x'), text: loud(2500) }));
  });

  test('what the team writes, and that it cannot answer', () => {
    const answer = { text: loud(characters), by: loud(characters), to: 'U0AMARA001', questionId: 'a'.repeat(36) };
    expectGoodMessage(toWrittenMessage(answer), ['U0AMARA001']);
    expectGoodMessage(toWrittenMessage({ ...answer, to: null }));
    expectGoodMessage(toDeclinedMessage('a'.repeat(36)));
  });

  test('a question in the team channel, open and closed', () => {
    const questions = Array.from({ length: 5 }, () => loud(characters));
    expectGoodMessage(toCardMessage(card({ questions })));
    expectGoodMessage(toCardMessage(card({ questions: [], askerName: null, permalink: null, where: 'command' })));
    const [first] = entries;
    for (const state of closedStates) {
      const linked = first === undefined ? null : { question: first.question, url: first.url };
      const learned = { id: 'a'.repeat(36), wording: loud(300) };
      expectGoodMessage(toCardMessage(card({ closed: { state, by: loud(characters), entry: linked, learned } })));
    }
  });

  test('a proposed reply of five answers', () => {
    const proposed = reply(entries.slice(0, 5));
    expectGoodMessage(toCardMessage(card({ kind: 'proposed', questions: [loud(characters)], proposed })));
  });
});

test('every notice of a modal', () => {
  for (const problem of Object.values(linking.problems)) expectGoodView(toNoticeView(linking.title, problem));
  for (const text of [linking.loading, linking.posting, linking.notVisible, linking.archived, linking.unreachable])
    expectGoodView(toNoticeView(linking.writeTitle, text));
  const learned: StoredWording = {
    id: 'a'.repeat(36),
    wording: loud(300),
    entryKey: '0'.repeat(16),
    note: 'role.md',
    entryId: 'x',
    exportedAt: null,
    team: 'T1',
    taughtBy: 'U9',
    taughtByName: loud(100),
    taughtAt: 0,
    channel: 'C1',
    ts: '1.0001',
    asker: null,
  };
  expectGoodView(toPostedView(linking.title, linking.posted('x'), learned));
});
