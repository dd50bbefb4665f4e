import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { BundledEncoder } from '../../src/encoder/bundled-encoder.ts';
import { type EncoderHost, startEncoder } from '../../src/encoder/encoder-host.ts';
import type { HostMessage } from '../../src/encoder/encoder-messages.ts';

const log: object[] = [];
const host = startEncoder({ logger: { info: (fields) => log.push(fields) }, restartAfterMs: 1 });
afterAll(() => host.close());

/** Ends the host's worker as a bug in it would: it gets a request that is none. */
async function kill(running: EncoderHost): Promise<void> {
  const port = running.connect();
  const introduced = once(port, 'message');
  port.postMessage('want-worker');
  const [message]: HostMessage[] = await introduced;
  if (message?.kind === 'worker') message.port.postMessage(null);
  const lost = once(port, 'message');
  expect(await lost).toMatchObject([{ kind: 'lost' }]);
  port.close();
}

describe('the host of the bundled encoder', () => {
  it('answers a question of one client before a batch of another', async () => {
    const [one, other] = [new BundledEncoder(host.connect()), new BundledEncoder(host.connect())];
    const order: string[] = [];
    const many = Array.from({ length: 40 }, (_, place) => `Grants are decided in round ${place}`);
    const batch = one.encode(many).then(() => order.push('batch'));
    const question = other.encode(['Who decides?'], { priority: 'question' }).then(() => order.push('question'));
    await Promise.all([batch, question]);
    expect(order).toEqual(['question', 'batch']);
    expect(log).toEqual([{ engine: 'onnx' }]);
    await Promise.all([one.close(), other.close()]);
  });

  it('forgets what a client asked that went away', async () => {
    const gone = new BundledEncoder(host.connect());
    const refused = expect(gone.encode(Array.from({ length: 5_000 }, () => 'never to be encoded'))).rejects.toThrow(
      'closed',
    );
    await gone.close();
    await refused;
    const other = new BundledEncoder(host.connect());
    expect(await other.encode(['Who decides?'])).toHaveLength(1);
    await other.close();
  });

  it('rejects what waits where its worker dies, and starts another for the next text', async () => {
    const encoder = new BundledEncoder(host.connect());
    const waiting = encoder.encode(Array.from({ length: 5_000 }, (_, place) => `never to be encoded ${place}`));
    const rejected = expect(waiting).rejects.toThrow('The bundled encoder failed');
    await kill(host);
    await rejected;
    expect(await encoder.encode(['Who decides?'])).toHaveLength(1);
    expect(log.at(-1)).toMatchObject({ engine: 'candle', problem: expect.stringContaining('once') });
    await encoder.close();
  });

  it('loads its model before the first text where it is asked to', async () => {
    let warm = host;
    await new Promise<void>((resolve) => {
      warm = startEncoder({ engines: ['candle'], logger: { info: () => resolve() } });
      warm.warmUp();
    });
    await warm.close();
  });

  it('says why no engine runs, each time anew', async () => {
    const none = startEncoder({ engines: ['onnx'], restartAfterMs: 1 });
    const encoder = new BundledEncoder(none.connect());
    await expect(encoder.encode(['Who decides?'])).rejects.toThrow('could not load its model');
    await expect(encoder.encode(['Who decides?'])).rejects.toThrow('could not load its model');
    await none.close();
  });

  it('rejects what waits when it is closed, and what comes after', async () => {
    const closed = startEncoder({ engines: ['candle'] });
    const encoder = new BundledEncoder(closed.connect());
    const waiting = expect(encoder.encode(['Where do I apply?'])).rejects.toThrow('closed');
    await closed.close();
    await waiting;
    await expect(encoder.encode(['Where do I apply?'])).rejects.toThrow('closed');
    const late = new BundledEncoder(closed.connect());
    await expect(late.encode(['Where do I apply?'])).rejects.toThrow('closed');
  });

  it('takes candle where the native code cannot be loaded, and says so', async () => {
    const [hidden, program] = ['hide-onnxruntime.cjs', 'encoding-process.mjs'].map((name) =>
      join(import.meta.dirname, name),
    );
    // The host's thread takes over what the environment says, but not the command line.
    const env = { ...process.env, NODE_OPTIONS: `--require ${hidden}` };
    const child = spawn(process.execPath, [program ?? '', 'close'], { env });
    expect(JSON.parse(await textOf(child.stdout))).toEqual({
      engine: 'candle',
      problem: 'Error: no binary for this machine',
    });
  });
});
