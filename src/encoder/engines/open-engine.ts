// Opens the fastest engine that runs on this machine. Edge.
import { openCandleEngine } from './candle-engine.ts';
import type { Engine, EngineName } from './engine.ts';
import { openOnnxEngine } from './onnx-engine.ts';
import type { RunGate } from './run-gate.ts';

export interface OpenedEngine {
  readonly engine: Engine;
  /** Why a faster one does not run; null where none is faster. */
  readonly problem: string | null;
}

/** Linux without the GNU C library (Alpine): its loader may take the native code in and crash on it later. */
function isMusl(): boolean {
  if (process.platform !== 'linux' || process.report === undefined) return false;
  // Not in the declarations of Node 20: leaves out a look-up of names that may take long.
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}

/** Opens the first of `engines` that runs. Rejects where none does. */
export async function openEngine(
  engines: readonly EngineName[],
  isNativeTaken: boolean,
  gate: RunGate,
): Promise<OpenedEngine> {
  let problem: string | null = null;
  if (engines.includes('onnx')) {
    try {
      if (isNativeTaken) throw new Error('It was loaded before in this process, which it bears once.');
      if (isMusl()) throw new Error('There is none for musl.');
      return { engine: await openOnnxEngine(gate), problem };
    } catch (error) {
      if (!engines.includes('candle')) throw error;
      problem = String(error);
    }
  }
  return { engine: await openCandleEngine(), problem };
}
