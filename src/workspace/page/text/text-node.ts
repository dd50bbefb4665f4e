// The tree that every kind of text becomes before it is drawn: Slack's own markup, Markdown and rich text alike. Pure.

/** Something inside a line. Texts are plain: whoever draws them never reads markup again. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** `url` has passed `toSafeUrl`. */
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'user' | 'channel'; readonly id: string; readonly label: string | null }
  /** A mention of a group or of everybody: shown as what it is, since it would notify people. */
  | { readonly kind: 'broadcast'; readonly label: string }
  /** `seconds` since 1970, UTC; `format` in Slack's tokens (`{date_short} {time}`). */
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string }
  | { readonly kind: 'break' };

export interface ListItem {
  /** Null where the item is no task. */
  readonly checked: boolean | null;
  readonly children: readonly TextNode[];
}

export type Align = 'left' | 'center' | 'right' | null;

/** A block of text. */
export type TextNode =
  | { readonly kind: 'paragraph' | 'heading'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly TextNode[] }
  | { readonly kind: 'code-block'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table';
      readonly align: readonly Align[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'rule' };
