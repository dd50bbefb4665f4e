// What the team writes becomes a draft entry: offered to its author, kept, taken, answering meanwhile where the team says so.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drafts, notices } from '../../src/answer/wording.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { startPressing } from './pressing.ts';
import { buttonsIn, shown } from './reading-replies.ts';
import { type Running, startForTest, startRunning } from './running-bot.ts';
import { askTheTeam, lastNotice, modalOf, onlyReply, post, press, questions, submit, viewText } from './team-steps.ts';

const { candidate, otherCandidate, teamMember, otherTeamMember } = PEOPLE;
const WATCH = 'how many hours does one watch take?';

let run: Running;

beforeAll(async () => {
  run = await startRunning();
});

afterAll(() => run.stop());

beforeEach(() => run.clock.advance(120_000));

const offersTo = (user: string) =>
  run.workspace.as(user).ephemerals.filter((message) => buttonsIn(message).includes(drafts.keep));

async function listDrafts(user: string = teamMember.id) {
  await run.workspace.as(user).command(questions, '/role drafts');
  await run.idle();
  return lastNotice(run, user);
}

/** The question in the list, as its value: the buttons of a draft carry the same one. */
function idOf(list: ReturnType<typeof lastNotice>, text: string): string {
  const place = list.blocks.findIndex((block) => JSON.stringify(block).includes(text));
  const actions = list.blocks[place + 1] as { elements: { value: string }[] } | undefined;
  if (place < 0 || actions === undefined) throw new Error(`No draft says ${text}`);
  return actions.elements[0]?.value ?? '';
}

/** Asked, answered by one of the team in the thread, and kept. */
async function keep(question: string, answer: string) {
  const asked = await post(run, `@rolecall ${question}`);
  await post(run, answer, { user: teamMember.id, threadTs: asked.ts });
  await press(run, teamMember.id, lastNotice(run, teamMember.id), drafts.keep);
  return asked;
}

async function decide(text: string, button: string, user: string = teamMember.id) {
  const list = await listDrafts(user);
  const id = idOf(list, text);
  const { elements } = list.blocks.find((block) => block['block_id'] === `draft-list:${id}`) as never as {
    elements: { action_id: string; text: { text: string } }[];
  };
  const action_id = elements.find((element) => element.text.text === button)?.action_id ?? '';
  expect(action_id).not.toBe('');
  await press(run, user, list, action_id, { forged: { action_id, value: id } });
}

describe('what is offered', () => {
  test('is an answer in the thread of a question that the notes do not cover, to its author alone', async () => {
    const asked = await post(run, '@rolecall may I bring my parrot along?');
    await post(run, 'Yes, in a *cage*: see https://example.org/pets', {
      user: teamMember.id,
      threadTs: asked.ts,
    });
    const [offer] = offersTo(teamMember.id);
    expect(offer?.threadTs).toBe(asked.ts);
    expect(shown(offer as never)).toContain('“May I bring my parrot along?”');
    expect(offersTo(candidate.id)).toEqual([]);
    expect(shown(await listDrafts())).toContain(drafts.none);
    await press(run, teamMember.id, offer as never, drafts.keep);
    const list = await listDrafts(otherTeamMember.id);
    expect(shown(list)).toContain(
      '*May I bring my parrot along?*\nYes, in a *cage*: see <https://example.org/pets|https://example.org/pets>',
    );
  });

  test.each(['Let me check', 'Good question!', 'thanks', 'what do you mean?'])('is never %j', async (text) => {
    const asked = await post(run, '@rolecall may I bring my parrot along?');
    const before = offersTo(teamMember.id).length;
    await post(run, text, { user: teamMember.id, threadTs: asked.ts });
    expect(offersTo(teamMember.id).length).toBe(before);
  });

  test('is nothing that a candidate writes, and nothing in other threads', async () => {
    const asked = await post(run, '@rolecall may I bring my ferret along?');
    await post(run, 'I think that they say yes to ferrets.', { user: otherCandidate.id, threadTs: asked.ts });
    expect(offersTo(otherCandidate.id)).toEqual([]);
    const chatter = await post(run, 'What a morning, the boat was late.');
    const before = offersTo(teamMember.id).length;
    await post(run, 'It was late because of the fog.', { user: teamMember.id, threadTs: chatter.ts });
    expect(offersTo(teamMember.id).length).toBe(before);
  });

  test('below a reply with several entries asks which of them it corrects, or keeps a new answer', async () => {
    const two = '@rolecall how many hours does one watch take? And who repairs the lamp? And may I bring a canoe?';
    for (const button of ['Corrects: Who repairs the lamp?', drafts.keepNew]) {
      run.clock.advance(120_000);
      const asked = await post(run, two);
      await post(run, `Since May the harbour office does that, ${button.length} of them.`, {
        user: teamMember.id,
        threadTs: asked.ts,
      });
      const offer = lastNotice(run, teamMember.id);
      expect(shown(offer)).toContain(drafts.offerWhich);
      expect(buttonsIn(offer)).toContain('Corrects: How long is a watch at the lighthouse?');
      await press(run, teamMember.id, offer, button);
    }
    const list = shown(await listDrafts());
    expect(list).toMatch(
      /\*Who repairs the lamp\?\*\nSince May the harbour office does that, 31 of them\.\n[^\n]*corrects: /,
    );
    expect(list).toMatch(/canoe\?\*\nSince May the harbour office does that, 12 of them\./);
    for (const text of ['31 of them', '12 of them']) await decide(text, drafts.refuse);
  });

  test('below an answer to one of two questions is for the other one, unless its author says that it corrects', async () => {
    const asked = await post(run, '@rolecall who repairs the lamp? And can I bring my snake along?');
    await post(run, 'Snakes stay on the mainland.', { user: teamMember.id, threadTs: asked.ts });
    const offer = lastNotice(run, teamMember.id);
    expect(buttonsIn(offer)).toContain('Corrects: Who repairs the lamp?');
    await press(run, teamMember.id, offer, drafts.keepNew);
    expect(shown(await listDrafts())).toMatch(/snake along\?\*\nSnakes stay on the mainland\./);
    await decide('Snakes stay', drafts.refuse);
  });

  test('follows its message: edited it reads so, deleted it is gone', async () => {
    const asked = await post(run, '@rolecall is there a piano?');
    const answer = await post(run, 'There is a piano in the hall.', { user: teamMember.id, threadTs: asked.ts });
    run.workspace.as(teamMember.id).edit(answer, 'There is a piano, out of tune, in the hall.');
    await run.idle();
    await press(run, teamMember.id, lastNotice(run, teamMember.id), drafts.keep);
    expect(shown(await listDrafts())).toContain('There is a piano, out of tune, in the hall.');
    const organ = await post(run, '@rolecall is there an organ?');
    const other = await post(run, 'There is an organ in the chapel.', { user: teamMember.id, threadTs: organ.ts });
    const offer = lastNotice(run, teamMember.id);
    run.workspace.as(teamMember.id).delete(other);
    await run.idle();
    await press(run, teamMember.id, offer, drafts.keep);
    expect(lastNotice(run, teamMember.id).text).toBe(drafts.outcomes.gone);
  });

  test('is what was written to the asker, in the window that posted it', async () => {
    const { card } = await askTheTeam(run, '@rolecall are there life jackets?');
    await press(run, teamMember.id, card, 'Write an answer');
    const { text } = await submit(run, teamMember.id, { text: 'Yes: one # for <everybody>, in the boat.' });
    expect(text).toContain(drafts.keep);
    await press(run, teamMember.id, modalOf(run, teamMember.id), drafts.keep);
    expect(viewText(modalOf(run, teamMember.id))).toContain(drafts.outcomes.kept);
    expect(shown(await listDrafts())).toContain('Yes: one # for &lt;everybody&gt;, in the boat.');
  });
});

describe('a draft', () => {
  test('answers nobody before the team releases it; then everybody, as the team’s words; and no longer than it may', async () => {
    const QUESTION = 'can I keep bees on the roof?';
    await keep(QUESTION, 'Bees are welcome on the south roof.');
    const waiting = await post(run, `@rolecall ${QUESTION}`, { user: otherCandidate.id });
    expect(shown(onlyReply(run, waiting.ts))).not.toContain('south roof');
    await decide('bees on the roof', drafts.release);
    expect(shown(lastNotice(run, teamMember.id))).toContain(drafts.states.released);
    const asked = await post(run, QUESTION, { user: otherCandidate.id });
    const reply = onlyReply(run, asked.ts);
    expect(shown(reply)).toContain('Bees are welcome on the south roof.');
    expect(shown(reply)).toMatch(/\S+ wrote this for the team on .* It is not in the notes yet\./);
    expect(shown(reply)).not.toContain('Read the full post');
    await run.workspace.as(candidate.id).command(questions, '/role list');
    await run.idle();
    expect(shown(lastNotice(run, candidate.id))).not.toContain('bees');
    run.clock.advance(30 * 86_400_000);
    await run.bot.search.keeper.catchUp();
    const later = await post(run, QUESTION, { user: candidate.id });
    expect(run.replies(later.ts)).toEqual([]);
  });

  test('that is long says in the list that there is more, and answers whole: nobody could read the rest elsewhere', async () => {
    const QUESTION = 'may I keep hens behind the house?';
    const answer = `Two hens.\n\n${'They need a coop that the storm cannot take. '.repeat(40)}The last word is yours.`;
    await keep(QUESTION, answer);
    const list = await listDrafts();
    const { elements } = list.blocks.find(
      (block) => block['block_id'] === `draft-list:${idOf(list, 'hens')}`,
    ) as never as {
      elements: { accessibility_label: string }[];
    };
    expect(elements.map((each) => each.accessibility_label)).toContain(
      `${drafts.refuse}: May I keep hens behind the house?`,
    );
    expect(shown(list)).toMatch(/Two hens\.\n…\n/);
    await decide('hens', drafts.release);
    const asked = await post(run, QUESTION, { user: otherCandidate.id });
    expect(shown(onlyReply(run, asked.ts))).toContain('The last word is yours.');
    await decide('hens', drafts.refuse);
  });

  test('is edited in a window: raw HTML and headings go, and what answers is the new text', async () => {
    const QUESTION = 'where do I leave my bicycle?';
    await keep(QUESTION, 'Leave it behind the boat house.');
    await decide('my bicycle', drafts.edit);
    const answer = '# Where?\n\nBehind the boat house, **locked**. <script>x</script>';
    await submit(run, teamMember.id, { question: 'Where do bicycles stand?', answer });
    expect(viewText(modalOf(run, teamMember.id))).toContain(drafts.outcomes.saved);
    const list = shown(await listDrafts());
    expect(list).toContain('*Where do bicycles stand?*\nWhere?\n\nBehind the boat house, *locked*.');
    expect(list).not.toContain('script');
  });

  test('that is refused or stopped answers no more', async () => {
    const QUESTION = 'may I fly a kite from the gallery?';
    await keep(QUESTION, 'Only where no rope hangs.');
    await decide('fly a kite', drafts.release);
    await decide('fly a kite', drafts.stop);
    const asked = await post(run, QUESTION, { user: otherCandidate.id });
    expect(run.replies(asked.ts)).toEqual([]);
    await decide('fly a kite', drafts.refuse);
    expect(shown(lastNotice(run, teamMember.id))).not.toContain('kite');
  });

  test('corrects the answer above it, in its place; the note answers again once it is stopped', async () => {
    const asked = await post(run, WATCH);
    const before = shown(onlyReply(run, asked.ts));
    await post(run, 'A watch takes five hours since the spring.', { user: teamMember.id, threadTs: asked.ts });
    const offer = lastNotice(run, teamMember.id);
    expect(shown(offer)).toContain('correction');
    await press(run, teamMember.id, offer, drafts.keep);
    await decide('five hours since the spring', drafts.release);
    const again = await post(run, WATCH, { user: otherCandidate.id });
    expect(shown(onlyReply(run, again.ts))).toContain('A watch takes five hours since the spring.');
    expect(shown(onlyReply(run, again.ts))).toContain('It is not in the notes yet.');
    await decide('five hours since the spring', drafts.refuse);
    const third = await post(run, WATCH, { user: candidate.id });
    expect(shown(onlyReply(run, third.ts))).toBe(before);
  });
});

test('who is not in the team is told nothing and changes nothing, whatever they send', async () => {
  await keep('are kites allowed on the tower?', 'Kites are allowed on calm days.');
  const id = idOf(await listDrafts(), 'Are kites allowed');
  await run.workspace.as(candidate.id).command(questions, '/role drafts');
  await run.idle();
  expect(lastNotice(run, candidate.id).text).toBe(notices['team-only']);
  const pressing = await startPressing(run);
  try {
    const from = { user: candidate.id, value: id, channel: questions, ts: null };
    for (const actionId of ['keep_draft', 'drop_draft', 'decide_draft:0', 'decide_draft:1', 'decide_draft:2'])
      expect(await pressing.press({ ...from, actionId })).toContain(drafts.outcomes['team-only']);
    // Somebody else in the team may not keep what is not theirs, nor take what was only offered.
    const asked = await post(run, '@rolecall are drums allowed on the tower?');
    await post(run, 'Drums are for the festival only.', { user: teamMember.id, threadTs: asked.ts });
    const offered = JSON.stringify(lastNotice(run, teamMember.id).blocks).match(/"value":"([^"]+)"/)?.[1] ?? '';
    const other = { ...from, user: otherTeamMember.id, value: offered };
    for (const actionId of ['keep_draft', 'decide_draft:2'])
      expect(await pressing.press({ ...other, actionId })).toContain(drafts.outcomes.gone);
    const values = { question: { question: { value: 'X?' } }, answer: { answer: { value: 'Y' } } };
    const view = { private_metadata: id, state: { values } };
    expect(await pressing.submit(candidate.id, 'edit_draft', view)).toContain(drafts.outcomes['team-only']);
  } finally {
    await pressing.close();
  }
  expect(shown(await listDrafts())).toContain('Kites are allowed on calm days.');
});

test('what was kept and released is there after a restart', async () => {
  const other = await startForTest({ keepsState: true });
  run.clock.advance(0);
  const asked = await post(other, '@rolecall may I fish from the jetty?');
  await post(other, 'Fish from the jetty as you like.', { user: teamMember.id, threadTs: asked.ts });
  await press(other, teamMember.id, lastNotice(other, teamMember.id), drafts.keep);
  await other.workspace.as(teamMember.id).command(CHANNELS.questions.id, '/role drafts');
  await other.idle();
  await press(other, teamMember.id, lastNotice(other, teamMember.id), drafts.release);
  await other.restart();
  const again = await post(other, 'may I fish from the jetty?', { user: otherCandidate.id });
  expect(other.replies(again.ts).map(shown)).toEqual([expect.stringContaining('Fish from the jetty as you like.')]);
});
