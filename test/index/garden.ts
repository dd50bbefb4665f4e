// A small folder of notes for the tests of the index, which a test may write anew.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../files/temporary-folder.ts';

/** Questions with their answers. */
export type Questions = Readonly<Record<string, string>>;

export const GARDEN: Questions = {
  'When does the garden open?': 'The gate is open from eight to six, in summer until eight.',
  'Which tools may I borrow?': 'Spades, rakes and both wheelbarrows are in the shed.',
  'Who waters the greenhouse at weekends?': 'A rota hangs at the door; everybody takes two weekends a year.',
  'Are dogs allowed between the beds?': 'On a lead they are, but not near the bees.',
};

const NOTE = 'garden.md';
const HEAD = '---\ntitle: Working in the garden\nurl: https://garden.example/faq/\n---\n';

function toNote(questions: Questions): string {
  const sections = Object.entries(questions).map(([question, answer]) => `## ${question}\n\n${answer}\n`);
  return [HEAD, ...sections].join('\n');
}

/** A folder with one note, gone after the test. */
export async function plantGarden(questions: Questions = GARDEN): Promise<string> {
  return await temporaryFolder({ [NOTE]: toNote(questions) });
}

/** Writes the note anew. */
export async function replant(folder: string, questions: Questions): Promise<void> {
  await writeFile(join(folder, NOTE), toNote(questions));
}
