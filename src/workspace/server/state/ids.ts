// Identifiers in Slack's manner: readable, unique while the workspace runs. Edge: secrets come from the system's generator.
import { randomBytes, randomUUID } from 'node:crypto';

export interface Ids {
  /** `Ev`, `V` … and nine letters and digits. */
  next(prefix: string): string;
  /** A short identifier for a block or an action without one. */
  short(): string;
  uuid(): string;
  /** Unguessable: `bytes` random bytes as hexadecimal digits. */
  secret(bytes: number): string;
}

export function createIds(): Ids {
  let count = 0;
  const next = (): string => {
    count += 1;
    return count.toString(36).toUpperCase();
  };
  return {
    next: (prefix) => `${prefix}${next().padStart(9, '0')}`,
    short: () => `b${next().padStart(4, '0')}`,
    uuid: () => randomUUID(),
    secret: (bytes) => randomBytes(bytes).toString('hex'),
  };
}
