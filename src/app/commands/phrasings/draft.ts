// `rolecall phrasings draft`: wordings from a language model that sees the published notes, and nothing else.
import { ChatEndpoint } from '../../../drafting/chat-endpoint.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { count } from '../../../quality/summarize-notes.ts';
import { type DraftReport, draftPhrasings } from '../../../use-cases/phrasings/draft-phrasings.ts';
import type { Drafter } from '../../../use-cases/phrasings/drafter.ts';
import { countPlanned, type DraftingPlan, planDrafting } from '../../../use-cases/phrasings/plan-drafting.ts';
import type { Config } from '../../config.ts';
import { createProgress } from '../open-search.ts';
import { type CommandContext, toJson } from '../output.ts';
import { readAskable } from './prompt.ts';
import { findWrittenLost, openWordings, renderReport, some, toReportJson } from './write-report.ts';

export interface DraftOptions {
  readonly note: string | null;
  readonly wordings: number;
  readonly below: number;
  /** Requests under way at once. */
  readonly atOnce: number;
  readonly isDryRun: boolean;
  readonly all: boolean;
  readonly json: boolean;
}

/** Drafts and writes. Returns the exit code: 1 where it stopped early or something could not be used. Throws where no endpoint is named. */
export async function runDraft(context: CommandContext, options: DraftOptions): Promise<number> {
  const { note, wordings, below, isDryRun, json } = options;
  const endpoint = openEndpoint(context.config);
  const { knowledge, openNotes, nothing } = await readAskable(context, note);
  const plan = planDrafting(knowledge, openNotes, { note, wordings, below });
  const where = { host: endpoint.host, model: context.config.DRAFT_MODEL ?? '' };
  try {
    if (isDryRun) {
      context.out(json ? toJson(toPlanJson(plan, where)) : (nothing ?? describePlan(plan, where)));
      return 0;
    }
    context.note(nothing ?? describePlan(plan, where));
    return plan.notes.length === 0 && !json ? 0 : await draft(context, options, { endpoint, knowledge, plan });
  } finally {
    await endpoint.close();
  }
}

function openEndpoint({ DRAFT_URL: url, DRAFT_MODEL: model, DRAFT_API_KEY: apiKey }: Config): ChatEndpoint {
  if (url !== undefined && model !== undefined) return new ChatEndpoint({ url, model, apiKey: apiKey ?? null });
  const missing = url === undefined ? 'DRAFT_URL' : 'DRAFT_MODEL';
  throw new Error(
    `${missing} is not set. An OpenAI-compatible endpoint is named by both, as DRAFT_URL=http://localhost:11434/v1 DRAFT_MODEL=qwen3:8b for Ollama; or paste what "npm run rolecall -- phrasings prompt" prints into any assistant.`,
  );
}

interface DraftParts {
  readonly endpoint: ChatEndpoint;
  readonly knowledge: Knowledge;
  readonly plan: DraftingPlan;
}

async function draft(
  context: CommandContext,
  { atOnce, all, json }: DraftOptions,
  { endpoint, knowledge, plan }: DraftParts,
): Promise<number> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  const progress = createProgress(context, 'Asking for wordings', 'requests');
  const wordings = openWordings(context, knowledge, 'drafted');
  const { entries } = knowledge;
  const signal = interrupted.signal;
  const onRetry = (problem: string, pauseMs: number) =>
    progress.say(`${problem} Trying again in ${count(Math.ceil(pauseMs / 1000), 'second')}.`);
  const drafter: Drafter = { ask: (prompt, end) => endpoint.ask(prompt, end, onRetry) };
  const report = await draftPhrasings(
    { drafter, entries, wordings, atOnce, signal, onProgress: progress.update },
    plan,
  ).finally(() => {
    progress.stop();
    process.off('SIGINT', interrupt);
  });
  const lost = signal.aborted ? [] : await findWrittenLost(context, report);
  const { problems, stopped, answered, planned } = report;
  if (json) context.out(toJson({ ...toReportJson(report, lost), problems, stopped, answered, planned }));
  else context.out([...renderReport(report, lost, all), ...renderProblems(report, all)].join('\n'));
  return stopped !== null || problems.length > 0 || report.faults.length > 0 ? 1 : 0;
}

function renderProblems({ problems, stopped, answered, planned }: DraftReport, isWhole: boolean): readonly string[] {
  const lines = problems.map((problem) => `  ${problem}`);
  return [
    ...(problems.length === 0
      ? []
      : [`${count(problems.length, 'request')} brought nothing that could be used:`, ...some(lines, isWhole, 5)]),
    ...(stopped === null ? [] : [`Stopped after ${answered} of ${count(planned, 'request')}: ${stopped}`]),
    ...(stopped === null && problems.length === 0
      ? []
      : ['Run it again to go on: what an entry has is not asked for twice.']),
  ];
}

interface Where {
  readonly host: string;
  readonly model: string;
}

function describePlan(plan: DraftingPlan, { host, model }: Where): string {
  if (plan.notes.length === 0) return `Every entry has its wordings: nothing is sent to ${host}.`;
  const { sent, answered, requests } = countPlanned(plan);
  const about = [
    ...(plan.entries === 0 ? [] : [`for wordings of ${count(plan.entries, 'entry', 'entries')}`]),
    ...(plan.open === 0 ? [] : [`for what ${count(plan.open, 'note leaves', 'notes leave')} open`]),
  ].join(' and ');
  return `${host} gets the published text of ${count(plan.notes.length, 'note')} and is asked, as ${model}, ${about}: ${count(requests, 'request')}, about ${sent.toLocaleString('en')} tokens there and ${answered.toLocaleString('en')} back. Drafts of notes and what was said in Slack stay here.`;
}

function toPlanJson(plan: DraftingPlan, { host, model }: Where) {
  const { sent, answered, requests } = countPlanned(plan);
  const notes = plan.notes.map(({ note, portions }) => ({ note, requests: portions.length }));
  return { host, model, entries: plan.entries, open: plan.open, requests, tokens: { sent, answered }, notes };
}
