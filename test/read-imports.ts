// The imports of a TypeScript file as a parser sees them: types, re-exports and `import(…)` too.
import { parseSync } from 'vite';

export interface Import {
  /** As it is written: `../answer/decision.ts`, `node:fs`, `zod`. */
  readonly specifier: string;
  /** From 1. */
  readonly line: number;
}

/** Throws with the path where the text is no TypeScript. */
export function readImports(path: string, text: string): readonly Import[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  return findSources(program).map(({ value, start }) => ({
    specifier: value,
    line: text.slice(0, start).split('\n').length,
  }));
}

interface Literal {
  readonly value: string;
  readonly start: number;
}

/** Every node of the tree whose `source` is a string: `import … from`, `export … from`, `import(…)`, as value and as type. */
function findSources(node: unknown): readonly Literal[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'source' in node && isLiteral(node.source) ? [node.source] : [];
  return [...own, ...Object.values(node).flatMap(findSources)];
}

function isLiteral(node: unknown): node is Literal {
  return typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string';
}
