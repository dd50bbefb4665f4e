// Open questions whose answer has come into their threads by another way: a link, a proposal, a suggestion that the asker posted.
import type { Asking, Session, SessionQuestion } from '../../office-hours/session.ts';
import type { RepliedEntry, StoredReply } from '../interfaces/reply-store.ts';
import { bringEarlier } from './bring-answer.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** Marks them as answered, and tells who else asked. */
export async function findAnswered(dependencies: SessionDependencies, session: Session): Promise<void> {
  const { replies, sessions } = dependencies;
  const questions = await sessions.listQuestions(session.id);
  const all = questions.flatMap(({ askings }) => askings);
  for (const question of questions) {
    if (question.state !== 'open') continue;
    for (const asking of question.askings) {
      const isOnly = all.filter(({ ts }) => ts === asking.ts).length === 1;
      const posted = await replies.listForQuestion(session.team, session.channel, asking.ts);
      const since = posted.filter(({ postedAt }) => postedAt > (question.reopenedAt ?? 0));
      const found = since.flatMap((reply) => toFound(reply, asking, isOnly))[0];
      if (found === undefined) continue;
      await settle(dependencies, session, { question, asking, found });
      break;
    }
  }
}

interface Found {
  readonly entry: RepliedEntry;
  readonly by: string | null;
}

/** A message that asks one question is answered by any answer to it; one of several by what was posted for it. */
function toFound({ kind, entries, byline }: StoredReply, { wording }: Asking, isOnly: boolean): readonly Found[] {
  if (kind !== 'answer') return [];
  const by = byline?.kind === 'linked' ? byline.by : null;
  return entries
    .filter(({ asked }) => (asked === null ? isOnly : isOnly || asked.includes(wording)))
    .map((entry) => ({ entry, by }));
}

interface Answered {
  readonly question: SessionQuestion;
  readonly asking: Asking;
  readonly found: Found;
}

async function settle(dependencies: SessionDependencies, session: Session, { question, asking, found }: Answered) {
  const { entryKey } = found.entry;
  const answeredBy = found.by === null ? null : { name: found.by, user: '' };
  const to = { state: 'notes', entryKey, answer: null, answeredBy } as const;
  if (!(await dependencies.sessions.settle(question.id, ['open'], to))) return;
  const others = question.askings.filter(({ ts }) => ts !== asking.ts);
  const answered = { ...question, ...to, askings: [asking, ...others] };
  await bringEarlier(dependencies, session, { question: answered, askings: others });
}
