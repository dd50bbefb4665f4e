// The promises of the store of office hours, kept by the real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KyselyDecisionStore } from '../../src/store/kysely-decision-store.ts';
import { KyselyOpenQuestionStore } from '../../src/store/kysely-open-question-store.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import { KyselySessionStore } from '../../src/store/team/kysely-session-store.ts';
import type { NewAsking } from '../../src/use-cases/office-hours/session-store.ts';
import { engines, type TestDatabase } from './test-databases.ts';

describe.each(engines)('office hours on %s', (_, make) => {
  let made: TestDatabase;
  let database: Database;
  let store: KyselySessionStore;

  beforeAll(async () => {
    made = await make();
    database = await openDatabase(made.place);
    store = new KyselySessionStore(database);
  });

  afterAll(async () => {
    await database.destroy();
    await made.remove();
  });

  const now = 1_700_000_000_000;
  const begun = (id: string, channel = 'C1') => ({
    ...{ id, team: 'T1', channel, title: 'Drop in', host: 'U9', hostName: 'Priya', startedAt: now },
  });
  const asked = (id: string, more: Partial<NewAsking> = {}): NewAsking => ({
    ...{ id: `a-${id}`, questionId: `q-${id}`, sessionId: 's1', ts: `${id}.0001`, threadTs: null, position: 0 },
    ...{ asker: 'U1', askerName: 'Amara', wording: `wording ${id}`, heading: `Heading ${id}?`, vector: null },
    ...{ link: null, reply: null, isSettled: false, askedAt: now + Number(id) * 1000, ...more },
  });
  const bare = { entryKey: null, answer: null, answeredBy: null };

  it('one runs in a channel, and one caller ends it', async () => {
    const started = await Promise.all([store.start(begun('s1')), store.start(begun('s2'))]);
    expect(started.filter(Boolean)).toHaveLength(1);
    const running = await store.findRunning('T1', 'C1');
    expect(running).toMatchObject({ title: 'Drop in', endedAt: null, changed: 1, shown: 0, lastAt: now });
    expect(await store.findRunning('T2', 'C1')).toBeNull();
    expect(await store.start(begun('s3', 'C2'))).toBe(true);
    expect((await store.listRunning('T1')).map(({ id }) => id)).toHaveLength(2);
    const ended = await Promise.all([store.end('s3', now + 5), store.end('s3', now + 6)]);
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await store.start(begun('s4', 'C2'))).toBe(true);
    await store.remove('s4');
    expect(await store.find('s4')).toBeNull();
    if (running?.id === 's2') {
      await store.remove('s2');
      await store.start(begun('s1'));
    }
  });

  it('says what is not shown as it stands', async () => {
    const ids = async () => (await store.listUnshown()).map(({ id }) => id).toSorted();
    expect(await ids()).toEqual(['s1', 's3']);
    const { changed = 0 } = (await store.find('s3')) ?? {};
    await store.setShown('s3', changed);
    expect(await ids()).toEqual(['s1']);
    await store.touch('s3', null);
    expect(await ids()).toEqual(['s1', 's3']);
    await store.touch('s1', now + 60_000);
    expect((await store.find('s1'))?.lastAt).toBe(now + 60_000);
  });

  it('keeps what a message asks once, each as a question of its own', async () => {
    const vector = { encoder: 'e', numbers: [0.5, -0.25] };
    expect(await store.ask([asked('1'), asked('2', { asker: 'U2', askerName: 'Jonas' })])).toBe(2);
    expect(await store.ask([asked('1', { id: 'again', questionId: 'again' })])).toBe(0);
    await store.saveAsking('a-1', { vector, link: 'https://x.example', isSettled: true });
    const questions = await store.listQuestions('s1');
    expect(questions.map(({ heading, state, askings }) => [heading, state, askings.length])).toEqual([
      ['Heading 1?', 'open', 1],
      ['Heading 2?', 'open', 1],
    ]);
    expect(questions[0]?.askings[0]).toMatchObject({ vector, link: 'https://x.example', isSettled: true });
    expect(await store.listAskings('T1', 'C1', '1.0001')).toMatchObject([{ id: 'a-1', questionId: 'q-1' }]);
    expect(await store.listAskings('T2', 'C1', '1.0001')).toEqual([]);
  });

  it('merges and splits, and of two who close a question one is first', async () => {
    expect(await store.merge('q-2', 'q-gone')).toBe(false);
    expect(await store.merge('q-2', 'q-1')).toBe(true);
    expect(await store.merge('q-2', 'q-1')).toBe(false);
    expect((await store.listQuestions('s1')).map(({ askings }) => askings.map(({ id }) => id))).toEqual([
      ['a-1', 'a-2'],
    ]);
    await store.split(['a-2'], { id: 'q-new', sessionId: 's1', heading: 'Apart' });
    expect((await store.findQuestion('q-new'))?.askings.map(({ id }) => id)).toEqual(['a-2']);
    const live = { state: 'live', entryKey: null, answer: 'Yes.', answeredBy: { name: 'Priya', user: 'U9' } } as const;
    const settled = await Promise.all([
      store.settle('q-1', ['open'], live),
      store.settle('q-1', ['open'], { ...bare, state: 'skipped' }),
    ]);
    expect(settled.filter(Boolean)).toHaveLength(1);
    await store.settle('q-1', ['live', 'skipped'], live);
    await store.setHeading('q-1', 'Worded anew?');
    expect(await store.findQuestion('q-1')).toMatchObject({ heading: 'Worded anew?', ...live });
  });

  it('remembers where its messages stand', async () => {
    const post = { part: 'board', channel: 'C9', ts: '5.5', fingerprint: 'a' };
    await store.savePost('s1', post);
    await store.savePost('s1', { ...post, fingerprint: 'b' });
    expect(await store.listPosts('s1')).toEqual([{ ...post, fingerprint: 'b' }]);
    await store.removePost('s1', 'board');
    expect(await store.listPosts('s1')).toEqual([]);
  });

  it('forgets who wrote a message, and not that it was dealt with', async () => {
    const place = { team: 'T1', channel: 'D1', ts: '7.0001' };
    const decisions = new KyselyDecisionStore(database);
    const questions = [
      { question: 'secret', kind: 'uncovered', reason: 'not-in-notes', questionProbability: 1, matches: [] },
    ];
    const decision = { kind: 'uncovered', reason: 'not-in-notes', questions } as const;
    await decisions.save({
      ...place,
      user: 'U7',
      decision: decision as never,
      isAnswered: true,
      isDone: true,
      decidedAt: now,
    });
    const open = new KyselyOpenQuestionStore(database);
    await open.record([{ ...place, position: 0, user: 'U7', text: 'secret', nearestEntryKey: null, askedAt: now }]);
    await store.unname('T1', 'D1', '7.0001');
    expect(await decisions.find('T1', 'D1', '7.0001')).toMatchObject({
      user: '',
      isDone: true,
      decision: { questions: [] },
    });
    expect(await open.list('T1', 10)).toEqual([]);
  });

  it('forgets a person, and what is old', async () => {
    await store.forgetUser('T1', 'U2');
    expect((await store.listQuestions('s1')).map(({ id }) => id)).toEqual(['q-1']);
    await store.forgetUser('T1', 'U9');
    expect((await store.findQuestion('q-1'))?.answeredBy).toEqual({ name: '', user: '' });
    expect(await store.find('s1')).toMatchObject({ host: '', hostName: '' });
    await store.purgeBefore(now + 1);
    expect(await store.listNewest(10)).toEqual([]);
    expect(await store.listQuestions('s1')).toEqual([]);
  });
});
