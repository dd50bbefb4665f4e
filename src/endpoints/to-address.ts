// Where an OpenAI-compatible endpoint is asked, and with which credentials. Pure.

export interface EndpointAddress {
  readonly address: URL;
  /** The `authorization` header: the key, else a name and password that stood in the address; null where there is neither. */
  readonly authorization: string | null;
}

/** `url`: the base address (`http://localhost:11434/v1`) or the full one, which ends in `path`. Throws where it is none. */
export function toAddress(
  { url, apiKey }: { readonly url: string; readonly apiKey: string | null },
  path: string,
): EndpointAddress {
  const address = new URL(url);
  const credentials = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
  address.username = '';
  address.password = '';
  const base = address.pathname.replace(/\/$/, '');
  if (!base.endsWith(`/${path}`)) address.pathname = `${base}/${path}`;
  if (apiKey) return { address, authorization: `Bearer ${apiKey}` };
  const isNamed = credentials !== ':';
  return { address, authorization: isNamed ? `Basic ${Buffer.from(credentials).toString('base64')}` : null };
}
