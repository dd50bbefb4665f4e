// Writes a model in the ONNX format, as far as one graph with float and integer tensors needs it. Pure.

/*
 * ONNX is a protocol buffer (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto): a message is a row of fields, each with its number and
 * its kind. The numbers below are those of that file.
 */

const ELEMENT = { float: 1, int32: 6, int64: 7, float16: 10 } as const;
/** Edition of the file format and of the operators: what onnxruntime 1.14 and later read. */
const IR_VERSION = 8;
const OPERATORS = { '': 17, 'com.microsoft': 1 } as const;

type Bytes = Uint8Array;
type Attribute = number | readonly number[];

export interface Tensor {
  readonly name: string;
  readonly element: keyof typeof ELEMENT;
  /** A string names a length that is known only when the model runs. */
  readonly shape: readonly (number | string)[];
}

/** A tensor whose numbers lie in a file, `length` bytes from `offset` on. */
export interface StoredTensor extends Tensor {
  readonly shape: readonly number[];
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

export interface Node {
  readonly operator: string;
  readonly domain: keyof typeof OPERATORS;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Graph {
  /** Each after those whose output it reads. */
  readonly nodes: readonly Node[];
  readonly weights: readonly StoredTensor[];
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
}

function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.of(...bytes, rest);
}

function int(field: number, value: number): Bytes {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function float(field: number, value: number): Bytes {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([varint(field * 8 + 5), bytes]);
}

function text(field: number, value: string): Bytes {
  return message(field, [Buffer.from(value)]);
}

function message(field: number, parts: readonly Bytes[]): Bytes {
  const content = Buffer.concat(parts);
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
}

function toAttribute(name: string, value: Attribute): Bytes {
  if (typeof value !== 'number') return message(5, [text(1, name), ...value.map((each) => int(8, each)), int(20, 7)]);
  return message(5, [
    text(1, name),
    ...(Number.isInteger(value) ? [int(3, value), int(20, 2)] : [float(2, value), int(20, 1)]),
  ]);
}

function toNode({ operator, domain, inputs, output, attributes }: Node): Bytes {
  return message(1, [
    ...inputs.map((input) => text(1, input)),
    text(2, output),
    text(4, operator),
    ...Object.entries(attributes).map(([name, value]) => toAttribute(name, value)),
    text(7, domain),
  ]);
}

function toWeights({ name, element, shape, file, offset, length }: StoredTensor): Bytes {
  const place = { location: file, offset: String(offset), length: String(length) };
  return message(5, [
    ...shape.map((size) => int(1, size)),
    int(2, ELEMENT[element]),
    text(8, name),
    ...Object.entries(place).map(([key, value]) => message(13, [text(1, key), text(2, value)])),
    int(14, 1),
  ]);
}

function toValue(field: number, { name, element, shape }: Tensor): Bytes {
  const dimensions = shape.map((size) => message(1, [typeof size === 'string' ? text(2, size) : int(1, size)]));
  return message(field, [text(1, name), message(2, [message(1, [int(1, ELEMENT[element]), message(2, dimensions)])])]);
}

/** The file's bytes. */
export function toOnnx({ nodes, weights, inputs, outputs }: Graph): Uint8Array {
  return Buffer.concat([
    int(1, IR_VERSION),
    message(7, [
      ...nodes.map(toNode),
      text(2, 'encoder'),
      ...weights.map(toWeights),
      ...inputs.map((input) => toValue(11, input)),
      ...outputs.map((output) => toValue(12, output)),
    ]),
    ...Object.entries(OPERATORS).map(([domain, version]) => message(8, [text(1, domain), int(2, version)])),
  ]);
}
