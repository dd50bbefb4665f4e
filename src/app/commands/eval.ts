// `rolecall eval FILE`: how well the notes at hand answer a labelled set of questions.
import { readNamedFile } from '../../files/read-named-file.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type Evaluation, evaluate } from '../../quality/evaluate.ts';
import { type EvaluatedQuestion, namesOf } from '../../quality/evaluated-question.ts';
import { type LabelledQuestion, parseLabelledQuestions } from '../../quality/labelled-question.ts';
import { renderEvaluation } from '../../quality/render-evaluation.ts';
import type { Searcher } from '../../use-cases/interfaces/searcher.ts';
import { decideAbout } from './ask.ts';
import { createProgress, openSearch } from './open-search.ts';
import { type CommandContext, toJson } from './output.ts';

/** Prints the evaluation. Throws where the file cannot be read, holds nothing to ask or a wrong line. Returns the exit code. */
export async function runEval(
  context: CommandContext,
  { file, json }: { readonly file: string; readonly json: boolean },
): Promise<number> {
  const labelled = parseLabelledQuestions(await readNamedFile(file));
  if (labelled.length === 0)
    throw new Error(`${file} holds no question: write one JSON object a line (npm run rolecall -- eval --help).`);
  const index = await openSearch(context);
  const progress = createProgress(context, 'Asking');
  try {
    const { knowledge } = await index.look();
    const isKnown = toIsKnown(knowledge.entries);
    for (const name of new Set(labelled.flatMap(({ relevant }) => relevant).filter((name) => !isKnown(name))))
      context.note(
        `No entry has the anchor, id or heading "${name}", which the labelled set names (npm run rolecall -- notes --json lists anchors).`,
      );
    // What only unknown entries answer says nothing about these notes.
    const questions = labelled.filter(({ relevant }) => relevant.length === 0 || relevant.some(isKnown));
    const leftOut = labelled.length - questions.length;
    if (leftOut > 0) context.note(`Left out for that: ${leftOut} of ${labelled.length} questions.`);
    if (questions.length === 0) return 1;
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

function toIsKnown(entries: readonly Entry[]): (name: string) => boolean {
  const known = new Set(entries.flatMap(namesOf));
  return (name) => known.has(name);
}
