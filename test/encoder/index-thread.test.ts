import { describe, expect, it, onTestFinished } from 'vitest';
import { IndexThread } from '../../src/encoder/index-thread.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

function knowledgeOf(...questions: readonly string[]): Knowledge {
  const post = {
    note: 'pool.md',
    title: 'The pool',
    date: null,
    authors: [],
    url: null,
    closed: false,
    deadline: null,
  };
  const entries = questions.map((question, place) => ({
    key: `key-${place}`,
    note: post.note,
    id: `entry-${place}`,
    question,
    anchor: null,
    url: null,
    answer: `What there is to say about it: ${question.toLowerCase()}`,
    phrasings: [],
    post,
  }));
  return { entries, posts: [post], notCovered: [], faults: [] };
}

function open(): IndexThread {
  const thread = new IndexThread();
  onTestFinished(() => thread.close());
  return thread;
}

async function bestOf(thread: IndexThread, text: string): Promise<string | undefined> {
  const { results } = await thread.match([text], null);
  return results[0]?.matches[0]?.entry.question;
}

const POOL = knowledgeOf('When does the pool open?', 'Who may use the sauna?');
const TRAINS = knowledgeOf('Which train goes to the coast?', 'Where are bicycles allowed?');

describe('an index built ahead', () => {
  it('serves the notes it was built of', async () => {
    const thread = open();
    thread.buildAhead(POOL, 0.05);
    await thread.read(POOL, 0.05);
    await thread.buildWords();
    expect(await bestOf(thread, 'who may use the sauna')).toBe('Who may use the sauna?');
  });

  it('gives way to other notes', async () => {
    const thread = open();
    thread.buildAhead(POOL, 0.05);
    await thread.read(TRAINS, 0.05);
    await thread.buildWords();
    expect(thread.entries).toEqual(TRAINS.entries);
    expect(await bestOf(thread, 'which train goes to the coast')).toBe('Which train goes to the coast?');
    expect(await bestOf(thread, 'who may use the sauna')).not.toBe('Who may use the sauna?');
  });
});
