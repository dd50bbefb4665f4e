// Questions of the notes in other words.
import { describe, expect, test } from 'vitest';
import { reword } from '../../src/app/introduce-notes.ts';
import { pickExample } from '../../src/use-cases/answer/find-example.ts';

describe('a question to try', () => {
  test('is a phrasing that asks in a whole sentence', () => {
    const phrasings = ['pay', 'money?', 'how much would I be paid?'];
    expect(reword({ question: 'What is the salary?', phrasings }, 0)).toBe('how much would I be paid?');
  });

  test('else the heading as people put it in a chat, names and I left as they are', () => {
    expect(reword({ question: 'How long is a watch?', phrasings: [] }, 0)).toBe('Hi all, how long is a watch?');
    expect(reword({ question: 'NASA and us?', phrasings: [] }, 1)).toBe('Quick question: NASA and us?');
    expect(reword({ question: 'I missed it. What now?', phrasings: [] }, 3)).toBe('Hi all, I missed it. What now?');
  });
});

describe('an example', () => {
  test('is a question of a fitting length, or nothing', () => {
    expect(pickExample(['Why?', 'Location and travel costs', 'How long is a watch?'])).toBe('How long is a watch?');
    expect(pickExample(['Location and travel costs'])).toBe('Location and travel costs');
    expect(pickExample(['Why?'])).toBeNull();
  });
});
