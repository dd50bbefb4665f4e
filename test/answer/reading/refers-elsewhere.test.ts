import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../../src/answer/reading/read-questions.ts';
import { findQuoted, refersElsewhere } from '../../../src/answer/reading/refers-elsewhere.ts';

describe('a message with nothing of its own to look up', () => {
  it.each([
    '<@U0BOT> can you answer this?',
    '<@U0BOT> what about this?\n&gt; how long is it?',
    '<@U0BOT> can you help here?',
    '<@U0BOT>',
    '<@U0BOT> ^^',
    '<@U0BOT> any idea?',
    '<@U0BOT> please answer the question above',
    '<@U0BOT> thoughts on this one?',
  ])('points elsewhere: %s', (text) => {
    expect(refersElsewhere(readQuestions(text, 'U0BOT'))).toBe(true);
  });

  it.each([
    '<@U0BOT> thanks!',
    '<@U0BOT> hello',
    '<@U0BOT> how long is it?',
    '<@U0BOT> stipend?',
    '<@U0BOT> can you answer this for visas?',
    '<@U0BOT> what can you do?',
  ])('does not: %s', (text) => {
    expect(refersElsewhere(readQuestions(text, 'U0BOT'))).toBe(false);
  });
});

describe('a quotation', () => {
  it.each([
    ['no quotation', null],
    ['see this\n&gt; how long\n&gt; is it?\nwell', 'how long\nis it?'],
    ['this\n&gt;&gt;&gt; how long\nis it?', 'how long\nis it?'],
  ])('%j', (text, quoted) => {
    expect(findQuoted(text)).toBe(quoted);
  });
});
