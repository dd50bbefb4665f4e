// Keeps the process from ending while native code runs in a worker. Edge.

/*
 * onnxruntime (1.14 to 1.30) takes the whole process down with exit code 134 where its worker is cut off in the middle of a run, and Node cuts
 * workers off at `process.exit()`, at an uncaught exception and at its natural end. All of these tell 'exit' first, on the main thread: there
 * `shut` lets no further run begin and waits for the present one.
 */
const RUNNING = 0;
const SHUT = 1;
/** The longest run, loading the model, takes 0.3 s. */
const PATIENCE_MS = 10_000;

export class RunGate {
  /** For a gate in another thread that is to be the same. */
  readonly shared: SharedArrayBuffer;
  readonly #flags: Int32Array;

  constructor(shared = new SharedArrayBuffer(8)) {
    this.shared = shared;
    this.#flags = new Int32Array(shared);
  }

  /** Does `work`, one at a time. Rejects once the gate is shut. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    Atomics.store(this.#flags, RUNNING, 1);
    try {
      if (Atomics.load(this.#flags, SHUT) === 1) throw new Error('The process is about to end.');
      return await work();
    } finally {
      Atomics.store(this.#flags, RUNNING, 0);
      Atomics.notify(this.#flags, RUNNING);
    }
  }

  /** Holds this thread up until nothing runs. */
  shut(): void {
    Atomics.store(this.#flags, SHUT, 1);
    Atomics.wait(this.#flags, RUNNING, 1, PATIENCE_MS);
  }
}
