// Every message, modal and view of replies and surfaces, with the longest texts and more than 100 entries, as Slack checks it.
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/answer/decision.ts';
import { toEntryPart } from '../../src/answer/plan-actions.ts';
import type { AnswerReply, Reply } from '../../src/answer/reply/reply.ts';
import type { Entry } from '../../src/knowledge/entry.ts';
import type { Board, HoursPosting } from '../../src/office-hours/posting.ts';
import type { Asking, SessionQuestion } from '../../src/office-hours/session.ts';
import type { Match } from '../../src/search/match.ts';
import { toAnswerActions } from '../../src/slack/answer/answer-actions.ts';
import { type ReplyMessage, toReplyMessage } from '../../src/slack/answer/reply-message.ts';
import { toDraftsMessage, toOfferMessage } from '../../src/slack/drafts/draft-blocks.ts';
import { toDraftView } from '../../src/slack/drafts/edit-view.ts';
import { toAnswerModal } from '../../src/slack/home/answer-modal.ts';
import { toHomeView } from '../../src/slack/home/home-view.ts';
import { toOffersMessage } from '../../src/slack/learn/offers-message.ts';
import { toQuestionList } from '../../src/slack/notes/question-list.ts';
import { toEditView } from '../../src/slack/office-hours/edit-view.ts';
import { toHoursMessage } from '../../src/slack/office-hours/hours-message.ts';
import { toLiveView } from '../../src/slack/office-hours/live-view.ts';
import { toNamelessView } from '../../src/slack/office-hours/nameless-view.ts';
import { toDigestMessage, toReminderMessage } from '../../src/slack/reports/digest-message.ts';
import { toReloadText, toStatsText } from '../../src/slack/reports/team-reports.ts';
import { toUnansweredMessage } from '../../src/slack/reports/unanswered-blocks.ts';
import { toRenewedMessage, toReviewMessage } from '../../src/slack/reviews/review-message.ts';
import { toSavedText, toSettingsModal, toSettingsNote } from '../../src/slack/settings/settings-modal.ts';
import {
  toRefusedMessage,
  toShownMessage,
  toStoppedMessage,
  toSuggestionMessage,
} from '../../src/slack/suggest/suggestion-message.ts';
import { toUnfurlBlocks } from '../../src/slack/unfurl/unfurl-blocks.ts';
import { toNextMatches } from '../../src/slack/vote/next-matches.ts';
import { toFiguresView, toWhyView } from '../../src/slack/why/why-view.ts';
import type { ShownDraft } from '../../src/use-cases/drafts/review-draft.ts';
import type { ShownOffer } from '../../src/use-cases/learn/offer-wording.ts';
import { cutText } from '../../src/use-cases/office-hours/cut-text.ts';
import { checkBlocks, countBlockText } from '../../src/workspace/server/block-kit/check-blocks.ts';
import { checkView } from '../../src/workspace/server/block-kit/check-view.ts';

/** Escaping makes five characters of each of these. */
const LONG = '&<>| '.repeat(2000);
const WORDY = `${'<!channel> & so on '.repeat(30)}\n\n`.repeat(40);
const context = { now: Date.parse('2026-11-24'), staleAfterDays: 180 };
const key = (place: number) => place.toString(16).padStart(16, '0');

function toEntry(place: number, text = LONG): Entry {
  const url = `https://harbour.example/${'a'.repeat(3500)}#${place}`;
  const note = `note-${place % 30}.md`;
  return {
    key: key(place),
    note,
    id: `q-${place}`,
    question: text,
    anchor: `q-${place}`,
    url,
    answer: WORDY,
    phrasings: [text],
    post: { note, title: text, date: '2020-01-01', authors: [text, text], url, closed: true, deadline: null },
  };
}
const entries = Array.from({ length: 130 }, (_, place) => toEntry(place));
const part = (place: number, asked: string | null = LONG) =>
  toEntryPart(toEntry(place), { asked, passage: null, updatedAt: context.now }, context);

const match = (place: number): Match => ({
  entry: toEntry(place),
  confidence: 1 / 3,
  evidence: {
    words: Array.from({ length: 300 }, () => LONG),
    source: { kind: 'passage', text: LONG },
    shares: { words: 0.5, meaning: 0.5 },
    signals: Array.from({ length: 20 }, () => ({ name: 'signal', value: 1 / 3, reason: LONG })),
    corrections: Array.from({ length: 50 }, () => ({ typed: LONG, readAs: LONG })),
  },
});
const decision: Decision = {
  kind: 'answer',
  reason: 'matched-some',
  questions: Array.from({ length: 5 }, () => ({
    question: LONG,
    kind: 'answer' as const,
    reason: 'matched' as const,
    questionProbability: 1,
    matches: [match(1), match(2), match(3)],
  })),
  matches: [match(1), match(2), match(3)],
};

/** What Slack says where blocks hold too much text together: seen at about 13,200 characters. */
const maxMessageCharacters = 13_000;

function checkMessage({ text, blocks }: ReplyMessage): void {
  expect(checkBlocks(blocks, 'message')).toEqual([]);
  expect(countBlockText(blocks)).toBeLessThan(maxMessageCharacters);
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(JSON.stringify(blocks).replaceAll('<#C0QUESTION>', '')).not.toMatch(/<[!#]/);
}

function checkModal(view: object): void {
  expect(checkView(view as never, 'modal')).toEqual([]);
  expect(JSON.stringify(view)).not.toMatch(/<!/);
}

describe('replies', () => {
  const answer: AnswerReply = {
    kind: 'answer',
    parts: [part(1), part(2), part(3), part(4), part(5)],
    alreadyAnswered: [{ entryKey: key(6), question: LONG, permalink: `https://slack.example/${'p'.repeat(300)}` }],
    notCovered: [LONG, LONG],
    byline: { kind: 'linked', by: LONG, to: 'U0AMARA001', sentence: LONG },
  };
  const all: readonly Reply[] = [
    answer,
    { ...answer, byline: { kind: 'shared', by: LONG, to: null, sentence: null } },
    {
      kind: 'suggest',
      question: LONG,
      suggestions: [1, 2, 3].map((place) => ({ entryKey: key(place), question: LONG })),
    },
    { kind: 'not-in-notes', questions: [LONG], canAskTeam: true },
    { kind: 'help', command: '/role', isTeamMember: true, example: LONG },
  ];
  it.each(all.map((reply) => [reply.kind, reply] as const))('%s', (_, reply) => {
    checkMessage(toReplyMessage(reply, toAnswerActions(reply, { canAskTeam: true })));
  });

  it('the next matches', () => {
    const next = entries.slice(0, 3);
    checkMessage(toNextMatches({ next, canReplace: true, canAskTeam: true }, '1700000000.000100'));
    checkMessage(toNextMatches({ next: [], canReplace: false, canAskTeam: false }, '1700000000.000100', 'out-of-date'));
  });
});

describe('commands', () => {
  it('every page of the list', () => {
    for (let page = 1; page <= 7; page += 1) checkMessage(toQuestionList(entries, page));
    checkMessage(toQuestionList([], 1));
  });

  it('the reports', () => {
    const asked = { team: 'T', channel: 'C', ts: '1.1', position: 0, user: 'U', nearestEntryKey: null };
    const question = { ...asked, text: LONG, askedAt: context.now };
    checkMessage(
      toUnansweredMessage(
        Array.from({ length: 60 }, () => ({ text: LONG, questions: [question], links: [] })),
        'U',
      ),
    );
    checkMessage(toUnansweredMessage([], 'U'));
    const fault = { severity: 'error' as const, file: LONG, line: 3, problem: LONG, mend: LONG };
    const faults = Array.from({ length: 50 }, () => fault);
    expect(toReloadText({ entries: 120, posts: 1, phrasings: 0, unlinked: 0, taken: [], faults }).length).toBeLessThan(
      4000,
    );
    const counts = { helpful: 1, 'not-what-i-asked': 2 };
    const reasons = { 'another-question': 1, 'out-of-date': 1, 'not-enough': 0 };
    const stats = toStatsText({
      days: 30,
      decided: { answer: 1, suggest: 2, uncovered: 3, silent: 4 },
      votes: counts,
      reasons,
      week: [],
      weekByPost: [],
    });
    expect(stats.length).toBeLessThan(1000);
  });

  it.each(['auto', 'draft', 'mention', 'off'] as const)('the settings at %s', (mode) => {
    const many = Array.from({ length: 40 }, (_, at) => `${'deep/'.repeat(24)}${at}.md`);
    for (const [suggestsQuietly, notes] of [
      [true, []],
      [false, many],
    ] as const) {
      checkModal(toSettingsModal('C0QUESTION', { mode, suggestsQuietly, reacts: !suggestsQuietly, notes }));
      checkModal(toSettingsNote(toSavedText('C0QUESTION', { mode, suggestsQuietly, reacts: !suggestsQuietly, notes })));
    }
  });
});

const offer: ShownOffer = {
  ...{ id: 'id', team: 'T', channel: 'C', ts: '1.1', asker: 'U', wording: LONG, entryKey: key(1) },
  ...{ state: 'open', decidedBy: null, offeredAt: 0, shownIn: null, entry: { question: LONG, url: null } },
};

it('a quiet suggestion, what takes its place, and the wordings that it brings', () => {
  const suggestion = {
    ...{
      key: 'key',
      team: 'T',
      channel: 'C',
      ts: '1.1',
      threadTs: null,
      asker: 'U',
      question: LONG,
      position: 0,
      text: LONG,
    },
    ...{ entryKeys: [key(1), key(2), key(3)], state: 'offered' as const, offeredAt: 0 },
  };
  checkMessage(toSuggestionMessage({ ...suggestion, entries: [entries[0] ?? null, null, entries[1] ?? null] }));
  checkMessage(
    toShownMessage({ kind: 'answer', parts: [part(1, null)], alreadyAnswered: [], notCovered: [] }, 'key', 2),
  );
  checkMessage(toRefusedMessage('key', true));
  checkMessage(toStoppedMessage('key'));
  const decided = { ...offer, state: 'accepted' as const, decidedBy: LONG, entry: null };
  checkMessage(
    toOffersMessage({
      kind: 'offers',
      offers: [...Array.from({ length: 30 }, () => offer), ...Array.from({ length: 30 }, () => decided)],
    }),
  );
  checkMessage(toOffersMessage({ kind: 'offers', offers: [decided, { ...offer, entry: null }] }));
});

const board: Board = {
  ...{ sessionId: 's', title: LONG, hostName: LONG, channel: 'C0QUESTION', endedAt: 0 },
  counts: { asked: 400, questions: 200, notes: 50, live: 50, open: 50, skipped: 50 },
  questions: (['open', 'notes', 'live', 'skipped'] as const).flatMap((state) =>
    Array.from({ length: 50 }, (_, place) => ({
      ...{ id: `${state}-${place}`, heading: LONG, state, times: 9, askers: Array(20).fill(LONG), isNameless: true },
      ...{ wordings: Array(20).fill(LONG), link: `https://example.org/${'a'.repeat(400)}`, by: LONG },
      entry: { question: LONG, url: null },
      inThread: state === 'open' ? LONG : null,
    })),
  ),
};

describe('office hours', () => {
  const posts: readonly HoursPosting[] = [
    { kind: 'hours-start', title: LONG, hostName: LONG, isEnded: false, command: '/role' },
    { kind: 'hours-start', title: '', hostName: '', isEnded: true, command: '/role' },
    { kind: 'hours-board', board },
    { kind: 'hours-board', board: { ...board, endedAt: null, questions: [] } },
    { kind: 'hours-summary', board },
    { kind: 'hours-draft', board, note: `${'a'.repeat(70)}.md`, phrasings: 'b.phrasings.yml', parts: 3 },
    { kind: 'hours-draft', board, note: '', phrasings: null, parts: 1 },
    { kind: 'hours-text', name: 'a.md', text: cutText(LONG.repeat(40))[0] ?? '', part: 1, parts: 9 },
    { kind: 'hours-nameless', text: LONG },
    { kind: 'hours-offer', channel: 'C0QUESTION', ts: '1.1' },
    { kind: 'hours-live', markdown: LONG.repeat(20), by: LONG, to: 'U0AMARA001' },
    { kind: 'hours-earlier', heading: LONG, link: 'https://example.org/' },
  ];

  it.each(posts.map((posting) => [posting.kind, posting] as const))('%s', (_, posting) => {
    checkMessage(toHoursMessage(posting));
    expect(JSON.stringify(toHoursMessage(posting)).length).toBeLessThan(40_000);
  });

  it('the windows', () => {
    const asking: Asking = {
      ...{ id: 'a', sessionId: 's', questionId: 'q', ts: '1.1', threadTs: null, position: 0, asker: 'U' },
      ...{ askerName: LONG, wording: LONG, vector: null, link: null, reply: null, isSettled: true, askedAt: 0 },
    };
    const question: SessionQuestion = {
      ...{ id: 'q', sessionId: 's', heading: LONG, state: 'open', entryKey: null, answer: null, answeredBy: null },
      reopenedAt: null,
      askings: Array.from({ length: 30 }, (_, place) => ({ ...asking, id: `a${place}` })),
    };
    const others = Array.from({ length: 150 }, (_, place) => ({ ...question, id: `q${place}` }));
    const reply = { user: 'U', name: LONG, text: LONG, askingId: 'a' };
    const replies = Array.from({ length: 8 }, (_, place) => ({ ...reply, ts: `${place}.1` }));
    checkModal(toLiveView({ question, replies }, LONG));
    checkModal(toLiveView({ question: { ...question, askings: [asking] }, replies: [] }));
    checkModal(toEditView({ question, others }));
    checkModal(toEditView({ question: { ...question, askings: [asking] }, others: [] }));
    checkModal(toNamelessView('C0QUESTION'));
  });
});

describe('surfaces', () => {
  const question = { team: 'T', channel: 'C', ts: '1.1', position: 0, user: 'U', nearestEntryKey: null };
  const fault = { severity: 'error' as const, file: LONG, line: 3, problem: LONG, mend: LONG };
  const wording = {
    id: 'id',
    wording: LONG,
    entryKey: key(1),
    note: 'note-1.md',
    entryId: 'q-1',
    exportedAt: null,
    team: 'T',
    taughtBy: 'U',
    taughtByName: LONG,
    taughtAt: 0,
    channel: 'C',
    ts: '1.1',
    asker: null,
  };
  const draft: ShownDraft = {
    ...{ id: 'id', team: 'T', channel: 'C', ts: '1.1', threadTs: null, asker: null, author: 'U', authorName: LONG },
    ...{ question: LONG.slice(0, 300), answer: LONG, note: 'note-1.md', entryId: null, corrects: null },
    ...{ state: 'taken', decidedBy: LONG, releasedAt: 0, exportedAt: 0, writtenAt: 0, isReleased: false },
    corrected: { question: LONG, url: 'https://example.org/' },
  };
  const list = {
    drafts: Array.from({ length: 20 }, (_, place) => ({ ...draft, id: `d${place}` })),
    offered: Array.from({ length: 2 }, (_, place) => ({ ...draft, id: `o${place}`, state: 'offered' as const })),
  };
  const team = {
    viewer: 'U',
    boards: [board],
    unanswered: Array.from({ length: 60 }, () => ({
      text: LONG,
      questions: [
        { ...question, text: LONG, askedAt: 0, taken: { user: 'U', name: LONG, at: 0 } },
        { ...question, user: 'U2', text: LONG, askedAt: 0 },
      ],
      links: [1, 2, 3].map((place) => `https://example.slack.com/archives/C0123456789/p170000000000000${place}`),
    })),
    stats: {
      days: 30,
      decided: { answer: 1, suggest: 1, uncovered: 1, silent: 1 },
      votes: { helpful: 2, 'not-what-i-asked': 1 },
      reasons: { 'another-question': 0, 'out-of-date': 1, 'not-enough': 0 },
      week: Array.from({ length: 8 }, (_, at) => ({
        day: `2026-10-0${at + 1}`,
        decided: { answer: 1, suggest: 1, uncovered: 1, silent: 1 },
        helpful: 1,
      })),
      weekByPost: Array.from({ length: 5 }, () => ({ title: LONG, answers: 3 })),
    },
    summary: {
      entries: 120,
      posts: 120,
      phrasings: 0,
      unlinked: 0,
      taken: [],
      faults: Array.from({ length: 50 }, () => fault),
    },
    reading: 'words-and-meaning' as const,
    offers: Array.from({ length: 20 }, () => offer),
    drafts: list,
    learned: Array.from({ length: 40 }, () => ({ ...wording, question: LONG })),
  };
  const hasStopped = true;

  it('what is unanswered, and the digest', () => {
    checkMessage(toUnansweredMessage(team.unanswered, 'U'));
    const digest = {
      until: 0,
      decided: { answer: 1, suggest: 1, uncovered: 1, silent: 1 },
      votes: { helpful: 1, 'not-what-i-asked': 1 },
      reasons: { 'another-question': 1, 'out-of-date': 1, 'not-enough': 1 },
      unanswered: team.unanswered.slice(0, 6).map((group) => ({ ...group, askers: 2 })),
      unansweredMore: 54,
      waiting: { drafts: 1, taken: 1, offers: 1, learned: 1 },
      old: Array.from({ length: 5 }, () => ({
        title: LONG,
        url: 'https://example.org/',
        note: 'a.md',
        date: '2020-01-01',
      })),
      oldMore: 3,
    };
    checkMessage(toDigestMessage(digest, '/role'));
    checkMessage(toReminderMessage({ kind: 'reminder', question: LONG, link: 'https://example.org/' }));
    for (const isEntry of [true, false]) {
      const about = { subject: LONG, url: 'https://example.org/', note: LONG, review: '2026-01-01', owner: LONG };
      checkMessage(toReviewMessage({ ...about, id: LONG.slice(0, 36), isEntry, isForTeam: true }));
      const found = { ...about, entryId: null, intervalDays: 180 };
      checkMessage(toRenewedMessage({ found, by: LONG, until: '2026-01-01' }));
    }
  });

  it('the drafts, and one in its window', () => {
    checkMessage(toDraftsMessage(list));
    checkMessage(toDraftsMessage({ drafts: [], offered: [] }));
    checkMessage(toOfferMessage({ id: LONG.slice(0, 36), question: LONG, corrects: true }));
    const choices = Array.from({ length: 12 }, (_, place) => ({ key: `${place}`.padEnd(16, '0'), question: LONG }));
    checkMessage(toOfferMessage({ id: LONG.slice(0, 36), question: LONG, corrects: false, choices }));
    checkModal(toDraftView({ ...draft, answer: LONG.slice(0, 3000) }, 'problem'));
    checkModal(toDraftView({ ...draft, answer: LONG.repeat(3) }));
  });

  it('every page of App Home, with the team’s part and without', () => {
    for (let page = 1; page <= 6; page += 1) {
      for (const shown of [team, null])
        expect(checkView(toHomeView({ typed: '', page, entries, hasStopped, team: shown }) as never, 'home')).toEqual(
          [],
        );
    }
    const found = toHomeView({ typed: LONG.slice(0, 150), page: 1, entries: entries.slice(0, 15), hasStopped, team });
    expect(checkView(found as never, 'home')).toEqual([]);
    expect(checkView(toHomeView({ typed: '', page: 1, entries: [], hasStopped, team: null }) as never, 'home')).toEqual(
      [],
    );
    expect(JSON.stringify(found).length).toBeLessThan(250_000);
  });

  it('an answer in a modal', () => {
    checkModal(toAnswerModal(part(1, null)));
  });

  it('previews of a section and of a post', () => {
    const [entry] = entries;
    if (entry === undefined) throw new Error('no entry');
    const section = toUnfurlBlocks({ kind: 'entry', entry }, context);
    const post = toUnfurlBlocks({ kind: 'post', post: entry.post, entries }, context);
    for (const blocks of [section, post]) checkMessage({ text: 'preview', blocks });
  });

  it.each([true, false])('an explanation (for the team: %s)', (isTeamMember) => {
    const base = { isTeamMember, questionTs: '1700000000.000100', asker: 'U0AMARA001', wouldDecide: null, reply: null };
    checkModal(toWhyView({ ...base, decided: decision }, 'C0QUESTION'));
    checkModal(toWhyView({ ...base, decided: null, wouldDecide: decision }, 'C0QUESTION'));
    checkModal(toWhyView({ ...base, decided: null }, 'C0QUESTION'));
    checkModal(toFiguresView({ ...base, decided: decision }));
  });
});
