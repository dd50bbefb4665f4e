// Who took an unanswered question is reminded of it after two days, once.

import { type DeliverDependencies, deliver } from '../delivery/deliver.ts';
import { findLink } from '../delivery/find-link.ts';
import { ChatError } from '../interfaces/chat.ts';
import type { OpenQuestionStore } from '../interfaces/open-question-store.ts';

const afterMs = 2 * 86_400_000;

export async function remindTakers(
  dependencies: DeliverDependencies & { readonly openQuestions: OpenQuestionStore },
): Promise<void> {
  const { chat, clock, logger, openQuestions } = dependencies;
  for (const question of await openQuestions.listTaken(clock.now() - afterMs)) {
    const { team, channel, ts, position, taken, text } = question;
    if (taken === undefined) continue;
    try {
      const direct = await chat.openDirect(taken.user);
      await deliver(dependencies, {
        claim: { team, channel, ts: `${ts}:${position}:${taken.at}`, purpose: 'reminder' },
        to: { channel: direct, threadTs: null },
        posting: { kind: 'reminder', question: text, link: await findLink(dependencies, question) },
        record: { kind: 'nothing' },
      });
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      logger.warn({ channel, ts, err: error }, 'Who took a question could not be reminded');
      if (error.failure !== 'refused') continue;
    }
    await openQuestions.noteReminded(question, clock.now());
  }
}
