// A note's body as a row of pieces: headings, questions in other forms, anchors, and the blocks between them. Pure.
import type { ElementContent } from 'hast';

/** How an entry's question is written. */
export type QuestionStyle = 'heading' | 'bold' | 'qa' | 'summary';

/** A heading, or what does its work. */
export interface Opening {
  readonly kind: 'opening';
  readonly style: QuestionStyle;
  /** 1 to 6 for a heading, 7 for every other question. */
  readonly level: number;
  /** The whole heading as plain text, spaces as they stand: anchors are made from it. */
  readonly text: string;
  /** The heading as its author typed it, with its markup: older Hugo makes the anchor from that. */
  readonly typed: string;
  /** What is asked: the text without `Q:` and the like. */
  readonly question: string;
  /** Ids that the note gives it, the one that wins first. */
  readonly ids: readonly string[];
  /** False where no generator makes an anchor by itself (bold lines; raw HTML, but for GitHub). */
  readonly anchored: 'always' | 'github' | 'never';
  readonly content: readonly ElementContent[];
  readonly line: number;
  readonly endLine: number;
  /**
   * Why it might be none: `loose`, a question in a quotation, a list or in italics, as answers hold them too; `lone`, one
   * that is a list by itself; `statement`, a bold line that does not ask. What the whole note does decides.
   */
  readonly doubt?: Doubt;
}

export type Doubt = 'loose' | 'lone' | 'statement';

/** An empty `<a id>` or `<a name>`, a MyST label, or an attribute list (`below` may belong to the heading just above). */
export interface AnchorPiece {
  readonly kind: 'anchor';
  readonly id: string;
  readonly line: number;
  readonly isAttributeList: boolean;
}

/** A part of somebody's answer, or of the introduction. */
export interface BlockPiece {
  readonly kind: 'block';
  readonly node: ElementContent;
}

/** The end of a `<details>`. */
export interface EndPiece {
  readonly kind: 'end';
}

export type Piece = Opening | AnchorPiece | BlockPiece | EndPiece;
