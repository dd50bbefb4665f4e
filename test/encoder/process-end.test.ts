// However the process ends while native code encodes, it ends as it would without: onnxruntime alone aborts it with code 134.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const program = join(import.meta.dirname, 'encoding-process.mjs');

/** What the program printed, and the code or signal that it ended with. */
async function end(
  how: string,
): Promise<{ readonly output: string; readonly code: unknown; readonly complaints: string }> {
  const child = spawn(process.execPath, [program, how]);
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  const [code, signal] = await once(child, 'close');
  return { output, code: code ?? signal, complaints };
}

describe('a process that ends while the bundled encoder is at work', () => {
  it.each([
    ['exit', 3],
    ['throw', 1],
    ['reject', 1],
    ['sigterm', 'SIGTERM'],
    ['sigint', 'SIGINT'],
    ['heeded-sigterm', 0],
    ['natural-end', 0],
    ['client-death', 0],
    ['close', 0],
  ])('by %s ends with %s', async (how, expected) => {
    const { output, code, complaints } = await end(how);
    expect({ code, isAborted: /terminate called|Napi|FATAL/.test(complaints) }, complaints).toEqual({
      code: expected,
      isAborted: false,
    });
    expect(output).toBe('{"engine":"onnx"}');
  });

  it.each([1, 150, 300, 450])('ends with 0 by exit after %i ms, whatever is being loaded', async (delayMs) => {
    expect(await end(String(delayMs))).toMatchObject({ code: 0, complaints: '' });
  });
});
