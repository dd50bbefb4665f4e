// `rolecall phrasings mine EXPORT`: what people really asked, as wordings. Nothing leaves the machine.
import { openExport } from '../../../exports/open-export.ts';
import { count } from '../../../quality/summarize-notes.ts';
import { type MinedQuestions, mineQuestions, toProposed } from '../../../use-cases/phrasings/mine-questions.ts';
import type { AskedGroup } from '../../../use-cases/phrasings/sort-asked.ts';
import type { WrittenReport } from '../../../use-cases/phrasings/take-proposals.ts';
import type { ChatExport } from '../../../use-cases/rehearse/chat-export.ts';
import { nameChannels } from '../../../use-cases/rehearse/rehearsal-words.ts';
import { createProgress, openSearch } from '../open-search.ts';
import { type CommandContext, toJson } from '../output.ts';
import { findWrittenLost, openWordings, renderReport, some, toReportJson } from './write-report.ts';

export interface ExportSelection {
  /** A Slack export (zip or folder), or a file with a message a line. */
  readonly path: string;
  /** Channels by name or id; none: all public ones. */
  readonly channels: readonly string[];
  /** Ids and names of those who are no candidates. */
  readonly team: readonly string[];
}

export interface MineOptions extends ExportSelection {
  readonly all: boolean;
  readonly json: boolean;
}

const shown = 20;

/** Says what is read and what is not. Gives the ids of the team. */
export function describeExport(
  { note }: CommandContext,
  chat: ChatExport,
  team: readonly string[],
): ReadonlySet<string> {
  const { ids, unknown } = chat.findPeople(team);
  if (chat.unit === 'days')
    note(
      chat.channels.length === 0
        ? 'The export has no public channel with messages.'
        : `Reads ${nameChannels(chat.channels)}, on this machine only.`,
    );
  if (chat.privateChannels.length > 0)
    note(`Not public, and read only where --channel names them: ${nameChannels(chat.privateChannels)}.`);
  if (unknown.length > 0) note(`Nobody in the export is called ${unknown.join(', ')}.`);
  return ids;
}

/** Writes what can be written and tells the rest. Returns the exit code. Throws where the export or the notes cannot be read. */
export async function runMine(
  context: CommandContext,
  { path, channels, team, all, json }: MineOptions,
): Promise<number> {
  const chat = await openExport(path, channels);
  const index = await openSearch(context);
  const progress = createProgress(context, 'Reading the export', chat.unit);
  try {
    const ids = describeExport(context, chat, team);
    const { knowledge } = await index.look();
    const mined = await mineQuestions(index, chat, ids, (done) => progress.update(done, chat.size));
    progress.stop();
    for (const notice of chat.notices) context.note(notice);
    const wordings = openWordings(context, knowledge, 'asked in Slack', chat.people);
    await wordings.add(toProposed(mined, knowledge.entries[0]?.note ?? ''));
    const { report } = wordings;
    const lost = await findWrittenLost(context, report);
    const doubtful = findDoubtful(mined, report);
    if (json) context.out(toJson({ ...toReportJson(report, lost), ...toMinedJson(mined, doubtful) }));
    else {
      const lines = [...renderReport(report, lost, all), ...renderMined(mined, doubtful, all)];
      context.out([toSummary(mined), ...lines].join('\n'));
    }
    return report.faults.length > 0 ? 1 : 0;
  } finally {
    progress.stop();
    await Promise.all([index.close(), chat.close()]);
  }
}

function toSummary({ messages, questions, found, open, missing, unsure }: MinedQuestions): string {
  const groups = found.length + open.length + missing.length + unsure.length;
  return `${count(messages, 'message')} asked ${count(questions, 'question')}, ${groups.toLocaleString('en')} different ones: ${found.length} for an entry, ${open.length} that the notes leave open, ${missing.length} that several people miss, ${unsure.length} unsure.`;
}

type Found = MinedQuestions['found'][number];

/** What was written though the bot would not have answered it, the most doubtful first. */
function findDoubtful({ found }: MinedQuestions, { kept }: Pick<WrittenReport, 'kept'>): readonly Found[] {
  const written = new Set(kept.map(({ wording }) => wording));
  return found
    .filter(({ text, isAnswered }) => !isAnswered && written.has(text))
    .sort((one, other) => one.confidence - other.confidence);
}

function renderMined(
  { missing, unsure, toOthers }: MinedQuestions,
  doubtful: readonly Found[],
  isWhole: boolean,
): readonly string[] {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...some(lines, isWhole, shown)];
  const toLine = ({ text, askers }: AskedGroup) => `  ${String(askers).padStart(4)}  ${text}`;
  return [
    ...part(
      'Written, but look at these first: the bot would not have answered them by itself.',
      doubtful.map(
        ({ text, confidence, entry }) => `  ${Math.round(100 * confidence)}%  “${text}” (${entry.note}#${entry.id})`,
      ),
    ),
    ...part('Many ask this and no note answers it; a note would help more than any wording:', missing.map(toLine)),
    ...part(
      'Not written, for the notes may answer these or not; where the entry is right, add the line yourself:',
      unsure.map((group) => `${toLine(group)}\n        perhaps ${group.entry.note}#${group.entry.id}`),
    ),
    ...(toOthers === 0
      ? []
      : [
          `${count(toOthers, 'message')} ${toOthers === 1 ? 'asks' : 'ask'} somebody by name and ${toOthers === 1 ? 'is' : 'are'} left out; --team names those who answer for the team, and what they are asked counts.`,
        ]),
  ];
}

function toMinedJson({ messages, questions, toOthers, missing, unsure }: MinedQuestions, doubtful: readonly Found[]) {
  return {
    messages,
    questions,
    toOthers,
    doubtful: doubtful.map(({ text, confidence, entry }) => ({ text, confidence, note: entry.note, id: entry.id })),
    missing,
    unsure: unsure.map(({ text, askers, entry }) => ({ text, askers, note: entry.note, id: entry.id })),
  };
}
