// The short name of an entry that Slack carries. Pure.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Key of an entry: SHA-256 of the note's path, a zero byte and the entry's id, cut to 16 hexadecimal characters. */
export function toEntryKey(note: string, id: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${note}\0${id}`))).slice(0, 16);
}
