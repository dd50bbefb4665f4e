// The workflow step *Answer from the notes*: a question in, the answer of the notes out, word for word. Edge.
import type { App } from '@slack/bolt';
import { findEntries } from '../../use-cases/assistants/find-entries.ts';
import type { Bot } from '../bot.ts';
import { answerStep } from './answer-step.ts';

/** Longest question, in characters. */
const longestQuestion = 1000;

/** Only what is certain comes out; else `is_answered` is false and the texts are empty, so that the workflow can go another way. */
export function registerAnswerStep(app: App, bot: Bot): void {
  app.function(answerStep, async ({ inputs, complete, fail }) => {
    const { question } = inputs;
    if (typeof question !== 'string' || question.trim() === '') {
      await fail({ error: 'The step needs a question.' });
      return;
    }
    const found = await findEntries(bot, question.slice(0, longestQuestion));
    const entry = found.find(({ verdict }) => verdict === 'answered')?.entries[0];
    await complete({
      outputs: {
        is_answered: entry !== undefined,
        answer: entry?.answer ?? '',
        link: entry?.url ?? '',
        matched_question: entry?.question ?? '',
      },
    });
  });
}
