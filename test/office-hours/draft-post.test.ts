// The draft of a post: it loads as it stands, whatever people wrote.
import { describe, expect, test } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { type DraftSession, toDraftPost } from '../../src/office-hours/draft-post.ts';
import { examineNotes } from '../../src/quality/doctor.ts';
import { toSite } from '../../src/sites/site.ts';

const heldAt = Date.parse('2024-05-02T15:00:00Z');

const session: DraftSession = {
  title: 'Office hours: the keeper’s post',
  heldAt,
  questions: [
    {
      heading: 'Can I bring my dog to the island?',
      wordings: [
        'can I bring my dog?',
        'are pets ok at the lighthouse, my number is 0170 123456789',
        'can I bring my dog?',
      ],
      answer: 'Yes, on a lead.\n\n- not in the lamp room\n- not on the boat',
      by: 'Priya Raman',
    },
    { heading: 'I have never lived alone, should I apply?', wordings: [], answer: 'Please do.', by: 'Mateo Silva' },
    { heading: 'Is there a pension? --> {{< bad >}}', wordings: ['pension?'], answer: null, by: null },
  ],
  covered: [{ question: 'How long is a watch?', url: 'https://example.org/post/#watch' }],
};

function load(draft: NonNullable<ReturnType<typeof toDraftPost>>, site = toSite({ url: 'https://example.org' })) {
  const { note, text, phrasings } = draft;
  return parseNotes([{ note, text, phrasings }], site, heldAt);
}

describe('a draft', () => {
  const draft = toDraftPost(session);
  if (draft === null) throw new Error('There is no draft');

  test('loads without a fault, each question with its answer and the words that were used', () => {
    const { entries, faults, posts } = load(draft);
    expect(faults).toEqual([]);
    expect(entries.map(({ question, answer, phrasings }) => [question, answer, phrasings])).toEqual([
      [
        'Can I bring my dog to the island?',
        'Yes, on a lead.\n\n- not in the lamp room\n- not on the boat',
        ['can I bring my dog?', 'are pets ok at the lighthouse, my number is'],
      ],
      ['I have never lived alone, should I apply?', 'Please do.', []],
    ]);
    expect(posts).toMatchObject([
      { title: 'Office hours: the keeper’s post', date: '2024-05-02', authors: ['Priya Raman', 'Mateo Silva'] },
    ]);
  });

  test('has nothing wrong in the eyes of the doctor', () => {
    const findings = examineNotes(load(draft), { now: heldAt, staleAfterDays: 180 });
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  test('marks what is to be followed up, where nobody reads it by mistake', () => {
    expect(draft.text).toContain('To follow up');
    expect(draft.text).toContain('- Is there a pension? –');
    expect(draft.text.match(/-->/g)).toHaveLength(2);
    expect(draft.text).not.toContain('{{<');
  });

  test('is named by its day and its title', () => {
    expect([draft.note, draft.phrasings?.file]).toEqual([
      '2024-05-02-office-hours-the-keeper-s-post.md',
      '2024-05-02-office-hours-the-keeper-s-post.phrasings.yml',
    ]);
  });

  test.each([
    ['a title of signs', { title: '---\n# "x": {{< y >}}' }],
    ['a heading of signs', { heading: '# <script>alert(1)</script> {#id} {{< x >}} `code` *b*?' }],
    ['a heading that is no question', { heading: 'Salary' }],
    ['the same heading twice', { heading: 'Can I bring my dog to the island?' }],
  ])('loads with %s', (_, { title, heading }: { title?: string; heading?: string }) => {
    const questions = session.questions.map((one, place) => (place === 1 && heading ? { ...one, heading } : one));
    const hostile = toDraftPost({ ...session, questions, ...(title === undefined ? {} : { title }) });
    if (hostile === null) throw new Error('There is no draft');
    const { entries, faults } = load(hostile);
    expect(faults).toEqual([]);
    expect(entries.length).toBe(hostile.answered);
  });

  test('without an answer there is none', () => {
    expect(toDraftPost({ ...session, questions: session.questions.slice(2) })).toBeNull();
  });
});

describe('what a reader of the note would not get', () => {
  const one = { heading: 'May I bring a kayak?', wordings: ['kayak ok?'], answer: 'Yes.', by: 'Priya Raman' };
  const last = { heading: 'Is there a sauna?', wordings: ['any sauna?'], answer: 'No.', by: 'Priya Raman' };
  const odd = { heading: 'Who pays for the ferry?', wordings: ['ferry tickets?'], answer: 'We do.', by: 'Mateo Silva' };
  const about = (question: object) =>
    toDraftPost({ ...session, questions: [one, { ...odd, ...question }, last], covered: [] });

  test.each([
    ['an answer that waits', { answer: 'TBC' }],
    ['an answer of signs', { answer: '?' }],
    ['a heading that is none', { heading: 'FAQ' }],
    ['an answer that is a question with its answer', { answer: 'Who may come?\n: All.' }],
  ])('is followed up, and its wordings go to no other question: %s', (_, question) => {
    const draft = about(question);
    if (draft === null) throw new Error('There is no draft');
    const { entries, faults } = load(draft);
    expect(faults).toEqual([]);
    expect(entries.map((entry) => [entry.question, entry.phrasings])).toEqual([
      [one.heading, one.wordings],
      [last.heading, last.wordings],
    ]);
    const { heading, answer } = { ...odd, ...question };
    expect(draft.text).toContain(`- ${heading} (so far: ${answer.replace(/\s+/g, ' ')})`);
    expect(draft.text).not.toContain('Mateo');
    expect(draft.answered).toBe(2);
  });

  test('is no post at all where nothing else was answered', () => {
    expect(toDraftPost({ ...session, questions: [{ ...odd, answer: 'tbd' }] })).toBeNull();
  });

  test('no wording stands there that says no more than its heading', () => {
    const draft = about({ wordings: ['so, who pays for the ferry', 'And who pays for the ferry?', 'ferry tickets?'] });
    expect(draft?.phrasings?.text.match(/ferry.*#/g)).toEqual(['ferry tickets? #']);
  });
});
