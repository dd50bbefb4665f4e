// Directives between colons or in fences (MyST, Docusaurus, VitePress) turned into plain Markdown and HTML. Pure.
import { toSphinxAnchor } from '../sphinx/to-sphinx-anchor.ts';
import { codeNames } from './find-code.ts';
import { toFoldingTitle } from './folding.ts';
import type { MappedLine } from './lines.ts';

const folding = /^(details|dropdown|collapse|toggle|question|faq(-\w+)?)$/;
const hidden =
  /^(toctree|contents|tableofcontents|eval-rst|include|literalinclude|raw|bibliography|index|figure|image|youtube)$/;

/** A part of a component of Nuxt, `#answer`, and the parts that hold what is asked. */
const slotLine = /^\s*#([a-z][\w-]*)\s*$/;
const questionSlot = /^(?:question|q)$/;
const titleSlot = /^(?:title|summary|label|header|trigger)$/;
const foldingItem = /^(?:faq-(?:item|question|entry)|accordion-item|collapse|details|toggle)$/;

interface Open {
  readonly fence: string;
  readonly name: string;
  readonly closing: string;
  readonly isHidden: boolean;
}

interface Opening {
  readonly fence: string;
  readonly name: string;
  readonly title: string;
}

const isCode = new RegExp(`^(?:${codeNames})$`);
const codeFence = new RegExp(`^(\\s{0,3}\`{3,})\\{(?:${codeNames})\\}\\s*`);

/** The title among the attributes of a directive. */
function findTitle(attributes = ''): string | undefined {
  return /^\{.*?\b(?:title|label|question|summary|header)="([^"]*)".*\}$/.exec(attributes.trim())?.[1];
}

/** Reads what Quarto passes on to one of its formats: HTML is shown, LaTeX is not. */
function readRaw(text: string): Opening | null {
  const [, fence, format] = /^\s{0,3}(`{3,})\s*\{=(\w+)\}\s*$/.exec(text) ?? [];
  return fence === undefined ? null : { fence, name: /^html\d?$/.test(format ?? '') ? '' : 'raw', title: '' };
}

/** Reads `:::note Title`, `:::{note} Title`, `:::note[Title]`, `::: {.note}`, and the same behind three backticks with braces. */
function readOpening(text: string): Opening | null {
  const div = /^\s{0,3}(:{3,})\s*(\{[^{}]*[.#=][^{}]*\})\s*$/.exec(text);
  if (div !== null)
    return { fence: div[1] ?? '', name: /\.([\w-]+)/.exec(div[2] ?? '')?.[1] ?? '', title: findTitle(div[2]) ?? '' };
  const colon =
    /^\s{0,3}(:{3,})\s*(?:\{([\w-]+)\}|([\w-]+))\s*(?:\[(.*)\])?(.*)$/.exec(text) ??
    /^\s*(::)()([a-z][\w-]*)()(\{.*\})?\s*$/.exec(text);
  const tick = /^\s{0,3}(`{3,})\{([\w-]+)\}()()(.*)$/.exec(text);
  const found = colon ?? tick;
  if (found === null) return null;
  const name = (found[2] || found[3] || '').toLowerCase();
  const named = findTitle(found[5]);
  if (colon === null && isCode.test(name)) return null;
  return {
    fence: found[1] ?? '',
    name,
    title: ([found[4], named, found[5]].find((text) => text !== undefined && text !== '') ?? '')
      .replace(/^\s*\{[^{}]*\}\s*$/, '')
      .trim(),
  };
}

/** `{code-block} python` behind a fence says what `python` says. */
function toPlainFence(text: string): string {
  return text.replace(codeFence, '$1');
}

/** How many lines of options (`:class: wide`, or YAML between `---`) stand from a line on. */
function countOptions(lines: readonly MappedLine[], from: number): number {
  if (lines[from]?.text.trim() === '---') {
    const close = lines.findIndex(({ text }, index) => index > from && text.trim() === '---');
    const isYaml =
      close !== -1 && lines.slice(from + 1, close).every(({ text }) => /^\s*(?:[\w-]+:(?:\s|$)|- |$)/.test(text));
    return isYaml ? close + 1 - from : 0;
  }
  const end = lines.findIndex(({ text }, index) => index >= from && !/^\s*:[\w-]+:/.test(text));
  return end === -1 ? lines.length - from : end - from;
}

/** Goes through the lines once; knows which directives and which code fence are open. */
class DirectiveReader {
  readonly result: MappedLine[] = [];
  readonly #open: Open[] = [];
  #code: string | null = null;

  #emit(line: number, ...texts: readonly string[]): void {
    if (this.#open.at(-1)?.isHidden === true) return;
    this.result.push(...texts.map((text) => ({ text, line })));
  }

  #begin({ fence, name, title }: Opening, line: number, options: readonly string[]): void {
    const canFold = options.some((option) => /^\s*:class:.*\bdropdown\b/.test(option));
    const target = options.map((option) => /^\s*:name:\s*(.+)$/.exec(option)?.[1]).find((each) => each !== undefined);
    const opening = toFoldingTitle(title, canFold || folding.test(name));
    const isHidden = hidden.test(name) || this.#open.at(-1)?.isHidden === true;
    this.#open.push({ fence, name, closing: opening.startsWith('<details>') ? '</details>' : '', isHidden });
    const id = toSphinxAnchor(target ?? '');
    this.#emit(line, ...(id === '' ? [] : [`<a id="${id}"></a>`, '']), opening, '');
  }

  /** Reads a part of a component from its name on: what it asks folds what stands below, any other is text. */
  #readSlot(lines: readonly MappedLine[], at: number, slot: string, top: Open): number {
    const line = lines[at]?.line ?? 0;
    const end = lines.findIndex(({ text }, index) => index > at && (slotLine.test(text) || /^\s*:{2,}/.test(text)));
    const title = lines
      .slice(at + 1, end === -1 ? at + 1 : end)
      .map(({ text }) => text.trim())
      .join(' ')
      .trim();
    const asked = questionSlot.test(slot) || (titleSlot.test(slot) && foldingItem.test(top.name));
    if (!asked || title === '' || top.closing !== '') {
      this.#emit(line, '');
      return 1;
    }
    this.#open[this.#open.length - 1] = { ...top, closing: '</details>' };
    this.#emit(line, toFoldingTitle(title, true), '');
    return end - at;
  }

  #end(top: Open, line: number): void {
    this.#emit(line, '', top.closing, '');
    this.#open.pop();
  }

  #readCode({ text, line }: MappedLine, fence: string, code: string): number {
    if (fence.startsWith(code)) this.#code = null;
    this.#emit(line, text);
    return 1;
  }

  #readText({ text, line }: MappedLine): number {
    this.#code = /^\s{0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? null;
    this.#emit(line, toPlainFence(text));
    return 1;
  }

  /** Reads what begins at a line; gives how many lines it took. */
  read(lines: readonly MappedLine[], at: number): number {
    const here = lines[at];
    if (here === undefined) return 1;
    const fence = /^\s*(`{3,}|~{3,}|:{2,})\s*$/.exec(here.text)?.[1] ?? '';
    if (this.#code !== null) return this.#readCode(here, fence, this.#code);
    const opening = readRaw(here.text) ?? readOpening(here.text);
    if (opening !== null) {
      const options = countOptions(lines, at + 1);
      const typed = lines.slice(at + 1, at + 1 + options).map(({ text }) => text);
      this.#begin(opening, here.line, typed);
      return 1 + options;
    }
    const top = this.#open.at(-1);
    const tab = /^\s*@tab(?::active)?\s+(.+?)(?:\s*#[\w-]+)?\s*$/.exec(here.text)?.[1];
    if (top !== undefined && tab !== undefined) {
      this.#emit(here.line, '', `**${tab}**`, '');
      return 1;
    }
    const slot = top?.fence === '::' ? slotLine.exec(here.text)?.[1] : undefined;
    if (top !== undefined && slot !== undefined) return this.#readSlot(lines, at, slot, top);
    if (top !== undefined && fence === top.fence) {
      this.#end(top, here.line);
      return 1;
    }
    return this.#readText(here);
  }
}

/**
 * Rewrites admonitions: their inside stays, their title becomes bold, folding ones become `<details>`. Directives that
 * only make a page (`toctree`, `contents`) go with their inside. Code fences are left alone.
 */
export function replaceDirectives(lines: readonly MappedLine[]): readonly MappedLine[] {
  if (!lines.some(({ text }) => /^\s*(::[a-z]|:{3,}|`{3,}\s*\{)/.test(text))) return lines;
  const reader = new DirectiveReader();
  for (let at = 0; at < lines.length; ) at += reader.read(lines, at);
  return reader.result;
}
