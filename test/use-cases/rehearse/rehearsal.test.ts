// What is counted while messages go by.
import { expect, it } from 'vitest';
import { RehearsalCounter } from '../../../src/use-cases/rehearse/rehearsal.ts';
import { renderRehearsal } from '../../../src/use-cases/rehearse/render-rehearsal.ts';
import type { Replayed } from '../../../src/use-cases/rehearse/replay.ts';
import { toRehearsalPage } from '../../../src/use-cases/rehearse/to-rehearsal-page.ts';

function toReplayed(kind: 'answer' | 'suggest', question: string, title: string): Replayed {
  const entry = { key: `${title} ${question}`, note: `${title}.md`, id: 'q', question, url: null, post: { title } };
  const asked = { question, kind, reason: 'matched', matches: [{ entry, confidence: 0.9 }] };
  const message = { channel: 'help', user: 'U1', ts: '1700000000.0001', text: question };
  return { message, decision: { kind, reason: 'matched', questions: [asked] } } as unknown as Replayed;
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
