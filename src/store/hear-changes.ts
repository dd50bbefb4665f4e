// Hears from PostgreSQL at once what another process changed. Edge. Whoever cannot hear looks now and then: nothing hangs on this.
import type { Client } from 'pg';
import { connectTimeoutMs, isPostgres } from './is-postgres.ts';

const pauseMs = 1000;

/**
 * Calls `onChange` after each change of what the processes share (the table `versions`), and after each new connection, for what was
 * missed before it. Does nothing with SQLite, which cannot tell. Gives the function that stops it.
 */
export function hearChanges(place: string, onChange: () => Promise<void>): () => Promise<void> {
  if (!isPostgres(place)) return async () => {};
  let isStopped = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  const hear = () => void onChange().catch(() => {});
  const connect = async () => {
    const { default: pg } = await import('pg');
    if (isStopped) return;
    const own = new pg.Client({
      connectionString: place,
      connectionTimeoutMillis: connectTimeoutMs,
      application_name: 'rolecall listening',
      keepAlive: true,
    });
    client = own;
    own.on('error', () => {});
    own.on('end', () => {
      if (!isStopped && client === own) timer = setTimeout(start, pauseMs);
    });
    own.on('notification', hear);
    await own.connect();
    await own.query('LISTEN rolecall');
    hear();
  };
  const start = () => void connect().catch(() => client?.end().catch(() => {}));
  start();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
