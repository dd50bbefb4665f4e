// What stands in the linking modal when it is submitted. Edge.
import { z } from 'zod';
import { actionIds } from '../action-ids.ts';
import { linkBlocks } from './link-blocks.ts';

const value = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});
const values = z.record(z.string(), z.record(z.string(), value));

export interface Submission {
  /** Keys of the entries that stand in the two choices, the type-ahead's first; none, one, or two in a hurry. */
  readonly chosen: readonly string[];
  readonly sentence: string | null;
  readonly isRemembering: boolean;
  readonly wording: string;
}

/** Reads `view.state.values`; what is missing counts as empty. */
export function readSubmission(stateValues: unknown): Submission {
  const parsed = values.safeParse(stateValues);
  const blocks = parsed.success ? parsed.data : {};
  const find = (actionId: string) => Object.values(blocks).find((block) => block[actionId] !== undefined)?.[actionId];
  const keys = [actionIds.otherEntry, actionIds.offeredEntry].map((id) => find(id)?.selected_option?.value);
  const sentence = find(linkBlocks.sentence)?.value?.trim() ?? '';
  return {
    chosen: keys.filter((key) => key !== undefined),
    sentence: sentence === '' ? null : sentence,
    isRemembering: (find(linkBlocks.remember)?.selected_options?.length ?? 0) > 0,
    wording: find(linkBlocks.wording)?.value?.trim() ?? '',
  };
}
