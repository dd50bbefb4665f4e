// Large made-up notes for timings.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SUBJECTS = ['contract', 'salary', 'mentor', 'laptop', 'garden', 'library', 'travel', 'exam', 'stipend', 'visa'];
const VERBS = ['apply for', 'change', 'pay for', 'find', 'return', 'extend', 'share', 'measure', 'cancel', 'improve'];
const CASES = ['in the first year', 'abroad', 'as a student', 'with a team', 'after the deadline', 'at weekends'];

/** Made-up notes: so many entries, each with so many phrasings and an answer of some three hundred words. */
export function makeKnowledge(count, phrasings) {
  const post = { note: 'notes.md', title: 'Notes', date: null, authors: [], url: null, closed: false, deadline: null };
  const pick = (list, number) => list[Math.abs(number) % list.length];
  const entries = Array.from({ length: count }, (_, place) => {
    const subject = `${pick(SUBJECTS, place)} ${Math.floor(place / 10)}`;
    const wording = (at) => `How do I ${pick(VERBS, place + at)} the ${subject} ${pick(CASES, place * 3 + at)}?`;
    const sentence = (at) =>
      `Whoever wants to ${pick(VERBS, at)} a ${subject} ${pick(CASES, at)} asks person ${at * place}.`;
    const answer = Array.from({ length: 5 }, (_, part) =>
      Array.from({ length: 5 }, (_, at) => sentence(part * 5 + at)).join(' '),
    );
    return {
      key: `key-${place}`,
      note: post.note,
      id: `entry-${place}`,
      question: wording(0),
      anchor: null,
      url: null,
      answer: answer.join('\n\n'),
      phrasings: Array.from({ length: phrasings }, (_, at) => wording(at + 1)),
      post,
    };
  });
  return { entries, posts: [post], notCovered: ['how much is a parking ticket', 'is there a gym'], faults: [] };
}

/** The text of `path`'s note, and that of the phrasings beside it. */
async function writeNote(path, title, entries) {
  const sections = entries.map(({ id, question, answer }) => `## ${question} {#${id}}\n\n${answer}\n`);
  await writeFile(path, `---\ntitle: ${title}\ndate: 2026-01-02\n---\n\n${sections.join('\n')}`);
  const lists = entries.map(
    ({ id, phrasings }) => `${id}:\n${phrasings.map((wording) => `  - ${wording}\n`).join('')}`,
  );
  if (entries.some(({ phrasings }) => phrasings.length > 0))
    await writeFile(path.replace(/md$/, 'phrasings.yml'), lists.join(''));
}

/** Writes the entries of `knowledge` into a folder, as so many notes with their phrasings, and gives the notes' paths. */
export async function writeNotes(folder, { entries }, notes) {
  const perNote = Math.ceil(entries.length / notes);
  const paths = Array.from({ length: notes }, (_, at) => join(folder, `notes-${at}.md`));
  for (const [at, path] of paths.entries())
    await writeNote(path, `Notes ${at}`, entries.slice(at * perNote, (at + 1) * perNote));
  return paths;
}
