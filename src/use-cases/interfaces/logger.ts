// The log as use cases see it: ids and counts, never the text of a question. Interface only.

export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
