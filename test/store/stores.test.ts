// The promises of every store, kept by the real database.
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silent } from '../../src/answer/decision.ts';
import { toKeptDecision } from '../../src/answer/kept-decision.ts';
import { keepKeysAndFigures } from '../../src/store/keep-keys-and-figures.ts';
import { KyselyChangeStore } from '../../src/store/kysely-change-store.ts';
import { KyselyClaimStore } from '../../src/store/kysely-claim-store.ts';
import { KyselyDecisionStore } from '../../src/store/kysely-decision-store.ts';
import { KyselyOpenQuestionStore } from '../../src/store/kysely-open-question-store.ts';
import { KyselyReplyStore } from '../../src/store/kysely-reply-store.ts';
import { KyselySettingsStore } from '../../src/store/kysely-settings-store.ts';
import { KyselySuggestionStore } from '../../src/store/kysely-suggestion-store.ts';
import { KyselyVoteStore } from '../../src/store/kysely-vote-store.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import type { StoredReply } from '../../src/use-cases/interfaces/reply-store.ts';
import type { StoredSuggestion } from '../../src/use-cases/suggest/suggestion-store.ts';
import { engines, type TestDatabase } from './test-databases.ts';

describe.each(engines)('on %s', (engine, make) => {
  let made: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    made = await make();
    database = await openDatabase(made.place);
  });

  afterAll(async () => {
    await database.destroy();
    await made.remove();
  });

  const message = { team: 'T1', channel: 'C1', ts: '1.0001' };

  describe('claims', () => {
    it('go to one of many who ask at once, through one connection and through another', async () => {
      const other = await openDatabase(made.place);
      const stores = [new KyselyClaimStore(database), new KyselyClaimStore(other)];
      const claim = { ...message, purpose: 'auto' } as const;
      const outcomes = await Promise.all(
        stores.flatMap((store) => Array.from({ length: 10 }, () => store.claim(claim, 1_700_000_000_000))),
      );
      expect(outcomes.filter((isMine) => isMine)).toHaveLength(1);
      await other.destroy();
    });

    it('are apart for each purpose, and can be had again once given back', async () => {
      const store = new KyselyClaimStore(database);
      const claim = { ...message, ts: '1.0002', purpose: 'linked' } as const;
      expect(await store.claim(claim, 0)).toBe(true);
      expect(await store.claim({ ...claim, purpose: 'shared' }, 0)).toBe(true);
      expect(await store.claim(claim, 0)).toBe(false);
      await store.release(claim);
      expect(await store.claim(claim, 0)).toBe(true);
    });

    it('that last for a while can be had again after it', async () => {
      const store = new KyselyClaimStore(database);
      const claim = { ...message, ts: 'U1', purpose: 'notice-rate' } as const;
      const at = 1_700_000_000_000;
      expect(await store.claim(claim, at, 60_000)).toBe(true);
      expect(await store.claim(claim, at + 59_999, 60_000)).toBe(false);
      expect(await store.claim(claim, at + 60_000, 60_000)).toBe(true);
      expect(await store.claim(claim, at + 60_001, 60_000)).toBe(false);
    });
  });

  describe('replies', () => {
    const reply: StoredReply = {
      ...message,
      ts: '2.0002',
      threadTs: '2.0001',
      questionTs: '2.0001',
      asker: 'U1',
      kind: 'answer',
      purpose: 'linked',
      entries: [
        {
          entryKey: 'abcdef0123456789',
          question: 'Who may apply?',
          asked: 'can I?',
          passage: 'All.',
          updatedAt: 1_700_000_000_001,
          fingerprint: 'f1',
        },
      ],
      alreadyAnswered: [{ entryKey: '0123456789abcdef', question: 'When?', permalink: 'https://example.org/p1' }],
      notCovered: ['and the pay?'],
      byline: { kind: 'linked', by: 'Priya', to: 'U1', sentence: 'See here.' },
      postedAt: 1_700_000_000_000,
    };

    it('are found by their timestamp and in their thread, oldest first', async () => {
      const store = new KyselyReplyStore(database);
      const later = { ...reply, ts: '2.0003', entries: [] };
      await store.save(later);
      await store.save(reply);
      expect(await store.find('T1', 'C1', '2.0002')).toEqual(reply);
      expect(await store.listInThread('T1', 'C1', '2.0001')).toEqual([reply, later]);
      expect(await store.listInThread('T2', 'C1', '2.0001')).toEqual([]);
    });

    it('are found by the message they answer, and page by page in order', async () => {
      const store = new KyselyReplyStore(database);
      expect(await store.listForQuestion('T1', 'C1', '2.0001')).toHaveLength(2);
      expect(await store.listForQuestion('T1', 'C1', '2.0002')).toEqual([]);
      const [first] = await store.listAnswers(null, 1);
      expect(first?.ts).toBe('2.0002');
      expect((await store.listAnswers(first ?? null, 10)).map(({ ts }) => ts)).toEqual(['2.0003']);
    });

    it('keep what they show anew, and stay away once they are removed', async () => {
      const store = new KyselyReplyStore(database);
      const own = { ...reply, channel: 'C8' };
      const entries = own.entries.map((entry) => ({ ...entry, fingerprint: 'f2', updatedAt: 5 }));
      await store.saveEntries(own, entries);
      expect(await store.find('T1', 'C8', own.ts)).toBeNull();
      await store.save(own);
      await store.saveEntries(own, entries);
      expect(await store.find('T1', 'C8', own.ts)).toEqual({ ...own, entries });
      await store.remove('T1', 'C8', own.ts);
    });

    it('lose the asker and their words, and keep which entry stands where', async () => {
      const store = new KyselyReplyStore(database);
      const own = { ...reply, channel: 'C7', asker: 'U9' };
      await store.save(own);
      await store.save({ ...own, ts: '2.0009' });
      const bare = {
        ...own,
        asker: null,
        entries: own.entries.map((entry) => ({ ...entry, asked: null })),
        notCovered: [],
        byline: { kind: 'linked', by: 'Priya', to: null, sentence: 'See here.' },
      };
      await store.forgetUser('T2', 'U9');
      expect(await store.find('T1', 'C7', '2.0002')).toEqual(own);
      await store.forgetUser('T1', 'U9');
      expect(await store.find('T1', 'C7', '2.0002')).toEqual(bare);
      await store.save(own);
      await store.purgeBefore(own.postedAt);
      expect(await store.find('T1', 'C7', '2.0002')).toEqual(own);
      await store.purgeBefore(own.postedAt + 1);
      expect(await store.find('T1', 'C7', '2.0002')).toEqual(bare);
      await store.remove('T1', 'C7', '2.0002');
      await store.remove('T1', 'C7', '2.0009');
    });

    it('take the place of an earlier state, and go when they are removed', async () => {
      const store = new KyselyReplyStore(database);
      const changed: StoredReply = { ...reply, kind: 'not-in-notes', entries: [] };
      await store.save(changed);
      expect(await store.find('T1', 'C1', '2.0002')).toEqual(changed);
      await store.remove('T1', 'C1', '2.0002');
      expect(await store.find('T1', 'C1', '2.0002')).toBeNull();
    });
  });

  describe('votes', () => {
    const own = { user: 'U1', vote: 'helpful', reason: null, entryKeys: ['k1'], votedAt: 1000 } as const;
    const vote = { ...message, ts: '3.1', ...own };

    it('are one for each person and reply, the last one said, and go with the person', async () => {
      const store = new KyselyVoteStore(database);
      await store.save(vote);
      await store.save({ ...vote, user: 'U2', votedAt: 2000 });
      await store.save({ ...vote, vote: 'not-what-i-asked', reason: 'out-of-date', votedAt: 3000 });
      expect(await store.find(vote, 'U1')).toBe('not-what-i-asked');
      expect(await store.find(vote, 'U3')).toBeNull();
      expect(await store.countFor(vote)).toEqual({ helpful: 1, 'not-what-i-asked': 1 });
      expect(await store.countSince('T1', 3000)).toEqual({ helpful: 0, 'not-what-i-asked': 1 });
      expect(await store.countSince('T2', 0)).toEqual({ helpful: 0, 'not-what-i-asked': 0 });
      const reasons = { 'another-question': 0, 'out-of-date': 1, 'not-enough': 0 };
      expect(await store.countReasonsSince('T1', 3000)).toEqual(reasons);
      expect(await store.countReasonsSince('T1', 3001)).toEqual({ ...reasons, 'out-of-date': 0 });
      await store.forgetUser('T1', 'U1');
      expect(await store.countFor(vote)).toEqual({ helpful: 1, 'not-what-i-asked': 0 });
      await store.purgeBefore(2001);
      expect(await store.countFor(vote)).toEqual({ helpful: 0, 'not-what-i-asked': 0 });
    });
  });

  describe('changes', () => {
    const asked = {
      ...message,
      threadTs: null,
      user: 'U1',
      text: 'a',
      surface: 'channel',
      isBroadcast: false,
    } as const;
    const change = { ...message, ts: '4.1', message: asked, changedTs: '5.2', changedAt: 1000 };

    it('are the newest edit, whatever comes in later, and a deletion is the last one', async () => {
      const store = new KyselyChangeStore(database);
      expect(await store.find(change)).toBeNull();
      await store.save(change);
      await store.save({ ...change, message: { ...asked, text: 'older' }, changedTs: '5.1' });
      expect(await store.find(change)).toEqual(change);
      const newer = { ...change, message: { ...asked, text: 'newer' }, changedTs: '5.3' };
      await store.save(newer);
      expect(await store.find(change)).toEqual(newer);
      await store.save({ ...change, message: null });
      await store.save({ ...newer, changedTs: '9.9' });
      expect((await store.find(change))?.message).toBeNull();
    });

    it('are unsettled until what follows from them is done', async () => {
      const store = new KyselyChangeStore(database);
      const own = { ...change, channel: 'C5', message: null };
      const listed = async () => (await store.listUnsettled(2000)).filter(({ channel }) => channel === 'C5');
      await store.save(own);
      expect(await listed()).toEqual([{ team: own.team, channel: 'C5', ts: own.ts }]);
      await store.settle({ ...own, changedTs: '0.1' });
      expect(await listed()).toHaveLength(1);
      await store.settle((await store.find(own)) ?? own);
      expect(await listed()).toEqual([]);
    });

    it('go with the person, and after their time', async () => {
      const store = new KyselyChangeStore(database);
      const own = { ...change, ts: '4.2' };
      await store.save(own);
      await store.forgetUser('T1', 'U1');
      expect(await store.find(own)).toBeNull();
      await store.save(own);
      await store.purgeBefore(1001);
      expect(await store.find(own)).toBeNull();
    });
  });

  describe('decisions', () => {
    const decided = {
      ...message,
      user: 'U7',
      decision: toKeptDecision(silent('asks-nothing')),
      isAnswered: false,
      isDone: true,
      decidedAt: 1_700_000_000_000,
    };

    it('can be looked up by message', async () => {
      const store = new KyselyDecisionStore(database);
      await store.save(decided);
      expect(await store.find('T1', 'C1', '1.0001')).toEqual(decided);
      expect(await store.find('T1', 'C1', '9.9')).toBeNull();
    });

    it('are done once they are carried out', async () => {
      const store = new KyselyDecisionStore(database);
      const begun = { ...decided, ts: '7.1', isDone: false };
      await store.save(begun);
      expect(await store.find('T1', 'C1', '7.1')).toEqual(begun);
      expect(await store.listUndone(begun.decidedAt + 1)).toMatchObject([{ ts: '7.1' }]);
      expect(await store.listUndone(begun.decidedAt)).toEqual([]);
      expect((await store.listSince('T1', 'C1', '7.0')).get('7.1')).toEqual({ user: 'U7', isDone: false });
      await store.finish(begun);
      expect(await store.find('T1', 'C1', '7.1')).toEqual({ ...begun, isDone: true });
    });

    it('count by kind, and go one by one or with the person', async () => {
      const store = new KyselyDecisionStore(database);
      const here = { ...decided, team: 'T9', channel: 'C9', user: 'U9', decidedAt: 1000 };
      const answered = { kind: 'answer', reason: 'matched', questions: [] } as const;
      await store.save({ ...here, ts: '6.1', decision: answered });
      await store.save({ ...here, ts: '6.2' });
      expect(await store.countByKindSince('T9', 1000)).toEqual({ answer: 1, suggest: 0, uncovered: 0, silent: 1 });
      expect(await store.countByKindSince('T9', 1001)).toMatchObject({ answer: 0, silent: 0 });
      await store.remove('T9', 'C9', '6.2');
      expect(await store.countByKindSince('T9', 0)).toMatchObject({ answer: 1, silent: 0 });
      await store.forgetUser('T9', 'U9');
      expect(await store.find('T9', 'C9', '6.1')).toMatchObject({ user: '', decision: { ...answered, questions: [] } });
    });

    it("count a person's answered messages, since a time and without one message", async () => {
      const store = new KyselyDecisionStore(database);
      const asked = { ...decided, user: 'U8', isAnswered: true };
      await store.save({ ...asked, ts: '5.1' });
      await store.save({ ...asked, ts: '5.2', decidedAt: decided.decidedAt - 120_000 });
      await store.save({ ...asked, ts: '5.3', isAnswered: false });
      const who = { team: 'T1', user: 'U8' };
      expect(await store.countAnsweredSince(who, decided.decidedAt - 60_000, 'none')).toBe(1);
      expect(await store.countAnsweredSince(who, 0, 'none')).toBe(2);
      const other = { ...who, user: 'U8B' };
      await store.save({ ...asked, ...other, ts: '1700000000.000100' });
      const later = (ts: string) => store.countAnsweredBefore({ ...other, ts }, 60);
      const moments = ['1700000000.000100', '1700000059.000100', '1700000061.000100'];
      expect(await Promise.all(moments.map(later))).toEqual([0, 1, 0]);
      expect(await store.countAnsweredSince(who, 0, '5.1')).toBe(1);
      expect(await store.countAnsweredSince({ team: 'T1', user: 'nobody' }, 0, 'none')).toBe(0);
    });
  });

  describe('open questions', () => {
    it('are kept once, the newest first', async () => {
      const store = new KyselyOpenQuestionStore(database);
      const first = { ...message, position: 0, user: 'U1', text: 'Salary?', nearestEntryKey: null, askedAt: 1000 };
      const second = { ...first, ts: '1.0009', text: 'Visa?', nearestEntryKey: 'abcdef0123456789', askedAt: 2000 };
      await store.record([first, second]);
      await store.record([{ ...first, text: 'changed' }]);
      expect(await store.list('T1', 10)).toEqual([second, first]);
      expect(await store.list('T1', 1)).toEqual([second]);
    });

    it('are taken by one of the team, who is reminded once and may be forgotten', async () => {
      const store = new KyselyOpenQuestionStore(database);
      const question = { team: 'T9', channel: 'C1', ts: '3.0001', position: 0, user: 'U1', text: 'Pay?' };
      const asked = { ...question, threadTs: '2.0001', nearestEntryKey: null, askedAt: 1000 };
      await store.record([asked]);
      expect(await store.listFor('T9', 'C1', '3.0001')).toEqual([asked]);
      await store.take(question, { user: 'U9', name: 'Priya', at: 5000 });
      const taken = { ...asked, taken: { user: 'U9', name: 'Priya', at: 5000 } };
      expect(await store.listTaken(5000)).toEqual([]);
      expect(await store.listTaken(5001)).toEqual([taken]);
      await store.noteReminded(question, 6000);
      expect(await store.listTaken(9000)).toEqual([]);
      await store.take(question, { user: 'U8', name: 'Mateo', at: 7000 });
      expect(await store.listTaken(9000)).toMatchObject([{ taken: { user: 'U8' } }]);
      await store.forgetUser('T9', 'U8');
      expect(await store.list('T9', 10)).toEqual([asked]);
      await store.forgetUser('T9', 'U1');
      expect(await store.list('T9', 10)).toEqual([]);
    });
  });

  describe('quiet suggestions', () => {
    const now = 1_700_000_000_000;
    const suggestion: StoredSuggestion = {
      ...{
        key: 'k1',
        team: 'T1',
        channel: 'C1',
        ts: '1.0001',
        threadTs: null,
        asker: 'U1',
        question: 'Where?',
        position: 1,
      },
      ...{ text: 'So. Where?', entryKeys: ['a', 'b'], state: 'offered', offeredAt: now },
    };

    it('are kept once for a message, found by key and by person, and change their state', async () => {
      const store = new KyselySuggestionStore(database);
      expect(await store.add(suggestion)).toBe(true);
      expect(await store.add({ ...suggestion, key: 'k2' })).toBe(false);
      const later = { ...suggestion, key: 'k3', ts: '2.0001', threadTs: '1.0001', offeredAt: now + 1 };
      expect(await store.add(later)).toBe(true);
      await store.setState('k1', 'refused');
      expect(await store.find('k1')).toEqual({ ...suggestion, state: 'refused' });
      const who = { team: 'T1', user: 'U1' };
      expect((await store.listLatest(who, 5, '9.9')).map(({ key }) => key)).toEqual(['k3', 'k1']);
      expect((await store.listLatest(who, 5, '2.0001')).map(({ key }) => key)).toEqual(['k1']);
      expect(await store.listLatest({ team: 'T1', user: 'U2' }, 5, '9.9')).toEqual([]);
      await store.remove('k3');
      expect(await store.find('k3')).toBeNull();
    });

    it('are stopped by each person for themselves; whoever asks to be forgotten leaves nothing', async () => {
      const store = new KyselySuggestionStore(database);
      await store.setStopped('T1', 'U1', true);
      await store.setStopped('T1', 'U1', true);
      expect(await store.hasStopped('T1', 'U1')).toBe(true);
      expect(await store.hasStopped('T1', 'U2')).toBe(false);
      await store.setStopped('T1', 'U1', false);
      expect(await store.hasStopped('T1', 'U1')).toBe(false);
      await store.setStopped('T1', 'U1', true);
      await store.forgetUser('T1', 'U1');
      expect(await store.hasStopped('T1', 'U1')).toBe(false);
      expect(await store.find('k1')).toBeNull();
    });

    it('go with time', async () => {
      const store = new KyselySuggestionStore(database);
      await store.add(suggestion);
      await store.purgeBefore(now);
      expect(await store.find('k1')).not.toBeNull();
      await store.purgeBefore(now + 1);
      expect(await store.find('k1')).toBeNull();
    });
  });

  describe('settings', () => {
    it('hold a mode for each channel, the last one said', async () => {
      const store = new KyselySettingsStore(database);
      const off = { mode: 'off', suggestsQuietly: false, reacts: true } as const;
      expect(await store.find('T1', 'C1')).toBeNull();
      await store.save('T1', 'C1', { mode: 'draft', suggestsQuietly: true, reacts: false, notes: [] });
      await store.save('T1', 'C1', { ...off, notes: ['roles/'] });
      await store.move('T1', 'C1', 'C2');
      for (const channel of ['C1', 'C2']) {
        expect(await store.find('T1', channel)).toEqual({ ...off, notes: ['roles/'] });
      }
    });
  });

  it('refuses what is no text and no number, instead of ending with the process', async () => {
    const ask = (user: unknown) => new KyselySettingsStore(database).find(user as string, 'C1');
    if (engine === 'SQLite') {
      await expect(ask(true)).rejects.toThrow('the type boolean');
      await expect(ask({ id: 'T1' })).rejects.toThrow('the type object');
    }
    expect(await ask('T9')).toBeNull();
  });

  describe('opening', () => {
    it('again finds the tables and what is in them', async () => {
      const again = await openDatabase(made.place);
      expect(await new KyselySettingsStore(again).find('T1', 'C1')).toMatchObject({ mode: 'off' });
      await again.destroy();
    });

    // SQLite's calls hold up the whole process: there several processes are needed, as in bot/replicas.test.ts.
    it.runIf(engine === 'PostgreSQL')('by several at once makes the tables once', async () => {
      const fresh = await make();
      const several = await Promise.all([1, 2, 3, 4].map(() => openDatabase(fresh.place)));
      for (const one of several) await one.destroy();
      await fresh.remove();
    });

    it('is refused in words where a newer program has made the tables', async () => {
      const fresh = await make();
      const newer = await openDatabase(fresh.place);
      const row = { name: '999-of-tomorrow', timestamp: '2099-01-01T00:00:00.000Z' };
      await newer.withTables<{ kysely_migration: typeof row }>().insertInto('kysely_migration').values(row).execute();
      await newer.destroy();
      await expect(openDatabase(fresh.place)).rejects.toThrow(/newer version of Rolecall.*999-of-tomorrow/);
      await fresh.remove();
    });

    it('turns decisions that were kept with their answers into keys and figures', async () => {
      const fresh = await make();
      const old = await openDatabase(fresh.place);
      const tables = old as unknown as Kysely<OldTables>;
      await old.schema.alterTable('decisions').renameColumn('answered', 'questions').execute();
      const entry = { key: 'abcdef0123456789', answer: 'word '.repeat(5000) };
      const asked = { question: 'Salary?', kind: 'answer', reason: 'matched', asks: 0.87654 };
      const matches = Array.from({ length: 8 }, () => ({ entry, confidence: 0.98765, evidence: {} }));
      const decision = JSON.stringify({
        kind: 'answer',
        reason: 'matched',
        questions: [{ ...asked, matches }],
        matches,
      });
      const row = { team: 'T1', channel: 'C1', user_id: 'U1', questions: 1, kind: 'answer', decision };
      for (let place = 0; place < 3; place += 1)
        await tables
          .insertInto('decisions')
          .values({ ...row, ts: `1.000${place}`, decided_at: '2026-01-01T00:00:00.000Z' })
          .execute();
      await keepKeysAndFigures(old);
      const kept = await new KyselyDecisionStore(old).find('T1', 'C1', '1.0002');
      expect(kept?.decision.questions[0]).toMatchObject({ question: 'Salary?', questionProbability: 0.877 });
      expect(kept?.decision.questions[0]?.matches[0]).toEqual({ key: 'abcdef0123456789', confidence: 0.988 });
      const rows = await old.selectFrom('decisions').select('decision').execute();
      expect(Math.max(...rows.map((one) => one.decision.length))).toBeLessThan(1000);
      await old.destroy();
      await fresh.remove();
    });
  });
});

it('says which file cannot be opened, and what to look at', async () => {
  await expect(openDatabase('/dev/null/rolecall.sqlite')).rejects.toThrow(/rolecall.sqlite.*STATE_DIR/s);
});

it('says which server cannot be reached, without the password', async () => {
  const opening = openDatabase('postgres://somebody:secret@127.0.0.1:1/none');
  await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/none of DATABASE_URL cannot be used.*ECONNREFUSED/);
  await expect(opening).rejects.not.toThrow('secret');
});

interface OldTables {
  kysely_migration: { name: string; timestamp: string };
  decisions: OldDecisions;
}

interface OldDecisions {
  team: string;
  channel: string;
  ts: string;
  user_id: string;
  questions: number;
  kind: string;
  decision: string;
  decided_at: string;
}
