// A Web API call that Slack would refuse. Pure.
import type { JsonObject } from '../state/json.ts';

/** Thrown by methods, answered as `{"ok": false, "error": code, …details}`. `messages` go into `response_metadata`. */
export class ApiFault extends Error {
  readonly code: string;
  readonly details: JsonObject;

  constructor(code: string, messages: readonly string[] = [], details: JsonObject = {}) {
    super(code);
    this.name = 'ApiFault';
    this.code = code;
    this.details = messages.length === 0 ? details : { ...details, response_metadata: { messages } };
  }
}
