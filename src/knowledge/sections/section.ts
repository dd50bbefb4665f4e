// A note's pieces as a tree of sections, each with its anchor. Pure.
import type { Element, ElementContent } from 'hast';
import type { Site } from '../../sites/site.ts';
import { toAnchor } from '../../sites/to-anchor.ts';
import { UniqueNames } from '../../sites/unique-names.ts';
import { claimIds } from './claim-ids.ts';
import { toText, withoutElements, withoutImages } from './phrasing.ts';
import type { Opening, Piece } from './piece.ts';
import { asksFirst, isAsking } from './read-question.ts';

/** A heading or question with what stands below it, in order. */
export interface Section {
  readonly opening: Opening;
  readonly body: readonly (ElementContent | Section)[];
  /** Its own anchor, or null. */
  readonly anchor: string | null;
  /** Its own anchor, else the nearest one above, else null. */
  readonly nearestAnchor: string | null;
}

interface OpenSection extends Section {
  readonly body: (ElementContent | Section)[];
}

/** The sections of a note, those of the first level in order, and all names that its anchors take. */
export interface SectionTree {
  readonly introduction: readonly ElementContent[];
  readonly sections: readonly Section[];
  readonly names: UniqueNames;
}

/** Tells sections from blocks in a body. */
export function isSection(part: ElementContent | Section): part is Section {
  return 'opening' in part;
}

/** True where an opening asks; a heading may say more behind its question mark. */
export function asks({ style, question }: Opening): boolean {
  return isAsking(question) || (style === 'heading' && asksFirst(question));
}

/** How many of these sections, and of those in them, ask. */
export function countAsking(sections: readonly Section[]): number {
  return sections.reduce(
    (count, { opening, body }) => count + (asks(opening) ? 1 : 0) + countAsking(body.filter(isSection)),
    0,
  );
}

/** True for a question that ends the answer above it; a deeper heading, or a folded part that asks nothing, belongs to it. */
export function endsAnswer({ opening }: Section): boolean {
  if (opening.style === 'heading') return false;
  return opening.style !== 'summary' || isAsking(opening.question);
}

/** How a site makes its anchors. */
export type AnchorRule = Pick<Site, 'anchors' | 'typedAnchors'>;

/** True for what a component says in a heading. */
function isOfComponent({ properties }: Element): boolean {
  return properties['dataComponent'] !== undefined;
}

/** Gives each opening its anchor, in the order of the note. */
class AnchorGiver {
  readonly names: UniqueNames;
  readonly #rule: AnchorRule;
  #nearest: string | null = null;

  constructor(rule: AnchorRule) {
    this.#rule = rule;
    this.names = new UniqueNames(rule.anchors);
  }

  pass(id: string): void {
    this.#nearest = this.names.take(id);
  }

  /** What the anchor is made from: kramdown leaves out what an image is called, VitePress what a component says. */
  #textOf({ typed, text, content }: Opening): string {
    const { anchors, typedAnchors } = this.#rule;
    if (typedAnchors) return typed;
    if (anchors !== 'gfm' && anchors !== 'vitepress') return text;
    const said = anchors === 'gfm' ? withoutImages(content) : withoutElements(content, isOfComponent);
    return toText(said).replaceAll('\n', ' ').trim();
  }

  give(opening: Opening): Pick<Section, 'anchor' | 'nearestAnchor'> {
    const [given] = opening.ids;
    for (const id of opening.ids) this.names.take(id);
    const makes =
      opening.anchored === 'always' || (opening.anchored === 'github' && /^(github|gfm)$/.test(this.#rule.anchors));
    const isGiven = makes && this.#rule.anchors !== 'none';
    const anchor = given ?? (isGiven ? this.names.next(toAnchor(this.#textOf(opening), this.#rule.anchors)) : null);
    this.#nearest = anchor ?? this.#nearest;
    return { anchor, nearestAnchor: this.#nearest };
  }
}

/** Closes what a new opening ends; nothing outside the innermost open `<details>` is touched. */
function closeFor(opening: Opening, open: OpenSection[]): void {
  const isFoldedPart = opening.style === 'summary' && !isAsking(opening.question);
  const floor = open.findLastIndex((section) => section.opening.style === 'summary') + 1;
  while (!isFoldedPart && open.length > floor && (open.at(-1)?.opening.level ?? 0) >= opening.level) open.pop();
}

/** Builds the tree of a note's sections. */
export function toSections(pieces: readonly Piece[], rule: AnchorRule): SectionTree {
  const introduction: ElementContent[] = [];
  const sections: Section[] = [];
  const open: OpenSection[] = [];
  const giver = new AnchorGiver(rule);
  for (const piece of claimIds(pieces)) {
    if (piece.kind === 'anchor') giver.pass(piece.id);
    else if (piece.kind === 'block') (open.at(-1)?.body ?? introduction).push(piece.node);
    else if (piece.kind === 'end')
      open.splice(
        Math.max(
          open.findLastIndex((each) => each.opening.style === 'summary'),
          0,
        ),
      );
    else {
      closeFor(piece, open);
      const section: OpenSection = { opening: piece, body: [], ...giver.give(piece) };
      (open.at(-1)?.body ?? sections).push(section);
      open.push(section);
    }
  }
  return { introduction, sections, names: giver.names };
}
