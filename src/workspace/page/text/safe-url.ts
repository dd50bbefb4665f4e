// Which addresses the page makes into links. Pure.

const allowed = new Set(['http:', 'https:', 'mailto:']);

/** The address in its normal form, or null where it is not http, https or mailto (so nothing that runs code). */
export function toSafeUrl(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return allowed.has(url.protocol) ? url.href : null;
}
