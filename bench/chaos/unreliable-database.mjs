// A PostgreSQL database of its own behind a door that can be shut: whoever is inside is thrown out, and nobody comes in.
import { randomUUID } from 'node:crypto';
import { connect, createServer } from 'node:net';
import pg from 'pg';

async function run(server, statement) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** `server`: the address of one on which databases may be made. */
export async function startUnreliableDatabase(server) {
  const name = `rolecall_chaos_${randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE ${name}`);
  const inside = new URL(server);
  const open = new Set();
  let isShut = false;
  const door = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    if (isShut) {
      socket.destroy();
      return;
    }
    const behind = connect({ host: inside.hostname, port: Number(inside.port || 5432) });
    behind.on('error', () => socket.destroy());
    for (const end of [socket, behind]) {
      open.add(end);
      end.on('close', () => {
        open.delete(end);
        socket.destroy();
        behind.destroy();
      });
    }
    socket.pipe(behind).pipe(socket);
  });
  await new Promise((resolve) => door.listen(0, '127.0.0.1', resolve));
  const outside = new URL(server);
  outside.hostname = '127.0.0.1';
  outside.port = String(door.address().port);
  outside.pathname = `/${name}`;
  return {
    url: outside.href,
    shut: () => {
      isShut = true;
      for (const socket of open) socket.destroy();
    },
    unshut: () => {
      isShut = false;
    },
    remove: async () => {
      for (const socket of open) socket.destroy();
      door.close();
      await run(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
