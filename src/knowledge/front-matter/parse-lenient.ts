// YAML as most of its readers take it. Pure.
import { type Document, parseDocument } from 'yaml';

/** Values in quotation marks that go on over lines, which most readers of YAML take without an indent and its rules do not. */
function indentQuoted(text: string): string {
  return text.replace(
    /^([ \t]*(?:- )?)([\w-]+:[ \t]*)('(?:[^']|'')*'|"(?:[^"\\]|\\.)*")[ \t]*$/gm,
    (_whole, indent: string, name: string, value: string) =>
      `${indent}${name}${value.replace(/\n[ \t]*(?=\S)/g, `\n${' '.repeat(indent.length + 2)}`)}`,
  );
}

/** A document of YAML; what its rules refuse and most readers take is mended where that helps. */
export function parseLenient(text: string): Document.Parsed {
  const options = { uniqueKeys: false, logLevel: 'silent' } as const;
  const typed = parseDocument(text, options);
  const indented = typed.errors.length === 0 ? text : indentQuoted(text);
  const mended = indented === text ? typed : parseDocument(indented, options);
  return mended.errors.length === 0 ? mended : typed;
}
