// `rolecall phrasings draft`, `prompt` and `import` as a person meets them: files, output, exit codes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  type ChatRequest,
  type LoopbackChat,
  say,
  sectionsOf,
  startLoopbackChat,
} from '../../drafting/loopback-chat.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolecall-wordings-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const garden = `---
title: Garden fellowship
url: https://garden.example.org/fellowship/
---

## How long does the fellowship last?

It lasts nine months, from March to November, and begins with a week in the seed house.

## Do I have to live near the garden?

No. Two visits a month are enough, and the train is paid.

## What does the fellowship pay?

Fellows receive 900 euros on the first Monday of each month.
`;

const shed = `---
title: Tool shed
url: https://garden.example.org/shed/
---

## Can I borrow a spade?

Yes, for three days.
`;

const ids = ['how-long-does-the-fellowship-last', 'do-i-have-to-live-near-the-garden', 'what-does-the-fellowship-pay'];

function writeNotes(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(folder, 'notes-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  return place;
}

/** Two wordings for each section, or two questions that are left open. */
function answerWell(request: ChatRequest): unknown {
  const sections = sectionsOf(request);
  const isOpen = request.messages.at(-1)?.content.includes('"wordings"') === false;
  if (isOpen) return { notCovered: [`car park near ${sections[0]}`, `a dog in ${sections[0]}`] };
  return { entries: sections.map((id) => ({ id, wordings: [`first thing about ${id}`, `second thing about ${id}`] })) };
}

async function openChat(answer: (request: ChatRequest) => unknown = answerWell): Promise<LoopbackChat> {
  const chat = await startLoopbackChat(answer);
  onTestFinished(() => chat.close());
  return chat;
}

const toEnv = (notes: string, chat?: LoopbackChat) => ({
  KNOWLEDGE_DIR: notes,
  ...(chat === undefined ? {} : { DRAFT_URL: chat.url, DRAFT_MODEL: 'tiny', DRAFT_API_KEY: 'secret' }),
});

describe('phrasings draft', () => {
  it('writes marked wordings for what lacks them and what the notes leave open, keeping what people wrote', async () => {
    const chat = await openChat();
    const written = `# ours, by hand
${ids[0]}: # the commonest
  - until when # Tom asked
  - nine months?
  - end date
  - start date
  - how many weeks
${ids[1]}:
- remote  # twice a month

# the end
`;
    const notes = writeNotes({ 'garden.md': garden, 'garden.phrasings.yml': written, 'shed.md': shed });
    const { code, out, err } = await runCli(['phrasings', 'draft'], { env: toEnv(notes, chat) });
    expect(code).toBe(0);
    expect(err).toMatch(
      /^127\.0\.0\.1:\d+ gets the published text of 2 notes and is asked, as tiny, for wordings of 3 entries and for what 2 notes leave open: 4 requests/,
    );
    expect(out).toContain('garden.phrasings.yml: 6 added\nshed.phrasings.yml: 4 added');
    expect(readFileSync(join(notes, 'garden.phrasings.yml'), 'utf8')).toBe(`# ours, by hand
${ids[0]}: # the commonest
  - until when # Tom asked
  - nine months?
  - end date
  - start date
  - how many weeks
${ids[1]}:
- remote  # twice a month
- first thing about ${ids[1]} # drafted
- second thing about ${ids[1]} # drafted

# the end
${ids[2]}:
  - first thing about ${ids[2]} # drafted
  - second thing about ${ids[2]} # drafted
not-covered:
  - car park near ${ids[0]} # drafted
  - a dog in ${ids[0]} # drafted
`);
    expect(chat.requests.every(({ authorization }) => authorization === 'Bearer secret')).toBe(true);
    expect(chat.requests.flatMap(sectionsOf)).not.toContain('secret');
  });

  it('sends nothing of what people said, and no draft of a note', async () => {
    const chat = await openChat();
    const draft = '---\ntitle: Soon\ndraft: true\n---\n\n## Who replaces Ines?\n\nNobody knows.\n';
    const notes = writeNotes({
      'garden.md': garden,
      'garden.phrasings.yml': `${ids[0]}:\n  - as Tom asked\n`,
      'soon.md': draft,
    });
    await runCli(['phrasings', 'draft'], { env: toEnv(notes, chat) });
    const sent = JSON.stringify(chat.requests);
    expect(sent).toContain('nine months');
    expect(sent).not.toContain('Tom');
    expect(sent).not.toContain('Ines');
  });

  it('says with --dry-run which host would get what, and asks nobody', async () => {
    const chat = await openChat();
    const notes = writeNotes({ 'garden.md': garden });
    const { code, out, err } = await runCli(['phrasings', 'draft', '--dry-run'], { env: toEnv(notes, chat) });
    expect({ code, err, asked: chat.requests.length }).toEqual({ code: 0, err: '', asked: 0 });
    expect(out).toMatch(
      /^127\.0\.0\.1:\d+ gets the published text of 1 note .* about [\d,]+ tokens there and [\d,]+ back\./,
    );
    const asJson = await runCli(['phrasings', 'draft', '--dry-run', '--json'], { env: toEnv(notes, chat) });
    expect(JSON.parse(asJson.out)).toMatchObject({ model: 'tiny', entries: 3, open: 1, requests: 2 });
    expect(readdirSync(notes)).toEqual(['garden.md']);
  });

  it('wants sixteen wordings of an entry, and asks about fewer entries at once the more are wanted', async () => {
    const chat = await openChat();
    const headings = ['owls', 'newts', 'bats', 'moths', 'frogs', 'voles', 'crabs'];
    const sections = headings.map((name) => `## Who counts the ${name}?\n\nOne volunteer a week counts the ${name}.\n`);
    const notes = writeNotes({ 'count.md': sections.join('\n') });
    const plan = async (...more: readonly string[]) => {
      const options = ['phrasings', 'draft', '--dry-run', '--json', ...more];
      return JSON.parse((await runCli(options, { env: toEnv(notes, chat) })).out).requests;
    };
    // The last request is for what the note leaves open.
    expect(await plan()).toBe(3 + 1);
    expect(await plan('--wordings', '8')).toBe(2 + 1);
    expect(await plan('--wordings', '40')).toBe(7 + 1);
    const { out } = await runCli(['phrasings', 'prompt'], { env: toEnv(notes) });
    expect(out).toContain('write 16 wordings of the question');
    expect(out).toContain('at least 2 with two to four keywords');
    expect(out).toContain('at least 4 that ask for one particular fact');
  });

  it('goes on where it stopped, and asks nothing twice', async () => {
    const notes = writeNotes({ 'garden.md': garden, 'shed.md': shed });
    const many = (request: ChatRequest) => {
      const { entries = [], ...rest } = answerWell(request) as { entries?: { id: string }[] };
      const more = entries.map(({ id }) => ({
        id,
        wordings: ['one', 'two', 'three', 'four', 'five'].map((word) => `${word} of ${id}`),
      }));
      return entries.length === 0 ? rest : { entries: more };
    };
    const failing = await openChat(many);
    failing.answers.push(
      (response) => say(response, many(failing.requests.at(-1) as ChatRequest)),
      (response) => response.writeHead(401).end('the credit is used up'),
    );
    const first = await runCli(['phrasings', 'draft', '--at-once', '1'], { env: toEnv(notes, failing) });
    expect(first.code).toBe(1);
    expect(first.out).toContain('Stopped after 1 of 4 requests: ');
    expect(first.out).toContain('answered 401: the credit is used up.\nRun it again');
    expect(readFileSync(join(notes, 'garden.phrasings.yml'), 'utf8')).toContain(`five of ${ids[2]} # drafted`);
    const chat = await openChat(many);
    const second = await runCli(['phrasings', 'draft'], { env: toEnv(notes, chat) });
    expect(second.code).toBe(0);
    expect(chat.requests.map(sectionsOf)).toEqual([ids, ['can-i-borrow-a-spade'], ['can-i-borrow-a-spade']]);
    const third = await runCli(['phrasings', 'draft'], { env: toEnv(notes, chat) });
    expect(third).toMatchObject({ code: 0, out: '' });
    expect(third.err).toMatch(/^Every entry has its wordings: nothing is sent/);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', 'I would rather not.', 'The answer holds no wordings in the form that was asked for.'],
    ['other ids', { entries: [{ id: 'other', wordings: ['a', 'b'] }] }, 'The answer names other ids: other.'],
    ['nothing', '', 'The answer holds no wordings in the form that was asked for.'],
    ['no list', { entries: 'none' }, 'The answer holds no wordings in the form that was asked for.'],
  ])('says what is wrong where the model answers with %s, and writes no file', async (_, answer, problem) => {
    const chat = await openChat(() => answer);
    const notes = writeNotes({ 'shed.md': shed });
    const { code, out } = await runCli(['phrasings', 'draft'], { env: toEnv(notes, chat) });
    expect(code).toBe(1);
    expect(out).toContain(problem);
    expect(out).toContain('Nothing was written.');
    expect(readdirSync(notes)).toEqual(['shed.md']);
  });

  it('takes what is whole of half an answer, and leaves answers out', async () => {
    const answer =
      '{"entries": [{"id": "can-i-borrow-a-spade", "wordings": ["spade loan", "You can borrow a spade, yes, for three days", "lend me a sp';
    const chat = await openChat(() => answer);
    const notes = writeNotes({ 'shed.md': `${shed.replace('Yes, for', 'You can borrow a spade, yes, for')}` });
    const { out } = await runCli(['phrasings', 'draft'], { env: toEnv(notes, chat) });
    expect(readFileSync(join(notes, 'shed.phrasings.yml'), 'utf8')).toBe(
      'can-i-borrow-a-spade:\n  - spade loan # drafted\n',
    );
    expect(out).toContain('is an answer:\n    “You can borrow a spade, yes, for three days” (can-i-borrow-a-spade)');
  });

  it('leaves a file alone that it does not understand, and goes on with the others', async () => {
    const chat = await openChat();
    const notes = writeNotes({ 'garden.md': garden, 'garden.phrasings.yml': 'q: [', 'shed.md': shed });
    const { code, out } = await runCli(['phrasings', 'draft'], { env: toEnv(notes, chat) });
    expect(code).toBe(1);
    expect(out).toContain('garden.md: not written. garden.phrasings.yml:1: ');
    expect(out).toContain('shed.phrasings.yml: 4 added');
    expect(readFileSync(join(notes, 'garden.phrasings.yml'), 'utf8')).toBe('q: [');
  });

  it('names the way where no endpoint is set', async () => {
    const { code, err } = await runCli(['phrasings', 'draft'], { env: toEnv(writeNotes({ 'shed.md': shed })) });
    expect(code).toBe(1);
    expect(err).toContain('DRAFT_URL is not set.');
    expect(err).toContain('npm run rolecall -- phrasings prompt');
  });
});

describe('phrasings prompt and import', () => {
  it('go around: what was imported is not asked for again', async () => {
    const notes = writeNotes({ 'garden.md': garden, 'shed.md': shed });
    const asked = await runCli(['phrasings', 'prompt', '--most', '3'], { env: toEnv(notes) });
    expect(asked.code).toBe(0);
    for (const id of ids) expect(asked.out).toContain(`<section id="${id}">`);
    expect(asked.out).toContain('- Can I borrow a spade?');
    expect(asked.err).toContain('1 more waits');
    const wordings = ['one', 'two', 'three', 'four', 'five'].map((word) => `${word} kinds of`);
    const said = ids.map((id) => ({ id, wordings: wordings.map((wording) => `${wording} ${id}`) }));
    const answer = `Here you are:\n\`\`\`json\n${JSON.stringify({ entries: [...said, { id: 'what-else', wordings: ['x'] }], notCovered: ['car park'] })}\n\`\`\``;
    const imported = await runCli(['phrasings', 'import', '-'], { env: toEnv(notes), input: answer });
    expect(imported.code).toBe(0);
    expect(imported.out).toContain(
      'No entry is called so, or several are and want their note before it (note.md#id); their wordings are left out (1 id):\n  what-else',
    );
    expect(imported.out).toContain('garden.phrasings.yml: 16 added');
    const next = await runCli(['phrasings', 'prompt'], { env: toEnv(notes) });
    expect(next.out).not.toContain(`<section id="${ids[0]}">`);
    expect(next.out).toContain('<section id="can-i-borrow-a-spade">');
  });

  it('asks again for entries with fewer wordings than are named, and takes half an answer out of a pipe', async () => {
    const notes = writeNotes({ 'garden.md': garden });
    const wordings = ['one', 'two', 'three', 'four', 'five', 'six'].map((word) => `${word} kinds of ${ids[0]}`);
    const answer = `{"entries": [{"id": "${ids[0]}", "wordings": ${JSON.stringify(wordings)}}, {"id": "${ids[1]}", "wordings": ["a half`;
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [imported] = await Promise.all([
      runCli(['phrasings', 'import', pipe], { env: toEnv(notes) }),
      writeFile(pipe, answer),
    ]);
    expect(imported.out).toContain('garden.phrasings.yml: 6 added');
    expect(imported.out).toContain('what was whole is taken');
    const asked = async (...more: readonly string[]) =>
      (await runCli(['phrasings', 'prompt', ...more], { env: toEnv(notes) })).out.includes(`<section id="${ids[0]}">`);
    expect(await asked()).toBe(false);
    expect(await asked('--below', '7')).toBe(true);
    expect(await asked('--below', '6')).toBe(false);
  });

  it('names what keeps a phrasings file from being read, and a note without a question', async () => {
    const notes = writeNotes({ 'garden.md': garden, 'garden.phrasings.yml': 'q: [', 'empty.md': '# Nothing yet\n' });
    const broken = await runCli(['phrasings', 'prompt', 'garden.md'], { env: toEnv(notes) });
    expect(broken.err).toContain('garden.phrasings.yml');
    const { out, err } = await runCli(['phrasings', 'prompt', 'empty.md'], { env: toEnv(notes) });
    expect(out).toBe('');
    expect(err).toContain('No question with an answer was found in empty.md; there is nothing to ask for.');
  });

  it('says that a text holds no wordings, and writes nothing', async () => {
    const notes = writeNotes({ 'shed.md': shed });
    const { code, err } = await runCli(['phrasings', 'import', '-'], { env: toEnv(notes), input: 'Sorry, I cannot.' });
    expect(code).toBe(1);
    expect(err).toContain('Standard input holds no wordings.');
    expect(readdirSync(notes)).toEqual(['shed.md']);
  });

  it('lists a wording that finds another entry once it is left out', async () => {
    const notes = writeNotes({ 'garden.md': garden });
    const answer = { entries: [{ id: ids[1], wordings: ['how many euros each month'] }] };
    const { out } = await runCli(['phrasings', 'import', '-'], { env: toEnv(notes), input: JSON.stringify(answer) });
    expect(out).toContain(`“how many euros each month” (${ids[1]}) finds “What does the fellowship pay?”`);
    expect(readFileSync(join(notes, 'garden.phrasings.yml'), 'utf8')).toContain('how many euros each month');
  });

  it('writes beside a single note, and into a file that ends with .yaml', async () => {
    const notes = writeNotes({ 'shed.md': shed, 'shed.phrasings.yaml': 'can-i-borrow-a-spade:\n  - ours\n' });
    const answer = JSON.stringify({ entries: [{ id: 'can-i-borrow-a-spade', wordings: ['lend a spade'] }] });
    const { code } = await runCli(['phrasings', 'import', '-'], { env: toEnv(join(notes, 'shed.md')), input: answer });
    expect(code).toBe(0);
    expect(readdirSync(notes).sort()).toEqual(['shed.md', 'shed.phrasings.yaml']);
    expect(readFileSync(join(notes, 'shed.phrasings.yaml'), 'utf8')).toContain('- ours\n  - lend a spade # drafted\n');
  });
});
