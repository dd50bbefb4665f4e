// What the linking modal carries: its draft's id, and how often each of its two choices was emptied. Edge.
import { z } from 'zod';

/**
 * A control keeps what was entered as long as its block's id stays. Choosing in one of them empties the other: its block gets a
 * new number.
 */
const metadata = z.object({
  draftId: z.string().min(1).max(100),
  offered: z.number().int().min(0),
  other: z.number().int().min(0),
});

export type LinkMetadata = Readonly<z.output<typeof metadata>>;

export function toMetadata(value: LinkMetadata): string {
  return JSON.stringify(value);
}

/** Null for what `toMetadata` did not write. */
export function parseMetadata(text: string): LinkMetadata | null {
  try {
    return metadata.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
