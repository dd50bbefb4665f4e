// The page of a rehearsal: whatever people, notes and exports say stays text.
import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '../../../src/use-cases/rehearse/rehearsal.ts';
import { toRehearsalPage } from '../../../src/use-cases/rehearse/to-rehearsal-page.ts';

const attack = `<script>alert("1")</script>'"&<img src=x onerror=alert(1)>`;
const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&quot;&amp;&lt;img src=x onerror=alert(1)&gt;';

function toRehearsal(url: string): Rehearsal {
  const example = { text: attack, confidence: 0.5, channel: attack, date: '2026-01-05' };
  const row = {
    entry: { question: attack, url, note: attack, id: attack },
    name: attack,
    count: 1,
    examples: [example],
  };
  return {
    messages: 4,
    people: 2,
    period: { first: '2026-01-05', last: '2026-01-19', weeks: 2 },
    decisions: { answer: 1, suggest: 1, uncovered: 1, silent: 1 },
    answered: [row],
    suggested: [row],
    uncovered: [{ text: attack, count: 1 }],
    leftAlone: [{ reason: 'asks-nothing', count: 1, examples: [attack] }],
  };
}

describe('toRehearsalPage', () => {
  it('escapes every word, and links to nothing but http', () => {
    const page = toRehearsalPage(toRehearsal('javascript:alert(1)'), { channels: [attack], madeOn: '2026-02-01' });
    expect(page).not.toMatch(/<script|<img|javascript:/);
    expect(page.split(escaped)).toHaveLength(10);
    const linked = toRehearsalPage(toRehearsal('https://x.example/?a="b"&c'), { channels: [], madeOn: '2026-02-01' });
    expect(linked).toContain(`<a href="https://x.example/?a=&quot;b&quot;&amp;c">${escaped}</a>`);
  });

  it('says how often in a week', () => {
    const page = toRehearsalPage(toRehearsal('https://x.example/'), { channels: ['help'], madeOn: '2026-02-01' });
    expect(page).toContain('4 messages of 2 people in #help, from 2026-01-05 to 2026-01-19 (2 weeks).');
    expect(page).toContain('It would have spoken in the channel 0.5 times a week, to 25.0% of the messages.');
  });
});
