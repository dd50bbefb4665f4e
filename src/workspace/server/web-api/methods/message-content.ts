// The content of a message that an app posts: read from the arguments, checked, brought into Slack's form. Pure.

import { checkBlocks, countBlockText } from '../../block-kit/check-blocks.ts';
import type { BlockFault } from '../../block-kit/find-faults.ts';
import { toStoredText } from '../../block-kit/slack-text.ts';
import type { MessageMetadata } from '../../conversation/stored-message.ts';
import type { JsonObject } from '../../state/json.ts';
import { isObject } from '../../state/json.ts';
import { ApiFault } from '../api-fault.ts';
import type { Arguments } from '../arguments.ts';

/** Texts above are cut by `chat.postMessage` and refused by the other methods. */
const MAX_TEXT = 40_000;
const MAX_MARKDOWN = 12_000;
/** Observed, not documented: https://github.com/slackapi/bolt-js/issues/2509. */
const MAX_BLOCK_TEXT = 13_200;
const MAX_ATTACHMENTS = 100;
const MAX_METADATA = 8000;

export interface MessageContent {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments: readonly JsonObject[];
  /** Undefined where none is given; null for an empty object, which takes away what is there. */
  readonly metadata: MessageMetadata | null | undefined;
}

/** `cutsText`: whether a text that is too long is cut, or refused with `msg_too_long`. */
export function readContent(args: Arguments, cutsText: boolean): MessageContent {
  const markdown = args.text('markdown_text');
  if (markdown !== undefined) return readMarkdown(args, markdown);
  const given = args.text('text') ?? '';
  if (given.length > MAX_TEXT && !cutsText) throw new ApiFault('msg_too_long');
  return {
    text: toStoredText(given.slice(0, MAX_TEXT)),
    blocks: readBlocks(args),
    attachments: readAttachments(args),
    metadata: readMetadata(args),
  };
}

export function hasContent(content: MessageContent): boolean {
  return content.text !== '' || content.blocks.length > 0 || content.attachments.length > 0;
}

/** `invalid_blocks` with where and why, as Slack gives it. */
function toBlocksFault(faults: readonly BlockFault[]): ApiFault {
  return new ApiFault('invalid_blocks', toMessages(faults));
}

/** Faults in the words of `response_metadata.messages`. */
export function toMessages(faults: readonly BlockFault[]): readonly string[] {
  return faults.map(({ pointer, problem }) => `[ERROR] ${problem} [json-pointer:${pointer}]`);
}

function readMarkdown(args: Arguments, markdown: string): MessageContent {
  if (args.has('text') || args.has('blocks')) throw new ApiFault('markdown_text_conflict');
  if (markdown.length > MAX_MARKDOWN) throw new ApiFault('msg_too_long');
  const blocks = [{ type: 'markdown', text: markdown }];
  return { text: toStoredText(markdown), blocks, attachments: readAttachments(args), metadata: readMetadata(args) };
}

function readBlocks(args: Arguments): readonly JsonObject[] {
  const given = args.values['blocks'];
  if (given === undefined) return [];
  const faults = checkBlocks(given, 'message');
  if (faults.length > 0) throw toBlocksFault(faults);
  const blocks = args.objects('blocks');
  if (countBlockText(blocks) > MAX_BLOCK_TEXT) throw new ApiFault('msg_blocks_too_long');
  return blocks;
}

function readAttachments(args: Arguments): readonly JsonObject[] {
  const attachments = args.objects('attachments');
  if (attachments.length > MAX_ATTACHMENTS) throw new ApiFault('too_many_attachments');
  const faults = attachments.flatMap((attachment, index) =>
    attachment['blocks'] === undefined
      ? []
      : checkBlocks(attachment['blocks'], 'message', `/attachments/${index}/blocks`),
  );
  if (faults.length > 0) throw toBlocksFault(faults);
  return attachments;
}

function readMetadata(args: Arguments): MessageContent['metadata'] {
  const given = args.object('metadata');
  if (given === undefined) return undefined;
  if (Object.keys(given).length === 0) return null;
  const { event_type, event_payload } = given;
  if (typeof event_type !== 'string' || event_type === '' || !isObject(event_payload))
    throw new ApiFault('invalid_metadata_format');
  if (!Object.values(event_payload).every(isPlain)) throw new ApiFault('invalid_metadata_schema');
  if (JSON.stringify(given).length > MAX_METADATA) throw new ApiFault('metadata_too_large');
  return { event_type, event_payload };
}

/** Strings, numbers, booleans, flat objects of them, and lists of these. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => isScalar(item) || isFlat(item));
  return isScalar(value) || isFlat(value);
}

function isFlat(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isScalar);
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
