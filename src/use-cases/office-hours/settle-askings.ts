// What was asked is compared with what was asked before in the session: the same question in other words is one question.

import { type Compared, isSameQuestion } from '../../office-hours/is-same-question.ts';
import type { AskedVector, Asking, Session, SessionQuestion } from '../../office-hours/session.ts';
import { findLink } from '../delivery/find-link.ts';
import type { SearchResult } from '../interfaces/searcher.ts';
import { findScope } from '../settings/settings-store.ts';
import { answerNameless } from './answer-nameless.ts';
import { bringEarlier } from './bring-answer.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** One after another, in the order in which they were asked: whoever calls this is the only one. */
export async function settleAskings(dependencies: SessionDependencies, session: Session): Promise<void> {
  const { searcher, sessions, settings } = dependencies;
  const questions = await sessions.listQuestions(session.id);
  const fresh = questions.flatMap(({ askings }) => askings).filter(({ isSettled }) => !isSettled);
  if (fresh.length === 0) return;
  const scope = await findScope(settings, session.team, session.channel);
  const { results } = await searcher.match(
    fresh.map(({ wording }) => wording),
    scope,
  );
  for (const [place, asking] of fresh.entries()) await settleOne(dependencies, session, asking, results[place]);
}

async function settleOne(
  dependencies: SessionDependencies,
  session: Session,
  asking: Asking,
  found: SearchResult | undefined,
): Promise<void> {
  const { sessions } = dependencies;
  const vector = toVector(found);
  const link = await findLink(dependencies, { channel: session.channel, ts: asking.ts });
  await sessions.saveAsking(asking.id, { vector, link });
  if (asking.asker === null) await answerNameless(dependencies, session, asking);
  const questions = await sessions.listQuestions(session.id);
  const own = questions.find(({ id }) => id === asking.questionId);
  const isAlone = own?.askings.length === 1;
  if (own !== undefined && isAlone) await mergeIntoEarlier(dependencies, session, { own, questions });
  await sessions.saveAsking(asking.id, { isSettled: true });
}

interface Among {
  readonly own: SessionQuestion;
  readonly questions: readonly SessionQuestion[];
}

/** What the notes have just answered joins what they answered before; what is open joins any question, and is told of its answer. */
async function mergeIntoEarlier(dependencies: SessionDependencies, session: Session, { own, questions }: Among) {
  const others = questions.filter(
    ({ id, state, askings }) =>
      id !== own.id && askings.some(({ isSettled }) => isSettled) && (own.state === 'open' || state === own.state),
  );
  const [asked] = toCompared(own);
  if (asked === undefined) return;
  const same = others.find((other) => toCompared(other).some((one) => isSameQuestion(asked, one)));
  if (same === undefined) return;
  if (!(await dependencies.sessions.merge(own.id, same.id))) return;
  if (own.state === 'open') await bringEarlier(dependencies, session, { question: same, askings: own.askings });
}

function toCompared({ askings, entryKey }: SessionQuestion): readonly Compared[] {
  return askings.map(({ wording, vector }) => ({ wording, vector, entryKey }));
}

/** Four digits are more than two questions differ by. */
export function toVector(found: SearchResult | undefined): AskedVector | null {
  const vector = found?.vector ?? null;
  if (vector === null) return null;
  return { encoder: vector.encoder, numbers: Array.from(vector.numbers, (number) => Number(number.toFixed(4))) };
}
