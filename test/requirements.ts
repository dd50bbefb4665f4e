// What some tests need beyond Node: found here once, so that a run can say in one line each what it left out.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Chromium without the windows of a desktop comes first: the same engine draws a page at two thirds of the cost. */
const CHROMIUM_PLACES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** Path of a Chromium, or null: `CHROMIUM`, else Debian's, else common places. */
export function findChromium(): string | null {
  const places = [process.env['CHROMIUM'], ...CHROMIUM_PLACES.map((name) => `/usr/bin/${name}`)];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** The shared folder beside the project (real notes, payloads, labelled sets), or null. */
export function findShared(): string | null {
  const place = join(root, '..', 'shared');
  return existsSync(join(place, 'notes')) ? place : null;
}

/** Address of a PostgreSQL server on which tests may make databases (`TEST_DATABASE_URL`), or null. */
export function findPostgres(): string | null {
  return process.env['TEST_DATABASE_URL'] ?? null;
}
