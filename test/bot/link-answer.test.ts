// *Answer from the notes*: a team member links an answer to a message, from the shortcut to the reply in the thread.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linking } from '../../src/answer/wording.ts';
import { CHANNELS, directChannelId, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { buttonsIn, notifiedBy, shown } from './reading-replies.ts';
import { type Running, startForTest, startRunning } from './running-bot.ts';
import { modalOf, post, press, questions, shortcut, submit, submitEntered, UNCOVERED, viewText } from './team-steps.ts';

const { candidate, otherCandidate, teamMember, otherTeamMember } = PEOPLE;
const FOG = 'That thing honking all night, which rock is it on?';

let run: Running;

beforeAll(async () => {
  // What was missed is not looked for: its calls would stand among those counted here.
  run = await startRunning({ env: { CATCH_UP_MINUTES: '0' } });
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

/** Without remembering: the next test asks in the same words. */
async function link(user: string, entered: Parameters<typeof submit>[2] = {}) {
  return await submit(run, user, { remember: [], ...entered });
}

describe('the shortcut', () => {
  test('opens with three matches, posts the one that is chosen in the thread, addressed to the author', async () => {
    const asked = await post(run, FOG);
    expect(run.replies(asked.ts)).toEqual([]);
    const modal = await shortcut(run, teamMember.id, asked);
    expect(viewText(modal)).toContain('Amara Diallo asked');
    expect(viewText(modal).match(/"value":"[0-9a-f]{16}"/g)).toHaveLength(3);
    const { errors, text } = await link(teamMember.id);
    expect(errors).toEqual({});
    expect(text).toContain('Posted in the thread');
    const [reply] = run.replies(asked.ts);
    expect(reply).toMatchObject({ threadTs: asked.ts });
    expect(reply && notifiedBy(reply)).toEqual([candidate.id]);
    expect(reply && shown(reply)).toContain('Priya Raman linked this from the notes.');
    expect(reply && buttonsIn(reply)).toContain('Not what I asked');
  });

  test('chooses nothing beforehand and remembers nothing where no match is likely', async () => {
    const asked = await post(run, UNCOVERED);
    const modal = await shortcut(run, teamMember.id, asked);
    expect(radioValues(modal, 'initial')).toEqual([]);
    expect(viewText(modal)).not.toContain('initial_options');
    const before = run.replies(asked.ts).length;
    const { text } = await submitEntered(run, teamMember.id);
    expect(text).toContain(linking.problems['nothing-chosen']);
    expect(run.replies(asked.ts).length).toBe(before);
    const likely = await shortcut(run, teamMember.id, await post(run, 'Where is the fog horn, they wonder.'));
    expect(radioValues(likely, 'initial')).toHaveLength(1);
    expect(viewText(likely)).toContain('initial_options');
  });

  test('opens a view before it looks anything up', async () => {
    const asked = await post(run, FOG);
    const before = run.workspace.calls.length;
    await shortcut(run, teamMember.id, asked);
    const methods = run.workspace.calls.slice(before).map(({ method }) => method);
    expect(methods[0]).toBe('views.open');
    expect(methods.at(-1)).toBe('views.update');
  });

  test('within a thread answers there', async () => {
    const root = await post(run, 'Good morning, harbour!');
    const asked = await post(run, FOG, { threadTs: root.ts });
    await shortcut(run, teamMember.id, asked);
    await link(teamMember.id);
    expect(run.replies(root.ts).map(({ threadTs }) => threadTs)).toEqual([root.ts]);
  });

  test('keeps a message of any length out of the modal', async () => {
    const asked = await post(run, `${'There is so much to say about fog. '.repeat(800)} ${FOG}`);
    const modal = await shortcut(run, teamMember.id, asked);
    expect(String(modal.given['private_metadata']).length).toBeLessThan(200);
    expect((await link(teamMember.id)).text).toContain('Posted in the thread');
  });
});

describe('choosing', () => {
  test('another match changes the preview, and that one is posted', async () => {
    const asked = await post(run, FOG);
    const modal = await shortcut(run, teamMember.id, asked);
    const second = radioValues(modal)[1] ?? '';
    const before = viewText(modal);
    await press(run, teamMember.id, modal, 'offered_entry', { value: second });
    expect(viewText(modalOf(run, teamMember.id))).not.toBe(before);
    await link(teamMember.id);
    const [reply] = run.replies(asked.ts);
    expect(reply && shown(reply)).toContain(radioLabels(modal)[1]);
  });

  test('by typing finds a question exactly, by its beginning, and with a typing error', async () => {
    const asked = await post(run, FOG);
    const modal = await shortcut(run, teamMember.id, asked);
    const priya = run.workspace.as(teamMember.id);
    const typed = async (text: string) => {
      const { options } = await priya.type(modal, 'other_entry', text);
      return options.map((option) => option.text.text);
    };
    expect((await typed('Where is the fog horn?'))[0]).toBe('Where is the fog horn?');
    expect((await typed('where is'))[0]).toBe('Where is the fog horn?');
    expect(await typed('lokbook')).toContain('How is the logbook kept?');
    expect((await typed('')).length).toBe(15);
  });

  test('by typing empties the matches, shows the preview and is what is posted', async () => {
    const asked = await post(run, FOG);
    const modal = await shortcut(run, teamMember.id, asked);
    const priya = run.workspace.as(teamMember.id);
    const found = (await priya.type(modal, 'other_entry', 'south pier')).options[0]?.value ?? '';
    await press(run, teamMember.id, modal, 'other_entry', { value: found });
    const chosen = viewText(modalOf(run, teamMember.id));
    expect(chosen).toContain('Two metres at low tide.');
    expect(radioValues(modalOf(run, teamMember.id), 'initial')).toEqual([]);
    await link(teamMember.id);
    const [reply] = run.replies(asked.ts);
    expect(reply && shown(reply)).toContain('Two metres at low tide.');
  });

  test('in a hurry: what was chosen last counts, even if its preview never came', async () => {
    const asked = await post(run, FOG);
    const modal = await shortcut(run, teamMember.id, asked);
    const found =
      (await run.workspace.as(teamMember.id).type(modal, 'other_entry', 'south pier')).options[0]?.value ?? '';
    await link(teamMember.id, { other_entry: found });
    const [reply] = run.replies(asked.ts);
    expect(reply && shown(reply)).toContain('Two metres at low tide.');
  });
});

describe('a sentence of one’s own', () => {
  test('stands above the answer, and nothing in it is live', async () => {
    const asked = await post(run, FOG);
    await shortcut(run, teamMember.id, asked);
    await link(teamMember.id, { sentence: 'Ask <@U0JONAS001> & <!channel>, <https://evil.example|here>.' });
    const [reply] = run.replies(asked.ts);
    expect(reply && notifiedBy(reply)).toEqual([candidate.id]);
    expect(reply && shown(reply)).toContain('Ask &lt;@U0JONAS001&gt; &amp; &lt;!channel&gt;');
  });
});

describe('what cannot be answered', () => {
  test('the bot is not in the channel: it says so before and after, and posts once it is invited', async () => {
    const channel = CHANNELS.officeHours.id;
    const asked = await post(run, FOG, { channel });
    const modal = await shortcut(run, teamMember.id, asked);
    expect(viewText(modal)).toContain('/invite');
    const refused = await link(teamMember.id, { sentence: 'Over here!' });
    expect(refused.text).toContain('/invite');
    expect(refused.text).toContain('Over here!');
    run.workspace.as(teamMember.id).invite(channel, 'U0LOCALBOT');
    expect((await link(teamMember.id)).text).toContain('Posted in the thread');
    const [reply] = run.workspace.botMessages(channel, asked.ts);
    expect(reply && shown(reply)).toContain('Over here!');
  });

  test("the bot's own message is declined politely", async () => {
    const watch = await post(run, 'how many hours does one watch take?');
    const [own] = run.replies(watch.ts);
    if (own === undefined) throw new Error('no reply');
    expect(viewText(await shortcut(run, teamMember.id, own))).toContain(linking.problems['own-message']);
  });

  test('a question deleted meanwhile: nothing is left in the channel', async () => {
    const asked = await post(run, FOG);
    await shortcut(run, teamMember.id, asked);
    run.workspace.as(candidate.id).delete(asked);
    await run.idle();
    expect((await link(teamMember.id)).text).toContain(linking.problems['question-gone']);
    expect(run.workspace.botMessages(questions).filter(({ threadTs }) => threadTs === null)).toEqual([]);
  });

  test('the same answer is linked once, whoever else has the modal open; another one may follow', async () => {
    const asked = await post(run, FOG);
    await shortcut(run, teamMember.id, asked);
    const modal = await shortcut(run, otherTeamMember.id, asked);
    await link(teamMember.id);
    expect((await link(otherTeamMember.id)).text).toContain(linking.problems['linked-already']);
    expect(run.replies(asked.ts)).toHaveLength(1);
    await link(otherTeamMember.id, { offered_entry: radioValues(modal)[1] ?? '' });
    expect(run.replies(asked.ts)).toHaveLength(2);
  });

  test('an answer that was removed can be linked again', async () => {
    const asked = await post(run, FOG);
    await shortcut(run, teamMember.id, asked);
    await link(teamMember.id);
    const [wrong] = run.replies(asked.ts);
    if (wrong === undefined) throw new Error('nothing was linked');
    await press(run, teamMember.id, wrong, 'Remove');
    await shortcut(run, teamMember.id, asked);
    expect((await link(teamMember.id)).text).toContain('Posted in the thread');
    expect(run.replies(asked.ts)).toHaveLength(1);
  });

  test('two who submit at the same instant: one reply', async () => {
    const asked = await post(run, FOG);
    await shortcut(run, teamMember.id, asked);
    await shortcut(run, otherTeamMember.id, asked);
    await Promise.all([teamMember, otherTeamMember].map(({ id }) => link(id)));
    expect(run.replies(asked.ts)).toHaveLength(1);
  });

  test('remembering without a wording is pointed out in the modal', async () => {
    const asked = await post(run, FOG);
    await shortcut(run, teamMember.id, asked);
    const { errors } = await submit(run, teamMember.id, { wording: '@priya https://example.org' });
    expect(errors).toEqual({ wording: linking.wordingMissing });
    expect(run.replies(asked.ts)).toEqual([]);
  });

  test('a direct message of two people: it says that it cannot post there', async () => {
    run.workspace.arrange('chat.postMessage', { error: 'channel_not_found' });
    const asked = await post(run, FOG, { user: otherCandidate.id });
    await shortcut(run, teamMember.id, asked);
    expect((await link(teamMember.id)).text).toContain(linking.notVisible);
  });

  test("in the bot's direct message the answer goes there", async () => {
    const direct = directChannelId(teamMember.id);
    const asked = await post(run, FOG, { user: teamMember.id, channel: direct });
    const before = run.workspace.botMessages(direct).length;
    await shortcut(run, teamMember.id, asked);
    await link(teamMember.id);
    expect(run.workspace.botMessages(direct).length).toBe(before + 1);
  });
});

test('over signed HTTP the same modal opens, searches and posts', async () => {
  const http = await startForTest({ way: 'http' });
  const asked = await post(http, FOG);
  const modal = await shortcut(http, teamMember.id, asked);
  const { options } = await http.workspace.as(teamMember.id).type(modal, 'other_entry', 'south pier');
  await press(http, teamMember.id, modal, 'other_entry', { value: options[0]?.value ?? '' });
  expect((await submit(http, teamMember.id, { remember: [] })).text).toContain('Posted in the thread');
  expect(http.replies(asked.ts).map(shown)).toEqual([expect.stringContaining('Two metres at low tide.')]);
}, 60_000);

interface Radio {
  readonly options: readonly { readonly value: string; readonly text: { readonly text: string } }[];
  readonly initial_option?: { readonly value: string };
}

function radioOf(view: { readonly given: Readonly<Record<string, unknown>> }): Radio {
  const blocks = view.given['blocks'] as readonly { readonly elements?: readonly { readonly type: string }[] }[];
  const radio = blocks.flatMap(({ elements = [] }) => elements).find(({ type }) => type === 'radio_buttons');
  if (radio === undefined) throw new Error('There are no matches to choose from');
  return radio as unknown as Radio;
}

function radioValues(view: Parameters<typeof radioOf>[0], which: 'all' | 'initial' = 'all'): string[] {
  const { options, initial_option: initial } = radioOf(view);
  if (which === 'initial') return initial === undefined ? [] : [initial.value];
  return options.map(({ value }) => value);
}

function radioLabels(view: Parameters<typeof radioOf>[0]): string[] {
  return radioOf(view).options.map(({ text }) => text.text);
}
