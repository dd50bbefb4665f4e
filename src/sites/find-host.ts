// The host that a site is published under, as a file CNAME beside it says. Pure.
import type { SiteFolder } from './generator.ts';

/** Where repositories keep it: beside the configuration, in the folder whose files are published as they are, or at the top. */
export const hostFiles: readonly string[] = [
  'CNAME',
  ...['static', 'public', 'docs', 'source', '..'].map((name) => `${name}/CNAME`),
];

/** `https://` and the host, or null where no file names one. GitHub Pages asks for the file; many sites give their address nowhere else. */
export function findHost({ texts }: Pick<SiteFolder, 'texts'>): string | null {
  const host = hostFiles
    .map((file) => texts.get(file)?.trim() ?? '')
    .find((text) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text));
  return host === undefined ? null : `https://${host}`;
}
