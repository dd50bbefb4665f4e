// Slack exports and lists of lines: what is read of them, and what hostile ones come to.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportLimits } from '../../src/exports/export-limits.ts';
import { openExport } from '../../src/exports/open-export.ts';
import type { ChatExport, ExportedMessage } from '../../src/use-cases/rehearse/chat-export.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { makeExport } from './made-export.ts';
import { type ZippedFile, zip } from './zip.ts';

const made = makeExport();

async function writeZip(files: readonly ZippedFile[]): Promise<string> {
  return join(await temporaryFolder({ 'export.zip': zip(files) }), 'export.zip');
}

async function writeFolder(files: readonly ZippedFile[]): Promise<string> {
  const folder = await temporaryFolder({});
  for (const { name, data } of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), data);
  }
  return folder;
}

async function open(...given: Parameters<typeof openExport>): Promise<ChatExport> {
  const chat = await openExport(...given);
  onTestFinished(async () => await chat.close());
  return chat;
}

async function readAll(chat: ChatExport): Promise<readonly ExportedMessage[]> {
  const messages: ExportedMessage[] = [];
  for await (const message of chat.read()) messages.push(message);
  return messages;
}

const lists: readonly ZippedFile[] = [
  { name: 'channels.json', data: JSON.stringify([{ id: 'C1', name: 'help' }]) },
  { name: 'users.json', data: '[]' },
];
const message = (text: string) => JSON.stringify([{ type: 'message', user: 'U1', ts: '1.1', text }]);

describe('a Slack export', () => {
  it('is read the same from an archive, a folder, and an archive with a folder around it', async () => {
    const messages = await readAll(await open(await writeZip(made)));
    expect(messages.length).toBeGreaterThan(250);
    expect(await readAll(await open(await writeFolder(made)))).toEqual(messages);
    const inside = made.map((file) => ({ ...file, name: `Library Slack export/${file.name}` }));
    expect(await readAll(await open(await writeZip(inside)))).toEqual(messages);
  });

  it('gives what people wrote in public channels, in order, edits and files among it, bots and joins not', async () => {
    const chat = await open(await writeZip(made));
    expect(chat).toMatchObject({ channels: ['general', 'help', 'hilfe'], privateChannels: ['D01', 'jury'] });
    const messages = await readAll(chat);
    const texts = messages.map(({ text }) => text);
    for (const word of ['Build 41', 'deploy', 'has joined', 'residents?']) expect(texts.join('\n')).not.toContain(word);
    expect(texts.some((text) => text.endsWith('<mailto:ravi@example.org|ravi@example.org>'))).toBe(true);
    expect(messages.some(({ threadTs }) => threadTs !== null)).toBe(true);
    const times = messages.filter(({ channel }) => channel === 'help').map(({ ts }) => Number(ts));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  it('gives private channels only where they are named, by name or id', async () => {
    const path = await writeZip(made);
    for (const name of ['jury', '#jury', 'G01']) {
      expect((await readAll(await open(path, [name]))).map(({ text }) => text)).toEqual([
        'What do we pay the residents?',
      ]);
    }
    await expect(openExport(path, ['kitchen'])).rejects.toThrow(
      'The export has no channel kitchen. It has: D01, general, help, hilfe, jury',
    );
  });

  it('finds people by id and by whatever they are called', async () => {
    const chat = await open(await writeZip(made));
    expect(chat.findPeople(['U03', '@mona', 'Tom Ferry', 'nobody'])).toEqual({
      ids: new Set(['U03', 'U01', 'U02']),
      unknown: ['nobody'],
    });
  });

  it('leaves out a day that is no JSON, and says so', async () => {
    const chat = await open(
      await writeZip([
        ...lists,
        { name: 'help/2026-01-01.json', data: '[{"type"' },
        { name: 'help/2026-01-02.json', data: message('hello') },
        { name: 'help/2026-01-03.json', data: '{"a": [null, 3]}' },
      ]),
    );
    expect((await readAll(chat)).map(({ text }) => text)).toEqual(['hello']);
    expect(chat.notices).toEqual(['help/2026-01-01.json is no JSON and is left out.']);
  });
});

describe('a hostile export', () => {
  const day = 'help/2026-01-01.json';

  it.each<[string, readonly ZippedFile[], RegExp]>([
    [
      'names a place above itself',
      [...lists, { name: '../../etc/x.json', data: '[]' }],
      /names a file outside of itself \(\.\.\/\.\.\/etc\/x\.json\) and is not read/,
    ],
    [
      'names an absolute place',
      [...lists, { name: '/etc/x.json', data: '[]' }],
      /names a file outside of itself \(\/etc\/x\.json\)/,
    ],
    ['is a bomb', [...lists, { name: day, data: `["${'a'.repeat(20_000_000)}"]` }], /packed more than 200 times/],
    [
      'has a day that is too large',
      [...lists, { name: day, data: `["${'abcdefgh'.repeat(4_000_000)}"]` }],
      /at most 25165824 are read/,
    ],
    [
      'lies about a size',
      [...lists, { name: day, data: `["${'a'.repeat(3_000_000)}"]`, claimedBytes: 100 }],
      /cannot be read: .*too many bytes/,
    ],
    ['is none', [{ name: 'notes.json', data: '[]' }], /This is no Slack export/],
  ])('that %s is refused', async (_, files, problem) => {
    const read = async () => await readAll(await open(await writeZip(files)));
    await expect(read()).rejects.toThrow(problem);
  });

  it('is refused where it has too many files, or too much in them', async () => {
    const path = await writeZip([...lists, { name: day, data: message('hello') }]);
    await expect(openExport(path, [], { ...exportLimits, files: 2 })).rejects.toThrow('more than 2 files');
    const folder = await writeFolder([...lists, { name: day, data: message('hello') }]);
    await expect(openExport(folder, [], { ...exportLimits, files: 2 })).rejects.toThrow('more than 2 files');
    const chat = await open(path, [], { ...exportLimits, totalBytes: 60 });
    await expect(readAll(chat)).rejects.toThrow('more than 60 bytes');
  });

  it('has its links left alone, and what lies too deep', async () => {
    const link = { name: 'help/2026-01-02.json', data: '/etc/passwd', mode: 0o120777 };
    const deep = { name: 'a/b/c/d/e/f/g.json', data: '[]' };
    const zipped = await open(await writeZip([...lists, link, deep, { name: day, data: message('hello') }]));
    expect((await readAll(zipped)).map(({ text }) => text)).toEqual(['hello']);
    expect(zipped.notices).toEqual([
      'help/2026-01-02.json is a link, which is not followed.',
      'a/b/c/d/e/f/g.json lies too deep and is left out.',
    ]);
    const secret = await temporaryFolder({
      'secret.json': message('secret'),
      'sub/2026-01-01.json': message('secret'),
    });
    const folder = await writeFolder([...lists, deep, { name: day, data: message('hello') }]);
    await symlink(join(secret, 'secret.json'), join(folder, 'help', '2026-01-02.json'));
    await symlink(join(secret, 'sub'), join(folder, 'linked'));
    await symlink('.', join(folder, 'loop'));
    const unpacked = await open(folder);
    expect((await readAll(unpacked)).map(({ text }) => text)).toEqual(['hello']);
    expect(unpacked.notices).toHaveLength(4);
  });

  it('that is half an archive is refused in words', async () => {
    const whole = zip(made);
    const folder = await temporaryFolder({ 'half.zip': whole.subarray(0, whole.length / 2), 'head.zip': 'PK\x03\x04' });
    await expect(openExport(join(folder, 'half.zip'))).rejects.toThrow(/^The archive cannot be read: /);
    await expect(openExport(join(folder, 'head.zip'))).rejects.toThrow(/^The archive cannot be read: /);
    await expect(openExport(join(folder, 'none.zip'))).rejects.toThrow(/^There is no file .*none\.zip\.$/);
  });
});

describe('a list of lines', () => {
  it('is read line by line, JSON lines among them, too long ones not', async () => {
    const text = `\uFEFFfirst\r\n\n{"text": "second", "kind": 1}\n{"no": 1}\n${'x'.repeat(200_000)}\nlast`;
    const chat = await open(join(await temporaryFolder({ 'lines.txt': text }), 'lines.txt'));
    expect((await readAll(chat)).map((one) => one.text)).toEqual(['first', 'second', '{"no": 1}', 'last']);
    expect(chat.notices).toEqual(['Lines of more than 100000 characters are left out: 1.']);
  });
});
