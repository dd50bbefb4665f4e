// `rolecall rehearse EXPORT`: what the bot would have said, before it is installed. Nothing leaves the machine, nothing is posted.

import { reasons } from '../../answer/wording.ts';
import { openExport } from '../../exports/open-export.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { type Rehearsal, RehearsalCounter } from '../../use-cases/rehearse/rehearsal.ts';
import { renderRehearsal } from '../../use-cases/rehearse/render-rehearsal.ts';
import { replay } from '../../use-cases/rehearse/replay.ts';
import { toRehearsalPage } from '../../use-cases/rehearse/to-rehearsal-page.ts';
import { createProgress, openSearch } from './open-search.ts';
import { type CommandContext, toJson } from './output.ts';
import { describeExport, type ExportSelection } from './phrasings/mine.ts';

export interface RehearseOptions extends ExportSelection {
  /** Where the page goes, or null for none. */
  readonly html: string | null;
  readonly all: boolean;
  readonly json: boolean;
}

/** Prints the rehearsal and writes its page. Returns the exit code. Throws where the export or the notes cannot be read, or the page not written. */
export async function runRehearse(context: CommandContext, options: RehearseOptions): Promise<number> {
  const { path, channels, team, html, all, json } = options;
  const chat = await openExport(path, channels);
  try {
    const ids = describeExport(context, chat, team);
    const index = await openSearch(context);
    const progress = createProgress(context, 'Rehearsing', chat.unit);
    const counter = new RehearsalCounter();
    try {
      const messages = chat.read((done) => progress.update(done, chat.size));
      for await (const replayed of replay(index, messages, ids)) counter.note(replayed);
    } finally {
      progress.stop();
      await index.close();
    }
    for (const notice of chat.notices) context.note(notice);
    const rehearsal = counter.finish();
    if (html !== null) {
      const madeOn = new Date().toISOString().slice(0, 10);
      await replaceFile(html, toRehearsalPage(rehearsal, { channels: chat.channels, madeOn }));
    }
    context.out(
      json ? toJson(toRehearsalJson(rehearsal, chat.channels)) : renderRehearsal(rehearsal, chat.channels, all),
    );
    if (html !== null) context.note(`The page is ${html}.`);
    return 0;
  } finally {
    await chat.close();
  }
}

function toRehearsalJson(rehearsal: Rehearsal, channels: readonly string[]) {
  const leftAlone = rehearsal.leftAlone.map(({ reason, ...rest }) => ({ reason: reasons[reason], ...rest }));
  const toRow = ({ entry, count, examples }: Rehearsal['answered'][number]) => {
    const { question, url, note, id } = entry;
    return { question, url, note, id, count, examples };
  };
  return {
    channels,
    ...rehearsal,
    answered: rehearsal.answered.map(toRow),
    suggested: rehearsal.suggested.map(toRow),
    leftAlone,
  };
}
