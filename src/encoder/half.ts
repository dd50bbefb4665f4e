// Numbers of 16 bits (IEEE 754 binary16), in which weights are stored. Pure.

/** A number of 16 bits as JavaScript has it. */
export function widen(half: number): number {
  const exponent = (half >> 10) & 31;
  const fraction = half & 1_023;
  const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1_024) * 2 ** (exponent - 15);
  return half & 0x8000 ? -size : size;
}

const single = new Float32Array(1);
const singleBits = new Uint32Array(single.buffer);

/** The nearest number of 16 bits to one from -65,504 to 65,504. */
export function narrow(value: number): number {
  single[0] = value;
  const bits = singleBits[0] as number;
  const sign = (bits >>> 16) & 0x8000;
  // The exponent counts from -127 there and from -15 here; a fraction that is rounded up to the next power of two carries into it by itself.
  const exponent = ((bits >>> 23) & 255) - 112;
  if (exponent <= 0) return sign + Math.round(Math.abs(value) * 2 ** 24);
  return sign + (exponent << 10) + ((bits & 0x7fffff) >>> 13) + ((bits >>> 12) & 1);
}
