// The promises of the team's stores, kept by the real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import { KyselyLearnedStore } from '../../src/store/team/kysely-learned-store.ts';
import { KyselyLinkDraftStore } from '../../src/store/team/kysely-link-draft-store.ts';
import { KyselyOfferedStore } from '../../src/store/team/kysely-offered-store.ts';
import { KyselySubscriptionStore } from '../../src/store/team/kysely-subscription-store.ts';
import { KyselyTeamQuestionStore } from '../../src/store/team/kysely-team-question-store.ts';
import type { TeamQuestion } from '../../src/use-cases/ask-team/team-question-store.ts';
import type { StoredWording } from '../../src/use-cases/learn/learned-store.ts';
import type { OfferedWording } from '../../src/use-cases/learn/offered-store.ts';
import type { LinkDraft } from '../../src/use-cases/link/link-draft-store.ts';
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
