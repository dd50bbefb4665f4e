// The built page: files below one folder, with a strict content security policy. Edge.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Handler } from './body.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Local workspace</title>
<h1>The page is not built</h1>
<p>The local workspace runs, but there is no page to show. Build it, then load this address again:</p>
<pre>node build.mjs</pre>
</html>
`;

/** Serves `pageDir`; an address without an extension is the page itself. Null, or an empty folder: a page that says so. */
export function createStaticRoute(pageDir: string | null): Handler {
  return async (_request, response, url) => {
    const path = toPath(url);
    const content = pageDir === null || path === null ? null : await readBelow(pageDir, path);
    if (content !== null && path !== null) {
      const isHashed = path.startsWith('assets/');
      const caching = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { ...HEADERS, 'content-type': type, 'cache-control': caching }).end(content);
      return;
    }
    const isPage = path === 'index.html';
    response.writeHead(isPage ? 503 : 404, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' });
    response.end(isPage ? NOT_BUILT : 'Not found');
  };
}

/** Path below the folder, or null where the address leads out of it. */
function toPath(url: URL): string | null {
  const path = normalize(decode(url.pathname)).replace(/^[/\\]+/, '');
  if (path.split(sep).includes('..') || path.includes('\0')) return null;
  return extname(path) === '' ? 'index.html' : path;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readBelow(folder: string, path: string): Promise<Buffer | null> {
  try {
    return await readFile(join(folder, path));
  } catch {
    return null;
  }
}
