// `rolecall eval FILE`: how well the notes at hand answer a labelled set of questions.
import { readNamedFile } from '../../files/read-named-file.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type Evaluation, evaluate } from '../../quality/evaluate.ts';
import type { EvaluatedQuestion } from '../../quality/evaluated-question.ts';
import { type LabelledQuestion, parseLabelledQuestions } from '../../quality/labelled-question.ts';
import { renderEvaluation } from '../../quality/render-evaluation.ts';
import type { Searcher } from '../../use-cases/interfaces/searcher.ts';
import { decideAbout } from './ask.ts';
import { createProgress, openSearch } from './open-search.ts';
import { type CommandContext, toJson } from './output.ts';

/** Prints the evaluation. Throws where the file cannot be read or a line of it is wrong. Returns the exit code. */
export async function runEval(
  context: CommandContext,
  { file, json }: { readonly file: string; readonly json: boolean },
): Promise<number> {
  const questions = parseLabelledQuestions(await readNamedFile(file));
  const index = await openSearch(context);
  const progress = createProgress(context, 'Asking');
  try {
    const { knowledge } = await index.look();
    for (const name of findUnknownNames(questions, knowledge.entries)) {
      context.note(`No entry has the anchor or id "${name}", which the labelled set names.`);
    }
    const evaluation = await evaluateAll(index, questions, progress.update);
    context.out(json ? toJson(evaluation) : renderEvaluation(evaluation));
    return 0;
  } finally {
    progress.stop();
    await index.close();
  }
}

async function evaluateAll(
  searcher: Searcher,
  questions: readonly LabelledQuestion[],
  onProgress: (done: number, total: number) => void,
): Promise<Evaluation> {
  const evaluated: EvaluatedQuestion[] = [];
  for (const question of questions) {
    const decision = await decideAbout(searcher, question.text, 'channel');
    evaluated.push({
      question,
      matches: decision.matches,
      isAnsweredInChannel: decision.kind === 'answer',
      isSuggestedInChannel: decision.kind === 'suggest',
    });
    onProgress(evaluated.length, questions.length);
  }
  const { thresholds } = await searcher.match([]);
  return evaluate(evaluated, thresholds);
}

function findUnknownNames(questions: readonly LabelledQuestion[], entries: readonly Entry[]): readonly string[] {
  const known = new Set(entries.flatMap(({ id, anchor }) => [id, anchor]));
  return [...new Set(questions.flatMap(({ relevant }) => relevant))].filter((name) => !known.has(name));
}
