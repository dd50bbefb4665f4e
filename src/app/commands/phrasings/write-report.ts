// What `rolecall phrasings draft`, `import` and `mine` share: wordings written, looked at in the index, and told of.
import { writePhrasings } from '../../../files/write-phrasings.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { WordingMark } from '../../../knowledge/phrasings/add-wordings.ts';
import { notCoveredName } from '../../../knowledge/phrasings/parse-phrasings.ts';
import { count } from '../../../quality/summarize-notes.ts';
import { findLost, type LostWording } from '../../../use-cases/phrasings/find-lost.ts';
import { toNames } from '../../../use-cases/phrasings/holds-name.ts';
import {
  type LeftOutWording,
  objections,
  type ProposedWording,
  publishedBy,
} from '../../../use-cases/phrasings/judge-wordings.ts';
import { Wordings, type WrittenReport } from '../../../use-cases/phrasings/take-proposals.ts';
import { openSearch } from '../open-search.ts';
import type { CommandContext } from '../output.ts';

/** Wordings are shown of each kind at most so many; `--all` shows the rest. */
const shown = 10;

/** Opens the phrasings files for new wordings. `people`: names that are known besides the notes' authors. */
export function openWordings(
  { config }: CommandContext,
  { entries, notCovered, posts }: Knowledge,
  mark: WordingMark,
  people: readonly string[] = [],
): Wordings {
  const names = toNames([...posts.flatMap(({ authors }) => authors), ...people]);
  const write = async (note: string, wordings: ReadonlyMap<string, readonly string[]>) =>
    await writePhrasings(config.KNOWLEDGE_DIR, note, wordings, mark);
  return new Wordings({ entries, notCovered, names, published: publishedBy(entries) }, write);
}

/** Reads the notes anew, with what was written, and asks them each new wording while it is left out. */
export async function findWrittenLost(
  context: CommandContext,
  { kept }: Pick<WrittenReport, 'kept'>,
): Promise<readonly LostWording[]> {
  if (kept.length === 0) return [];
  const opened = await openSearch(context, { onFault: () => {} });
  try {
    return findLost((await opened.look()).index, kept);
  } finally {
    await opened.close();
  }
}

/** The report as JSON: entries by note and id. */
export function toReportJson({ files, faults, leftOut }: WrittenReport, lost: readonly LostWording[]) {
  return {
    files,
    faults,
    leftOut: leftOut.map((one) => ({ ...toPlace(one), wording: one.wording, why: one.objection })),
    findAnother: lost.map((one) => ({
      ...toPlace(one),
      wording: one.wording,
      found: { note: one.found.note, id: one.found.id },
    })),
  };
}

/** The report as lines for the terminal. */
export function renderReport(
  { files, faults, leftOut }: WrittenReport,
  lost: readonly LostWording[],
  isWhole: boolean,
): readonly string[] {
  const added = files.reduce((sum, file) => sum + file.added, 0);
  return [
    ...faults.map(({ file, problem }) => `${file}: not written. ${problem}`),
    ...files.map((file) => `${file.file}: ${file.added} added`),
    ...renderLeftOut(leftOut, isWhole),
    ...renderLost(lost, isWhole),
    ...(added === 0
      ? ['Nothing was written.']
      : [
          `${count(added, 'wording')} written. Look through them with git diff (a new file with git add -N first) and take out what you do not want.`,
        ]),
  ];
}

function renderLeftOut(leftOut: readonly LeftOutWording[], isWhole: boolean): readonly string[] {
  if (leftOut.length === 0) return [];
  const kinds = [...new Set(leftOut.map(({ objection }) => objection))];
  return [
    `Left out: ${count(leftOut.length, 'wording')}`,
    ...kinds.flatMap((kind) => {
      const own = leftOut.filter(({ objection }) => objection === kind);
      return [
        `  ${objections[kind]}:`,
        ...some(
          own.map((one) => `    ${toLine(one)}`),
          isWhole,
        ),
      ];
    }),
  ];
}

function renderLost(lost: readonly LostWording[], isWhole: boolean): readonly string[] {
  if (lost.length === 0) return [];
  const lines = lost.map((one) => `    ${toLine(one)} finds “${one.found.question}”`);
  return [
    'Written, but look at them: were they not there, these would find another entry. Keep what is right where it stands:',
    ...some(lines, isWhole),
  ];
}

/** At most so many of the lines, and how many more there are. */
export function some(lines: readonly string[], isWhole: boolean, most = shown): readonly string[] {
  if (isWhole || lines.length <= most) return lines;
  const indent = /^ */.exec(lines[0] ?? '')?.[0];
  return [...lines.slice(0, most), `${indent}… and ${lines.length - most} more (--all shows them)`];
}

function toLine(one: ProposedWording): string {
  const { id } = toPlace(one);
  return `“${one.wording.length > 160 ? `${one.wording.slice(0, 160)} …` : one.wording}” (${id})`;
}

function toPlace({ note, entry }: ProposedWording): { readonly note: string; readonly id: string } {
  return { note, id: entry?.id ?? notCoveredName };
}
