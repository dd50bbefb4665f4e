// A small neural network: a layer of units that each look for one thing in the inputs, and the sum of what they find. Pure.

export interface Network {
  readonly bias: number;
  readonly units: readonly Unit[];
}

interface Unit {
  readonly bias: number;
  /** What it adds when it finds what it looks for. */
  readonly weight: number;
  readonly inputs: readonly number[];
}

/** The network's sum over `values`: a logit. */
export function sumUp({ bias, units }: Network, values: readonly number[]): number {
  return units.reduce((total, unit) => {
    const found = unit.inputs.reduce((sum, weight, place) => sum + weight * (values[place] ?? 0), unit.bias);
    return total + unit.weight * Math.max(0, found);
  }, bias);
}
