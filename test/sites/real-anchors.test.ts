// Anchors as the generators themselves made them: see bench/real-anchors.mjs for how they were obtained.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnchorStyle } from '../../src/sites/site.ts';
import { toAnchor } from '../../src/sites/to-anchor.ts';
import { UniqueNames } from '../../src/sites/unique-names.ts';

type Real = Readonly<Record<string, readonly string[]>> & {
  readonly headings: readonly (readonly [typed: string, text: string])[];
};

const file = join(import.meta.dirname, '..', 'fixtures', 'sites', 'anchors.json');
const real = JSON.parse(readFileSync(file, 'utf8')) as Real;

/** Which list holds the anchors of which style, and whether they are made from headings as they are typed. */
const lists: readonly (readonly [list: string, style: AnchorStyle, isTyped: boolean])[] = [
  ['hugoTyped', 'hugo', true],
  ['jekyll', 'gfm', false],
  ['kramdown', 'kramdown', true],
  ['github', 'github', false],
  ['mkdocs', 'mkdocs', false],
  ['pymdown', 'pymdown', false],
  ['vitepress', 'vitepress', false],
  ['pandoc', 'pandoc', false],
  ['hexo', 'hexo', false],
];

describe('the anchors of a generator', () => {
  it.each(lists)('%s', (list, style, isTyped) => {
    const names = new UniqueNames(style);
    const ours = real.headings.map(([typed, text]) => names.next(toAnchor(isTyped ? typed : text, style)));
    expect(ours).toEqual(real[list]);
  });

  it('Sphinx, each heading alone', () => {
    expect(real.headings.map(([, text]) => toAnchor(text, 'sphinx'))).toEqual(real['sphinx']);
  });
});
