// Lists of questions in YAML, JSON or TOML, with the address of the page that shows them. Edge.
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../knowledge/fault.ts';
import type { HeadedNote } from '../knowledge/front-matter/parse-head.ts';
import { parseHead } from '../knowledge/front-matter/parse-head.ts';
import { nothing, parseData, showsData, toDataName, toDataPost } from '../knowledge/parse-data.ts';
import { addPhrasings, type NoteKnowledge } from '../knowledge/parse-notes.ts';
import type { Phrasings } from '../knowledge/phrasings/parse-phrasings.ts';
import { toSite } from '../sites/site.ts';
import { toAddress } from '../sites/to-address.ts';
import type { FileList } from './list-files.ts';
import { isBelow } from './read-include.ts';
import { type FoundSites, findPlace, type PlacedSite } from './read-site.ts';
import { readText } from './read-text.ts';

interface Page {
  readonly note: HeadedNote;
  readonly placed: PlacedSite;
}

/** No list that a person wrote is longer; such a file is data for something else. */
const maxLength = 1_000_000;
/** Pages in HTML that are looked through for the data that they show. */
const mostPages = 500;

async function readPages(folder: string, files: FileList, found: FoundSites): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const file of files.pages.slice(0, mostPages)) {
    const placed = findPlace(found, file);
    const { text } = await readText(folder, file);
    if (placed !== null && text?.startsWith('---') === true && /\bdata\b|\binclude\b|^layout:/im.test(text))
      pages.push({ note: parseHead(file, text), placed });
  }
  return pages;
}

/** Templates of templates of templates: deeper than this nobody writes by hand. */
const deepest = 4;

/** Reads a template below a site's folder; empty where there is none. */
type ReadTemplate = (folder: string, path: string) => Promise<string>;

/** Each template is read once: many pages have the same, and each data file is looked for in all of them. */
function readOnce(): ReadTemplate {
  const texts = new Map<string, Promise<string>>();
  return (folder, path) => {
    const place = join(folder, path);
    const text = texts.get(place) ?? readText(folder, path).then((read) => read.text ?? '');
    texts.set(place, text);
    return text;
  };
}

/** The templates of the shortcodes that a Hugo page calls, and of the parts of pages that these show. */
async function readShortcodes({ note, placed }: Page, readTemplate: ReadTemplate): Promise<string> {
  const names = new Set([...note.body.matchAll(/\{\{[<%]\s*([\w/-]+)/g)].map((found) => found[1] ?? ''));
  const texts: string[] = [];
  for (const name of names) {
    const text = await readTemplate(placed.folder, `layouts/shortcodes/${name}.html`);
    texts.push(text);
    for (const [, part = ''] of text.matchAll(/\{\{-?\s*partial(?:Cached)?\s+"([\w/-]+(?:\.html)?)"/g))
      texts.push(await readTemplate(placed.folder, `layouts/partials/${part.replace(/\.html$/, '')}.html`));
  }
  return texts.join('\n');
}

/** The text of a Jekyll page's layout and of all parts of pages that it includes, and those of the page itself; of a Hugo page its shortcodes'. */
async function readTemplates(page: Page, readTemplate: ReadTemplate): Promise<string> {
  const { note, placed } = page;
  if (placed.site.generator === 'hugo') return readShortcodes(page, readTemplate);
  if (placed.site.generator !== 'jekyll') return '';
  const layout = note.head.fields.get('layout');
  const texts = new Map<string, string>();
  const read = async (path: string, depth: number): Promise<void> => {
    if (texts.has(path) || depth > deepest) return;
    const text = await readTemplate(placed.folder, path);
    texts.set(path, text);
    await readIncluded(text, depth + 1);
  };
  const readIncluded = async (text: string, depth: number): Promise<void> => {
    for (const [, name = ''] of text.matchAll(/\{%-?\s*include\s+([\w-][\w/-]*\.html)/g))
      await read(`_includes/${name}`, depth);
    const above = /^---\s[\s\S]*?^layout:\s*["']?([\w-]+)/m.exec(text)?.[1];
    if (above !== undefined) await read(`_layouts/${above}.html`, depth);
  };
  await readIncluded(note.body, 1);
  if (typeof layout === 'string' && /^[\w-]+$/.test(layout)) await read(`_layouts/${layout}.html`, 1);
  return [...texts.values()].join('\n');
}

/** The pages whose templates show a data file, where no page does so itself. */
async function findTemplated(
  name: string,
  pages: readonly Page[],
  readTemplate: ReadTemplate,
): Promise<readonly Page[]> {
  const shown: Page[] = [];
  for (const page of pages) if (showsData(await readTemplates(page, readTemplate), name)) shown.push(page);
  return shown;
}

/** Pages without headings of their own that are called as the data is, in its language: `de/faq.md` for `data/faq/de/pay.yml`. */
function findNamesakes(name: string, pages: readonly Page[]): readonly Page[] {
  const [first = '', ...others] = name.toLowerCase().split('.');
  const found = pages.flatMap((page) => {
    const parts = page.note.head.note
      .toLowerCase()
      .replace(/(?:\/_?index)?\.\w+$/, '')
      .split('/');
    return parts.at(-1) === first && !/^#/m.test(page.note.body) ? [{ page, parts }] : [];
  });
  const inLanguage = found.filter(({ parts }) => others.some((other) => parts.includes(other)));
  return (inLanguage.length > 0 ? inLanguage : found).map(({ page }) => page);
}

/** The address of the one page that shows a data file; null where none does, or several do. */
async function findAddress(name: string, pages: readonly Page[], readTemplate: ReadTemplate): Promise<string | null> {
  const own = pages.filter(({ note }) => showsData(note.body, name));
  const templated = own.length > 0 || pages.length > mostPages ? own : await findTemplated(name, pages, readTemplate);
  const shown = templated.length > 0 ? templated : findNamesakes(name, pages);
  const addresses = shown.map(({ note, placed }) =>
    toAddress({ ...note.head, note: note.head.note.replace(/\.html?$/i, '.md') }, placed.site),
  );
  const [first] = addresses;
  return addresses.length === 1 ? (first ?? null) : null;
}

/** Reads the data files that hold questions. `notes`: the notes that were read, any of which may show them. */
export async function readDataFiles(
  folder: string,
  files: FileList,
  found: FoundSites,
  notes: readonly Page[],
  wordings: (file: string) => Phrasings | null,
): Promise<readonly NoteKnowledge[]> {
  const read: NoteKnowledge[] = [];
  const readTemplate = readOnce();
  let pages: readonly Page[] | null = null;
  for (const file of files.data) {
    const { text } = await readText(folder, file);
    if (text === null || text.length > maxLength) continue;
    if (!(await liesInside(folder, file, found))) {
      read.push(toLeftOut(file));
      continue;
    }
    const site = findPlace(found, file)?.site ?? found.places[0]?.site ?? toSite();
    const surroundings = { site, addresses: new Map<string, string>(), url: null };
    if (parseData({ file, text }, surroundings) === null) continue;
    pages ??= [...notes, ...(await readPages(folder, files, found))];
    const url = await findAddress(toDataName(file), pages, readTemplate);
    const knowledge = parseData({ file, text }, { ...surroundings, url });
    if (knowledge !== null) read.push(withPhrasings(knowledge, wordings(file)));
  }
  return read;
}

/** A link may lead anywhere: data is read where it lies in the site or among the notes. */
async function liesInside(folder: string, file: string, { places }: FoundSites): Promise<boolean> {
  const real = await realpath(join(folder, file));
  const folders = await Promise.all([folder, ...places.map((each) => each.folder)].map((each) => realpath(each)));
  return folders.some((each) => isBelow(each, real));
}

function toLeftOut(file: string): NoteKnowledge {
  const problem = "It is a link to a file outside the site's folder and is left out.";
  const fault: Fault = { severity: 'warning', file, line: null, problem, mend: 'Put the file itself into the site.' };
  return { ...nothing(toDataPost(file, null)), faults: [fault] };
}

function withPhrasings(knowledge: NoteKnowledge, phrasings: Phrasings | null): NoteKnowledge {
  if (phrasings === null) return knowledge;
  const { entries, faults } = addPhrasings(knowledge.entries, phrasings);
  return {
    ...knowledge,
    entries,
    notCovered: phrasings.notCovered,
    faults: [...knowledge.faults, ...phrasings.faults, ...faults],
  };
}
