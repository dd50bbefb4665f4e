// What every control of the page is given.

/** What the input block around a control gives it. */
export interface InputFrame {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly optional: boolean;
  /** True where the bot wants to hear of every change. */
  readonly dispatches: boolean;
}

/** Props of every control. Outside an input block (`input` absent) each use goes to the bot at once. */
export interface ControlProps<Element> {
  readonly element: Element;
  readonly blockId: string;
  readonly input?: InputFrame;
}
