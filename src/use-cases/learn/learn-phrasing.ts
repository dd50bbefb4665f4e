// A wording is learned for an entry, and can be forgotten again.
import { cleanWording } from '../../answer/reading/clean-wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { toSameWording } from '../../knowledge/phrasings/parse-phrasings.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { StoredWording } from './learned-store.ts';

/** What is taught, by whom, and the message it was read out of. */
export interface Lesson {
  readonly team: string;
  readonly wording: string;
  readonly entry: Entry;
  readonly user: string;
  readonly userName: string;
  readonly channel: string;
  readonly ts: string;
  readonly asker: string | null;
}

type Teaching = Pick<TeamDependencies, 'roster' | 'learned' | 'knowLearned' | 'clock' | 'newId' | 'logger'>;

export type LearnOutcome =
  | { readonly kind: 'learned'; readonly wording: StoredWording }
  | { readonly kind: 'team-only' | 'nothing-to-learn' };

/**
 * Only the team may. Cleans the wording and keeps it; resolves once the next question in these words finds the entry.
 * `nothing-to-learn`: no word was left, or the entry has this wording already.
 */
export async function learnPhrasing(dependencies: Teaching, lesson: Lesson): Promise<LearnOutcome> {
  const { roster, learned, knowLearned, clock, newId, logger } = dependencies;
  if (!(await roster.isMember(lesson.user))) return { kind: 'team-only' };
  const { entry } = lesson;
  const text = cleanWording(lesson.wording);
  const known = [entry.question, ...entry.phrasings].map(toSameWording);
  if (text === '' || known.includes(toSameWording(text))) return { kind: 'nothing-to-learn' };
  const wording: StoredWording = {
    id: newId(),
    wording: text,
    entryKey: entry.key,
    note: entry.note,
    entryId: entry.id,
    exportedAt: null,
    team: lesson.team,
    taughtBy: lesson.user,
    taughtByName: lesson.userName,
    taughtAt: clock.now(),
    channel: lesson.channel,
    ts: lesson.ts,
    asker: lesson.asker,
  };
  await learned.add(wording);
  await knowLearned();
  logger.info({ id: wording.id, entry: entry.key }, 'Learned a wording');
  return { kind: 'learned', wording };
}
