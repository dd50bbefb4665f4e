// `rolecall office-hours`: the draft of a post from a session in the state, or from a Slack export of a past one.
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openExport } from '../../exports/open-export.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { type DraftPost, type DraftSession, toDraftPost } from '../../office-hours/draft-post.ts';
import { draftFromExport } from '../../use-cases/office-hours/draft-from-export.ts';
import { readDraftSession } from '../../use-cases/office-hours/read-draft.ts';
import { createProgress, openSearch } from './open-search.ts';
import { type CommandContext, toJson } from './output.ts';
import { describeExport } from './phrasings/mine.ts';
import { withState } from './with-state.ts';

export interface OfficeHoursOptions {
  /** A Slack export, or null: a session in the state. */
  readonly path: string | null;
  /** Beginning of a session's id, or null: the newest. */
  readonly session: string | null;
  readonly channels: readonly string[];
  /** Ids and names of those who answered. */
  readonly team: readonly string[];
  readonly title: string | null;
  /** As ISO 8601. */
  readonly day: string | null;
  /** The folder that the files are written into. */
  readonly out: string;
  readonly json: boolean;
}

/** Writes the files; one that is there already stays. Returns the exit code: 1 where there is nothing to write. */
export async function runOfficeHours(context: CommandContext, options: OfficeHoursOptions): Promise<number> {
  const session = options.path === null ? await readKept(context, options) : await readExport(context, options);
  if (session === null)
    return fail(
      context,
      options,
      options.session === null
        ? 'No office hours were held yet, as far as the state in STATE_DIR says. Name an export to read a past session.'
        : `There is no session ${options.session} in the state.`,
    );
  const draft = toDraftPost(session);
  if (draft === null) {
    const why = options.path !== null && options.team.length === 0 ? ' Name who answered with --team.' : '';
    return fail(context, options, `No question has an answer that is not in the notes already.${why}`);
  }
  const files = [
    { path: join(options.out, draft.note), text: draft.text },
    ...(draft.phrasings === null
      ? []
      : [{ path: join(options.out, draft.phrasings.file), text: draft.phrasings.text }]),
  ];
  for (const { path } of files) if (await isThere(path)) return fail(context, options, `${path} is there already.`);
  await mkdir(options.out, { recursive: true });
  for (const { path, text } of files) await replaceFile(path, text);
  const paths = files.map(({ path }) => path);
  context.out(options.json ? toJson(toResult(session, draft, paths)) : toSummary(session, draft, paths));
  return 0;
}

function fail({ note, out }: CommandContext, { json }: OfficeHoursOptions, problem: string): number {
  note(problem);
  if (json) out(toJson({ files: [], answered: 0, open: [], covered: [] }));
  return 1;
}

async function readKept(context: CommandContext, { session: wanted, title }: OfficeHoursOptions) {
  const index = await openSearch(context);
  try {
    return await withState(context, async ({ sessions }) => {
      const newest = await sessions.listNewest(1000);
      const found = newest.find(({ id }) => wanted === null || id.startsWith(wanted));
      if (found === undefined) return null;
      const draft = await readDraftSession({ sessions, notes: index }, found);
      return title === null ? draft : { ...draft, title };
    });
  } finally {
    await index.close();
  }
}

async function readExport(context: CommandContext, options: OfficeHoursOptions): Promise<DraftSession> {
  const { channels, day, path, team, title } = options;
  const chat = await openExport(path ?? '', channels);
  const index = await openSearch(context);
  const progress = createProgress(context, 'Reading the export', chat.unit);
  try {
    const ids = describeExport(context, chat, team);
    const about = { title: title ?? toTitle(chat.channels), team: ids, day };
    const drafted = await draftFromExport(index, chat, about, (done) => progress.update(done, chat.size));
    for (const notice of chat.notices) context.note(notice);
    context.note(`${drafted.messages} messages asked ${drafted.asked} questions.`);
    return drafted;
  } finally {
    progress.stop();
    await Promise.all([index.close(), chat.close()]);
  }
}

function toTitle(channels: readonly string[]): string {
  return channels.length === 1 ? `Office hours in ${channels[0]}` : 'Office hours';
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

function listOpen({ questions }: DraftSession): readonly string[] {
  return questions.filter(({ answer }) => answer === null).map(({ heading }) => heading);
}

function toResult(session: DraftSession, { answered }: DraftPost, files: readonly string[]) {
  return { files, answered, open: listOpen(session), covered: session.covered.map(({ question }) => question) };
}

function toSummary(session: DraftSession, { answered }: DraftPost, files: readonly string[]): string {
  const open = listOpen(session);
  return [
    ...files.map((path) => `Wrote ${path}`),
    `${answered} answered, ${open.length} to follow up, ${session.covered.length} in the notes already.`,
    ...open.map((heading) => `  to follow up: ${heading}`),
  ].join('\n');
}
