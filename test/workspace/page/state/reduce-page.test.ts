// The page's state after pushes and after what a person does.
import { describe, expect, it } from 'vitest';
import { initialState, type PageAction, type PageState } from '../../../../src/workspace/page/state/page-state.ts';
import { reducePage } from '../../../../src/workspace/page/state/reduce-page.ts';
import type { Push } from '../../../../src/workspace/page-api.ts';
import { CHANNEL, messageOf, stateOf } from '../workspace-state.ts';

const push = (pushed: Push): PageAction => ({ type: 'push', push: pushed });

function reduceAll(...actions: readonly PageAction[]): PageState {
  return [push({ type: 'state', state: stateOf({ messages: [messageOf('2.0')] }) }), ...actions].reduce(
    reducePage,
    initialState,
  );
}

const timesOf = (state: PageState) => state.workspace?.messages.map(({ ts }) => ts);

describe('reducePage', () => {
  it('opens the first public channel with the first state', () => {
    expect(reduceAll().place).toEqual({ kind: 'channel', id: 'C1' });
  });

  it('puts a new message where its time belongs and replaces a changed one', () => {
    const state = reduceAll(
      push({ type: 'message', message: messageOf('3.0') }),
      push({ type: 'message', message: messageOf('1.0') }),
      push({ type: 'message', message: messageOf('2.0', { text: 'changed' }) }),
    );
    expect(timesOf(state)).toEqual(['1.0', '2.0', '3.0']);
    expect(state.workspace?.messages[1]?.text).toBe('changed');
  });

  it('takes a deleted message away, and closes its thread and its editor', () => {
    const ref = { channel: 'C1', ts: '2.0' };
    const state = reduceAll(
      { type: 'open-thread', root: ref },
      { type: 'edit', message: ref },
      push({ type: 'message_deleted', ...ref }),
    );
    expect([timesOf(state), state.thread, state.editing]).toEqual([[], null, null]);
  });

  it('leaves a channel that the person may no longer see', () => {
    const state = reduceAll(
      { type: 'go', place: { kind: 'channel', id: 'C2' } },
      push({ type: 'channel_left', channel: 'C2' }),
    );
    expect(state.place).toEqual({ kind: 'channel', id: 'C1' });
    expect(state.workspace?.channels).toHaveLength(1);
  });

  it('counts what others write elsewhere until one looks there', () => {
    const elsewhere = messageOf('3.0', { channel: 'C2' });
    const counted = reduceAll(
      push({ type: 'message', message: elsewhere }),
      push({ type: 'message', message: { ...elsewhere, text: 'edited' } }),
      push({ type: 'message', message: { ...elsewhere, ts: '4.0', threadTs: '3.0' } }),
      push({ type: 'message', message: { ...elsewhere, ts: '5.0', userId: 'U1' } }),
      push({ type: 'message', message: messageOf('6.0') }),
    );
    expect(counted.unread).toEqual({ C2: 1 });
    expect(reducePage(counted, { type: 'go', place: { kind: 'channel', id: 'C2' } }).unread).toEqual({ C2: 0 });
  });

  it('keeps a thread open while one stays in its channel, and closes it elsewhere', () => {
    const open: PageAction = { type: 'open-thread', root: { channel: 'C1', ts: '2.0' } };
    expect(reduceAll(open, { type: 'go', place: { kind: 'channel', id: 'C1' } }).thread).not.toBeNull();
    expect(reduceAll(open, { type: 'go', place: { kind: 'home' } }).thread).toBeNull();
  });

  it('goes to the message that a link leads to, into its thread where it is a reply, and says when it is gone', () => {
    const reply = messageOf('3.0', { channel: 'C2', threadTs: '1.0' });
    const root = { channel: 'C2', ts: '1.0' };
    const pushes = [messageOf('1.0', { channel: 'C2' }), reply].map((message) => push({ type: 'message', message }));
    const message = { channel: 'C2', ts: '3.0' };
    const there = reduceAll(...pushes, { type: 'show', link: { message, root } });
    expect([there.place, there.thread, there.shown]).toEqual([{ kind: 'channel', id: 'C2' }, root, message]);

    const gone = reduceAll({ type: 'show', link: { message: { channel: 'C2', ts: '9.0' }, root: null } });
    expect([gone.place, gone.notices.length]).toEqual([{ kind: 'channel', id: 'C1' }, 1]);
  });

  it('brings the pane that was opened last to the front', () => {
    const thread: PageAction = { type: 'open-thread', root: { channel: 'C1', ts: '2.0' } };
    const why: PageAction = { type: 'open-why', focus: { channel: 'C1', ts: '2.0' } };
    expect(reduceAll(why, thread).front).toBe('thread');
    expect(reduceAll(thread, why).front).toBe('why');
    expect(reduceAll(thread, why, { type: 'close-why' }).front).toBe('thread');
  });

  it('replaces a decision on the same message', () => {
    const trace = { channel: 'C1', ts: '2.0', decision: 'silent', reason: 'a', questions: [] } as const;
    const state = reduceAll(
      push({ type: 'decision', trace }),
      push({ type: 'decision', trace: { ...trace, decision: 'answer', reason: 'b' } }),
    );
    expect(state.workspace?.decisions.map(({ reason }) => reason)).toEqual(['b']);
  });

  it('takes over modals, home, progress, connection and channels as they are pushed', () => {
    const view = {
      id: 'V1',
      hash: '1',
      type: 'home',
      title: '',
      submit: null,
      close: 'Close',
      blocks: [],
    } as const;
    const { workspace } = reduceAll(
      push({ type: 'modals', modals: [{ ...view, type: 'modal' }] }),
      push({ type: 'home', view }),
      push({ type: 'progress', text: 'Learning' }),
      push({ type: 'connection', connection: 'lost' }),
      push({ type: 'channel', channel: { ...CHANNEL, topic: 'new' } }),
    );
    expect(workspace?.modals).toHaveLength(1);
    expect([workspace?.home?.id, workspace?.progress, workspace?.connection]).toEqual(['V1', 'Learning', 'lost']);
    expect(workspace?.channels.map(({ topic }) => topic)).toEqual(['new', '']);
  });

  it('shows at most three notices, the newest last', () => {
    const notices = ['a', 'b', 'c', 'd'].map((text): PageAction => ({ type: 'notice', text }));
    expect(reduceAll(...notices).notices.map(({ text }) => text)).toEqual(['b', 'c', 'd']);
  });
});
