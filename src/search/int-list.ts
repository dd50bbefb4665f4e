// A list of whole numbers that grows, four bytes each. Pure.

export class IntList {
  #numbers = new Int32Array(64);
  #length = 0;

  static of(...numbers: readonly number[]): IntList {
    const list = new IntList();
    for (const number of numbers) list.push(number);
    return list;
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** The numbers so far: good until the next `push`. */
  view(): Int32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
