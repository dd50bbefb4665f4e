// Front matter that is broken, hostile or not there.
import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../../src/knowledge/front-matter/parse-front-matter.ts';

const escaped = globalThis as { escaped?: boolean };

describe('parseFrontMatter', () => {
  it.each([
    ['js', '---js\nglobalThis.escaped = true\n---\n# Q?\nA.\n'],
    ['javascript', '---javascript\n({ title: (globalThis.escaped = true) })\n---\n# Q?\nA.\n'],
    ['a space before it', '--- js\nglobalThis.escaped = true\n---\n'],
    ['capitals', '---JavaScript\nglobalThis.escaped = true\n---\n'],
  ])('never runs JavaScript (%s)', (_, text) => {
    const { fault, fields } = parseFrontMatter(text);
    expect(fault).toMatchObject({
      line: 1,
      problem: expect.stringContaining('JavaScript'),
      mend: expect.stringContaining('YAML'),
    });
    expect(fields.size).toBe(0);
    expect(escaped.escaped).toBeUndefined();
  });

  it.each([
    ['Title: Soup: when\nSummary: Hot\n    and cold\n\n## Q?\n', { title: 'Soup: when', summary: 'Hot and cold' }, 4],
    ['slug: a\ntitle: B\nstatus: draft\n\nText', { slug: 'a', title: 'B', status: 'draft', draft: true }, 4],
    ['Title: Only a line of text\nthat goes on.\n\n## Q?\n', {}, 1],
    ['Note: this is a text.\n\n## Q?\n', {}, 1],
    ['Q: Who?\nA: All.\n\nTitle: x\n', {}, 1],
  ])('reads fields without marks where one is a title: %j', (text, fields, bodyLine) => {
    const front = parseFrontMatter(text);
    expect(Object.fromEntries(front.fields)).toEqual(fields);
    expect(front.bodyLine).toBe(bodyLine);
  });

  it('refuses a format it does not know', () => {
    expect(parseFrontMatter('---coffee\na: 1\n---\n').fault).toMatchObject({
      line: 1,
      problem: expect.stringContaining('"coffee"'),
    });
  });

  it.each([
    ['YAML', '---\ntitle: Good\ntags: [a, b\nauthor: me\n---\nText', 4],
    ['YAML with a colon in a value', '---\ntitle: Notes: the second part: again\n---\nText', 2],
    ['YAML with a quotation mark that is not closed', '---\ntitle: "Good\ndate: 2026-01-01\n---\nText', 2],
    ['TOML', '+++\ntitle = "Good"\ndate = nonsense\n+++\nText', 3],
    ['JSON', '{\n  "title": "Good",\n  "date": nonsense\n}\nText', 3],
    ['YAML that is never closed', '---\ntitle: Good\n\n# Q?\n\nA.', 1],
    ['TOML that is never closed', '+++\ntitle = "Good"\n\n# Q?', 1],
    ['JSON that is never closed', '{\n  "title": "Good",\n\n# Q?', 1],
  ])('names the line of broken %s', (_, text, line) => {
    const { fault, body } = parseFrontMatter(text);
    expect(fault?.line).toBe(line);
    expect(fault?.mend).not.toBe('');
    expect(body).toBe('');
  });

  it('breaks again when the same broken note is read twice', () => {
    const text = '---\na: [\n---\nText';
    expect(parseFrontMatter(text).fault).not.toBeNull();
    expect(parseFrontMatter(text).fault).not.toBeNull();
  });

  it.each([
    ['a rule above a heading', '---\n\n# Q?\n\nA.\n\n---\n\n# P?\n\nB.'],
    ['a rule above a heading and a line with a colon', '---\n\n# Q?\n\nMind: this.\n\n---\n'],
    ['a rule above text', '---\nSome text and no field\n---\nMore'],
    ['a longer rule', '-----\ntitle: no front matter\n-----\n'],
    ['no front matter', '# Q?\n\nA.'],
    ['a shortcode', '{{< toc >}}\n\n# Q?'],
    ['an attribute list', '{:#id}\n# Q?'],
    ['nothing', ''],
  ])('leaves the body whole: %s', (_, text) => {
    expect(parseFrontMatter(text)).toMatchObject({ body: text, bodyLine: 1, fault: null });
  });

  it.each([
    ['YAML', '---\nTitle: "A: b" # said\n# comment\n---\nbody', 'A: b', 5],
    ['YAML ended by dots', '---\ntitle: x\n...\nbody', 'x', 4],
    ['TOML', '+++\nTitle = "A: b"\n+++\nbody', 'A: b', 4],
    ['TOML between hyphens', '---toml\ntitle = "x"\n---\nbody', 'x', 4],
    ['JSON', '{ "title": "a } b" }\nbody', 'a } b', 1],
  ])('reads %s', (_, text, title, bodyLine) => {
    const front = parseFrontMatter(text);
    expect(front.fields.get('title')).toBe(title);
    expect(front.body.trim()).toBe('body');
    expect(front.bodyLine).toBe(bodyLine);
  });

  it('is not blown up by aliases', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`,
    );
    const { fault } = parseFrontMatter(`---\nl0: &l0 [x, x]\n${levels.join('\n')}\n---\n`);
    expect(fault).not.toBeNull();
  });
});
