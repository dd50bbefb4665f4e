// Something that a person may not do or that did not work out. Pure.

/** Thrown where a person acts; the page shows `message`. */
export class PersonFault extends Error {
  readonly code: string;

  /** `message`: a sentence for the person. */
  constructor(code: string, message: string) {
    super(message);
    this.name = 'PersonFault';
    this.code = code;
  }
}
