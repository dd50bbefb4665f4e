// Indents of MDX that Markdown would take for code.
import { describe, expect, it } from 'vitest';
import { limitIndents } from '../../../src/knowledge/markup/limit-indents.ts';

function lines(...all: readonly string[]): string {
  return all.join('\n');
}

describe('limitIndents', () => {
  it('leaves what is not indented far as it is, tabs in code too', () => {
    const text = lines('- one', '  - two', '    - three', '```', '\tcode', '```');
    expect(limitIndents(text)).toBe(text);
  });

  it('moves what stands far to the right to the margin, and keeps what is nested there', () => {
    const typed = lines('<Tab>', '        ## Where?', '', '        - here', '          - there', '</Tab>');
    expect(limitIndents(typed)).toBe(lines('<Tab>', '## Where?', '', '- here', '  - there', '</Tab>'));
  });

  it('puts a list below the item above it, however far it is indented', () => {
    expect(limitIndents(lines('- **letters**', '\t\t- one', '\t\t- two', '- names'))).toBe(
      lines('- **letters**', '  - one', '  - two', '- names'),
    );
  });

  it('moves fenced code with its fence, and no further', () => {
    expect(limitIndents(lines('      ~~~', '      a', '        b', '    c', '      ~~~', '    end'))).toBe(
      lines('~~~', 'a', '  b', 'c', '~~~', 'end'),
    );
  });
});
