// The promises of the team's stores, kept by the real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import { KyselyDraftStore } from '../../src/store/team/kysely-draft-store.ts';
import { KyselyLearnedStore } from '../../src/store/team/kysely-learned-store.ts';
import { KyselyLinkDraftStore } from '../../src/store/team/kysely-link-draft-store.ts';
import { KyselyOfferedStore } from '../../src/store/team/kysely-offered-store.ts';
import { KyselyReviewStore } from '../../src/store/team/kysely-review-store.ts';
import { KyselySubscriptionStore } from '../../src/store/team/kysely-subscription-store.ts';
import { KyselyTeamQuestionStore } from '../../src/store/team/kysely-team-question-store.ts';
import type { TeamQuestion } from '../../src/use-cases/ask-team/team-question-store.ts';
import type { DraftEntry } from '../../src/use-cases/drafts/draft-store.ts';
import type { StoredWording } from '../../src/use-cases/learn/learned-store.ts';
import type { OfferedWording } from '../../src/use-cases/learn/offered-store.ts';
import type { LinkDraft } from '../../src/use-cases/link/link-draft-store.ts';
import type { StoredReview } from '../../src/use-cases/reviews/review-store.ts';
import type { Subscription } from '../../src/use-cases/subscribe/subscription-store.ts';
import { engines, type TestDatabase } from './test-databases.ts';

describe.each(engines)('on %s', (_, make) => {
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

  const place = { team: 'T1', channel: 'C1', ts: '1.0001' };
  const now = 1_700_000_000_000;

  describe('offered wordings', () => {
    const offer: OfferedWording = {
      ...{ ...place, id: 'o1', asker: 'U1', wording: 'Where do I sleep?', entryKey: 'abcdef0123456789' },
      ...{ state: 'open', decidedBy: null, offeredAt: now, shownIn: null },
    };

    it('wait once for a message, stand in one message, and are decided by one', async () => {
      const store = new KyselyOfferedStore(database);
      expect(await store.add(offer)).toBe(true);
      expect(await store.add({ ...offer, id: 'o2' })).toBe(false);
      await store.setShown('T1', '5.5');
      const later = { ...offer, id: 'o3', ts: '2.0001', offeredAt: now + 1 };
      await store.add(later);
      expect(await store.listOpen('T1')).toEqual([{ ...offer, shownIn: '5.5' }, later]);
      expect(await store.listShownIn('T1', '5.5')).toEqual([{ ...offer, shownIn: '5.5' }]);
      expect(await store.decide('o1', { state: 'accepted', by: 'Priya' })).toBe(true);
      expect(await store.decide('o1', { state: 'refused', by: 'Mateo' })).toBe(false);
      expect(await store.find('o1')).toMatchObject({ state: 'accepted', decidedBy: 'Priya' });
      await store.reopen('o1');
      await store.unsetShown('T1', '5.5');
      expect((await store.listOpen('T1')).map(({ id, shownIn }) => [id, shownIn])).toEqual([
        ['o1', null],
        ['o3', null],
      ]);
      await store.forgetUser('T1', 'U1');
      expect(await store.listOpen('T1')).toEqual([]);
    });
  });

  describe('reviews', () => {
    const review: StoredReview = {
      ...{ id: 'r1', team: 'T1', note: 'a.md', entryId: null, review: '2026-06-01', intervalDays: 90 },
      ...{ askedAt: null, renewedTo: null, exportedAt: null },
    };
    const entry = { ...review, id: 'r2', entryId: 'where' };

    it('are one for each note and entry, renewed by one, exported, and begin anew with another date', async () => {
      const store = new KyselyReviewStore(database);
      const opened = await Promise.all([review, { ...review, id: 'r9' }].map((each) => store.open(each)));
      const [{ id = '' } = {}, other] = opened;
      expect(other?.id).toBe(id);
      expect(opened[0]).toEqual({ ...review, id });
      expect((await store.open(entry)).id).toBe('r2');
      await store.noteAsked(id, now);
      expect(await store.open({ ...review, intervalDays: 180 })).toEqual({ ...review, id, askedAt: now });
      const from = { review: '2026-06-01', renewedTo: null };
      const both = [1, 2].map(() => store.renew(id, from, '2026-09-01'));
      expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
      expect(await store.listToExport()).toMatchObject([{ id, renewedTo: '2026-09-01' }]);
      await store.markExported([id], now);
      expect(await store.listToExport()).toEqual([]);
      expect(await store.renew(id, { ...from, renewedTo: '2026-09-01' }, '2026-12-01')).toBe(true);
      expect(await store.listToExport()).toMatchObject([{ id, renewedTo: '2026-12-01' }]);
      // The note has what it was renewed to; then somebody writes another date into it.
      const taken = await store.open({ ...review, review: '2026-12-01', intervalDays: 180 });
      expect(taken).toEqual({ ...review, id, review: '2026-12-01' });
      const changed = await store.open({ ...review, review: '2027-12-01', intervalDays: 30 });
      expect(changed).toEqual({ ...review, id, review: '2027-12-01', intervalDays: 30 });
      expect(await store.find(id)).toEqual(changed);
      expect(await store.find('r7')).toBeNull();
    });
  });

  describe('draft entries', () => {
    const draft: DraftEntry = {
      ...{ ...place, id: 'd1', threadTs: '1.0000', asker: 'U1', author: 'U9', authorName: 'Priya' },
      ...{
        question: 'May I fish?',
        answer: 'Yes, **here**.',
        note: 'answers-from-slack.md',
        entryId: null,
        corrects: null,
      },
      ...{ state: 'offered', decidedBy: null, releasedAt: null, exportedAt: null, writtenAt: now },
    };
    const day = 86_400_000;

    it('are kept once for a message, decided by one, released, exported and settled, and each change is told', async () => {
      const store = new KyselyDraftStore(database);
      const versions = [await store.version(now)];
      const changed = async (at = now) => {
        versions.push(await store.version(at));
        return versions.at(-1) !== versions.at(-2);
      };
      expect(await store.add(draft)).toBe(true);
      expect(await store.add({ ...draft, id: 'd2' })).toBe(false);
      expect(await store.find('d1')).toEqual(draft);
      expect(await store.list('T1', ['kept', 'taken'])).toEqual([]);
      await store.rewriteOffered(place, 'Yes, there.');
      expect(await store.release('d1', now)).toBe(false);
      expect(await store.decide('d1', { from: ['offered'], to: 'kept', by: null })).toBe(true);
      expect(await store.decide('d1', { from: ['offered'], to: 'refused', by: 'Mateo' })).toBe(false);
      await store.rewriteOffered(place, 'No.');
      await store.removeOffered(place);
      expect((await store.list('T1', ['kept']))[0]?.answer).toBe('Yes, there.');
      const both = [1, 2].map(() => store.decide('d1', { from: ['kept'], to: 'taken', by: 'Mateo' }));
      expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
      expect(await changed()).toBe(true);
      expect(await store.edit('d1', { question: 'May one fish?', answer: 'Yes.' })).toBe(true);
      expect(await changed()).toBe(true);
      expect(await store.release('d1', now)).toBe(true);
      expect(await changed()).toBe(true);
      expect(await store.listTaken(now + 1)).toMatchObject([
        { id: 'd1', entryId: 'may-one-fish', by: 'Priya', isReleased: true },
      ]);
      expect(await changed(now + 29 * day)).toBe(false);
      expect(await changed(now + 30 * day)).toBe(true);
      expect(await store.listTaken(now + 30 * day)).toMatchObject([{ isReleased: false }]);
      expect(await store.listToExport()).toMatchObject([{ id: 'd1' }]);
      await store.markExported(['d1'], now);
      expect(await changed()).toBe(true);
      expect(await store.listToExport()).toEqual([]);
      expect(await store.decide('d1', { from: ['kept', 'taken'], to: 'refused', by: 'Mateo' })).toBe(true);
      expect(await store.find('d1')).toMatchObject({ state: 'refused', releasedAt: null });
      expect(await store.edit('d1', { question: 'a', answer: 'b' })).toBe(false);
      await store.remove(['d1']);
      expect(await store.find('d1')).toBeNull();
      expect(await changed()).toBe(true);
    });

    it('lose a question with its asker until the team takes it, and a name with its author', async () => {
      const store = new KyselyDraftStore(database);
      const add = async (id: string, fields: Partial<DraftEntry>) =>
        await store.add({ ...draft, id, ts: id, ...fields });
      await add('e1', { state: 'kept' });
      await add('e2', { state: 'taken' });
      await add('e3', { state: 'kept', asker: 'U2' });
      await add('e4', { state: 'offered', author: 'U1', asker: 'U2' });
      await add('e5', { state: 'taken', author: 'U1', asker: 'U2' });
      await store.forgetUser('T2', 'U1');
      expect(await store.find('e1')).toMatchObject({ question: 'May I fish?', asker: 'U1' });
      await store.forgetUser('T1', 'U1');
      expect(await store.find('e1')).toMatchObject({ question: '', asker: null, answer: 'Yes, **here**.' });
      expect(await store.find('e2')).toMatchObject({ question: 'May I fish?', asker: null });
      expect(await store.find('e3')).toMatchObject({ question: 'May I fish?', asker: 'U2' });
      expect(await store.find('e4')).toBeNull();
      expect(await store.find('e5')).toMatchObject({ author: '', authorName: '', answer: 'Yes, **here**.' });
      await store.purgeBefore(now + 1);
      expect(
        (await store.list('T1', ['offered', 'kept', 'taken', 'refused'])).map(({ id, asker }) => [id, asker]),
      ).toEqual([
        ['e2', null],
        ['e5', null],
      ]);
      await store.remove(['e2', 'e5']);
    });
  });

  describe('learned wordings', () => {
    const wording: StoredWording = {
      ...place,
      id: 'one',
      wording: 'Where do I sleep?',
      entryKey: 'abcdef0123456789',
      note: 'role.md',
      entryId: 'lodging',
      exportedAt: null,
      taughtBy: 'U9',
      taughtByName: 'Priya',
      taughtAt: now,
      asker: 'U1',
    };

    it('are kept, found, marked, moved and removed, and each change changes the version', async () => {
      const store = new KyselyLearnedStore(database);
      const versions = new Set([await store.version()]);
      const note = async () => versions.add(await store.version());
      await store.add(wording);
      await note();
      expect(await store.find('one')).toEqual(wording);
      await store.markExported(['one'], now + 1);
      await note();
      expect(await store.list()).toEqual([{ ...wording, exportedAt: now + 1 }]);
      expect(await store.move(wording.entryKey, { entryKey: '0000000000000000', note: 'a.md', entryId: 'b' })).toBe(1);
      await note();
      expect(await store.find('one')).toMatchObject({ entryKey: '0000000000000000', entryId: 'b', exportedAt: null });
      await store.remove(['one']);
      await note();
      expect(await store.list()).toEqual([]);
      expect(versions.size).toBe(5);
    });

    it('keep their version where nothing changes', async () => {
      const store = new KyselyLearnedStore(database);
      const version = await store.version();
      await store.forgetUser('T1', 'U-nobody');
      await store.remove(['no such id']);
      expect(await store.move('ffffffffffffffff', { entryKey: '0', note: 'a.md', entryId: 'b' })).toBe(0);
      expect(await store.version()).toBe(version);
    });

    it('are one for each wording, whatever its case and signs: the last teaching counts', async () => {
      const store = new KyselyLearnedStore(database);
      await store.add(wording);
      await store.add({ ...wording, id: 'two', wording: 'where do I sleep', entryKey: '1111111111111111' });
      expect((await store.list()).map(({ id }) => id)).toEqual(['two']);
      await store.remove(['two']);
    });

    it('of a person who wants to be forgotten go, unless they stand in a file', async () => {
      const store = new KyselyLearnedStore(database);
      await store.add(wording);
      await store.add({ ...wording, id: 'two', wording: 'And where do I eat?', exportedAt: now });
      await store.forgetUser('T1', 'U1');
      expect((await store.list()).map(({ id, asker }) => [id, asker])).toEqual([['two', null]]);
      await store.remove(['two']);
    });
  });

  describe('drafts', () => {
    it('are kept, changed, and gone after their time', async () => {
      const store = new KyselyLinkDraftStore(database);
      const draft: LinkDraft = {
        ...place,
        id: 'd1',
        threadTs: null,
        author: 'U1',
        text: 'x'.repeat(40_000),
        openedBy: 'U9',
        openedAt: now,
        offered: ['abcdef0123456789'],
        wording: '',
        chosen: null,
        remembers: false,
        questionId: null,
      };
      await store.save(draft);
      await store.save({ ...draft, chosen: 'abcdef0123456789' });
      expect(await store.find('d1')).toEqual({ ...draft, chosen: 'abcdef0123456789' });
      await store.removeBefore(now);
      expect(await store.find('d1')).not.toBeNull();
      await store.removeBefore(now + 1);
      expect(await store.find('d1')).toBeNull();
    });
  });

  describe('questions in the team channel', () => {
    const question: TeamQuestion = {
      ...place,
      id: 'q1',
      kind: 'asked',
      threadTs: null,
      asker: 'U1',
      questions: ['Salary?', 'Visa?'],
      proposed: null,
      teamChannel: 'G1',
      teamTs: '5.0001',
      closing: null,
      learnedId: null,
      editedAt: null,
      askedAt: now,
    };

    it('are found by their message and by their question', async () => {
      const store = new KyselyTeamQuestionStore(database);
      await store.add(question);
      expect(await store.findByTeamMessage('T1', 'G1', '5.0001')).toEqual(question);
      expect(await store.findByTeamMessage('T1', 'G2', '5.0001')).toBeNull();
      expect(await store.listByQuestion('T1', 'C1', '1.0001')).toEqual([question]);
      expect(await store.listOpen('T1', 10)).toEqual([question]);
    });

    it('are closed by one of many who try at once, and can be opened again', async () => {
      const store = new KyselyTeamQuestionStore(database);
      const closing = { state: 'written', by: 'Priya', entryKey: null } as const;
      const closed = await Promise.all(Array.from({ length: 10 }, () => store.close('q1', closing)));
      expect(closed.filter(Boolean)).toHaveLength(1);
      await store.setLearned('q1', 'one');
      expect(await store.find('q1')).toEqual({ ...question, closing, learnedId: 'one' });
      expect(await store.listOpen('T1', 10)).toEqual([]);
      await store.reopen('q1');
      expect(await store.close('q1', closing)).toBe(true);
    });

    it('go with who asked them, and with time', async () => {
      const store = new KyselyTeamQuestionStore(database);
      await store.forgetUser('T1', 'U1');
      expect(await store.find('q1')).toBeNull();
      await store.add(question);
      await store.purgeBefore(now + 1);
      expect(await store.find('q1')).toBeNull();
    });
  });

  describe('promises', () => {
    it('are kept once', async () => {
      const store = new KyselySubscriptionStore(database);
      const wait: Subscription = {
        ...place,
        threadTs: null,
        asker: 'U1',
        questions: ['Salary?'],
        seen: [],
        since: now,
      };
      await store.add(wait);
      await store.add({ ...wait, questions: ['changed'] });
      expect(await store.list()).toEqual([wait]);
      await store.settle('T1', 'C1', '1.0001', now);
      await store.add(wait);
      expect(await store.list()).toEqual([]);
    });
  });
});
