// What is counted while messages go by.
import { expect, it } from 'vitest';
import { RehearsalCounter } from '../../../src/use-cases/rehearse/rehearsal.ts';
import { renderRehearsal } from '../../../src/use-cases/rehearse/render-rehearsal.ts';
import type { Replayed } from '../../../src/use-cases/rehearse/replay.ts';
import { toRehearsalPage } from '../../../src/use-cases/rehearse/to-rehearsal-page.ts';

function toReplayed(
  kind: 'answer' | 'suggest' | 'uncovered' | 'silent',
  question: string,
  title: string,
  reason = 'matched',
): Replayed {
  const entry = { key: `${title} ${question}`, note: `${title}.md`, id: 'q', question, url: null, post: { title } };
  const asked = { question, kind, reason, matches: [{ entry, confidence: 0.9 }] };
  const message = { channel: 'help', user: 'U1', ts: '1700000000.0001', text: question };
  return { message, decision: { kind, reason, questions: [asked] } } as unknown as Replayed;
}

it('names the posts of entries that ask the same, wherever they stand', () => {
  const counter = new RehearsalCounter();
  counter.note(toReplayed('answer', 'How do I apply?', 'Cooks'));
  counter.note(toReplayed('answer', 'Where do I sleep?', 'Cooks'));
  counter.note(toReplayed('suggest', 'How do I apply?', 'Guides'));
  const rehearsal = counter.finish();
  expect(rehearsal.answered.map(({ name }) => name)).toEqual(['How do I apply? (Cooks)', 'Where do I sleep?']);
  expect(rehearsal.suggested.map(({ name }) => name)).toEqual(['How do I apply? (Guides)']);
  expect(renderRehearsal(rehearsal, [], false)).toContain('1  How do I apply? (Guides)');
  expect(toRehearsalPage(rehearsal, { channels: [], madeOn: '2026-02-01' })).toContain('How do I apply? (Guides)');
});

it('counts no question as missing from the notes that got no suggestion for another reason', () => {
  const counter = new RehearsalCounter();
  counter.note(toReplayed('uncovered', 'Is there a pool?', 'Cooks', 'not-in-notes'));
  counter.note(toReplayed('silent', 'Where do I sleep?', 'Cooks', 'suggested-lately'));
  const rehearsal = counter.finish();
  expect(rehearsal.uncovered).toEqual([{ text: 'Is there a pool?', count: 1 }]);
  expect(rehearsal.leftAlone).toEqual([{ reason: 'suggested-lately', count: 1, examples: ['Where do I sleep?'] }]);
});

it('tells no weekly rate of less than a week', () => {
  const counter = new RehearsalCounter();
  counter.note(toReplayed('answer', 'Where do I sleep?', 'Cooks'));
  const said = renderRehearsal(counter.finish(), [], false);
  expect(said).toContain('from 2023-11-14 to 2023-11-14.\nIt would have spoken in the channel 1 time, to 100.0%');
  expect(said).not.toContain('week');
});

it('shows three messages of each reason to leave one alone, and all where all is asked for', () => {
  const counter = new RehearsalCounter();
  for (let at = 0; at < 5; at += 1) counter.note(toReplayed('silent', `lunch at ${at}`, 'Cooks', 'asks-nothing'));
  const rehearsal = counter.finish();
  const shownIn = (text: string) => text.match(/“lunch at \d”/g);
  expect(shownIn(renderRehearsal(rehearsal, [], false))).toHaveLength(3);
  expect(shownIn(renderRehearsal(rehearsal, [], true))).toHaveLength(5);
  const page = toRehearsalPage(rehearsal, { channels: [], madeOn: '2026-02-01' });
  expect(shownIn(page)).toHaveLength(5);
  expect(page).toContain('<details><summary>2 more</summary><ul><li>“lunch at 3”</li>');
});
