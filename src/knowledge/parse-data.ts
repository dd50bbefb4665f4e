// A list of questions and answers in YAML, JSON or TOML as entries. Pure.
import { parse as parseToml, TomlError } from 'smol-toml';
import { emptyContext } from '../sites/markup/markup-context.ts';
import { toAnchor } from '../sites/to-anchor.ts';
import { UniqueNames } from '../sites/unique-names.ts';
import { type DataItem, findItems, writeItem } from './data-items.ts';
import type { Entry, Post } from './entry.ts';
import { toEntryKey } from './entry-key.ts';
import type { Fault } from './fault.ts';
import { describeYamlError } from './front-matter/describe-yaml-error.ts';
import { parseLenient } from './front-matter/parse-lenient.ts';
import { LinkResolver } from './markup/resolve-link.ts';
import type { TextFile } from './note-source.ts';
import type { NoteSurroundings } from './parse-note.ts';
import type { NoteKnowledge } from './parse-notes.ts';
import { namesQuestions } from './sections/is-question-note.ts';

/** Words; what an only card says is longer where it answers its title. */
const cardWords = 12;

/** True for the only card of a file, titled with a question that calls on the reader: "Would you like to row?" */
function isCard(file: string, text: string, { answer }: DataItem): boolean {
  return !namesQuestions(file) && !askedFor.test(text) && answer.split(/\s+/).length < cardWords;
}

/** The key of a question or of an answer, whatever the file is called. */
const askedFor =
  /(?:^|[\s{,"'-])(?:question|q|frage|pregunta|pergunta|domanda|vraag|answer|antwort|respuesta|resposta|r[eé]ponse|risposta|antwoord)\w*["']?\s*[:=]/im;

function findLine(text: string, question: string): number | null {
  const start = question.split('\n')[0]?.slice(0, 30) ?? '';
  const at = start === '' ? -1 : text.indexOf(start);
  return at === -1 ? null : text.slice(0, at).split('\n').length;
}

function toTitle(file: string): string {
  const name =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]+$/, '') ?? file;
  return /^faqs?$/i.test(name) ? 'FAQ' : name.replace(/[-_]+/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
}

function toBroken(file: string, post: Post, line: number | null, problem: string): NoteKnowledge {
  const mend = 'Correct this line; put a value with a colon, a quote or a # into quotation marks.';
  const fault: Fault = { severity: 'warning', file, line, problem, mend };
  return { ...nothing(post), faults: [fault] };
}

/** What a data file gives from which nothing is taken. */
export function nothing(post: Post): NoteKnowledge {
  return {
    post,
    entries: [],
    lines: new Map(),
    isQuestionNote: true,
    isNearBorder: false,
    missing: [],
    badLinks: [],
    notCovered: [],
    faults: [],
  };
}

/** The post that stands for a data file. */
export function toDataPost(file: string, url: string | null): Post {
  return { note: file, title: toTitle(file), date: null, authors: [], url, closed: false, deadline: null };
}

/** What a data file holds, or what is wrong with it. */
function readValue(
  file: string,
  text: string,
): { readonly value: unknown; readonly fault: { readonly line: number | null; readonly problem: string } | null } {
  if (/\.toml$/i.test(file)) {
    try {
      return { value: parseToml(text), fault: null };
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      return { value: null, fault: { line: error.line, problem: 'The list of questions is not valid TOML.' } };
    }
  }
  const document = parseLenient(text);
  const error = document.errors[0];
  if (error === undefined) return { value: document.toJS({ maxAliasCount: 50 }), fault: null };
  const { what, line } = describeYamlError(text, error);
  return { value: null, fault: { line, problem: `The list of questions is not valid YAML: ${what}.` } };
}

/**
 * Reads a data file; null where it holds no question with an answer. `surroundings.url`: address of the page that shows
 * it, or null. Answers are Markdown or HTML.
 */
export function parseData({ file, text }: TextFile, surroundings: NoteSurroundings): NoteKnowledge | null {
  const { site, addresses, url } = surroundings;
  const post = toDataPost(file, url);
  if (
    !/[?？؟]/.test(text) ||
    !/(?:^|[\s{,"'-])(?:question|q|title|name|heading|frage|pregunta|pergunta|domanda|vraag)\w*["']?\s*[:=]/im.test(
      text,
    )
  )
    return null;
  const { value, fault } = readValue(file, text);
  if (fault !== null) return /faq|question/i.test(file) ? toBroken(file, post, fault.line, fault.problem) : null;
  const items = findItems(value);
  const [only, ...others] = items;
  if (only === undefined || (others.length === 0 && isCard(file, text, only))) return null;
  const names = new UniqueNames(site.anchors);
  const links = new LinkResolver(addresses, site, { contentPath: null, url });
  const lines = new Map<string, number>();
  const context = { ...emptyContext, site: new Map(Object.entries(site.variables)) };
  const entries = items.flatMap((item): readonly Entry[] => {
    const written = writeItem(item, context, (href) => links.resolve(href));
    if (written === null) return [];
    const { question, answer } = written;
    const id = names.next(item.id ?? toAnchor(question, site.anchors));
    const key = toEntryKey(file, id);
    const line = findLine(text, item.question);
    if (line !== null) lines.set(key, line);
    return [{ key, note: file, id, question, anchor: null, url, answer, phrasings: [], post }];
  });
  return { ...nothing(post), entries, lines };
}

/** Name by which templates ask for a data file: `faq` for `_data/faq.yml`, `help.faq` for `_data/help/faq.yml`. */
export function toDataName(file: string): string {
  return file
    .replace(/^.*?(?:^|\/)_?data\//i, '')
    .replace(/\.[^.]+$/, '')
    .replaceAll('/', '.');
}

/** True where a page's text or template shows the data of that name. */
export function showsData(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\.', '(?:\\.|\\[["\'])');
  return new RegExp(`\\b(?:site\\.|Site\\.|hugo\\.)?[dD]ata(?:\\.|\\[["'])${escaped}(?![\\w-])`).test(text);
}
