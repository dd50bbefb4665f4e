// What the bot brings to the team, by keyboard alone and without barriers in light and in dark: the digest, a review, and the host's board.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { digest, hours, linking, owners } from '../../../../src/answer/wording.ts';
import { toWeekStart } from '../../../../src/use-cases/reports/read-digest.ts';
import { PEOPLE } from '../../../../src/workspace/server/state/seed.ts';
import { shown } from '../../../bot/reading-replies.ts';
import { type Running, startForTest, until } from '../../../bot/running-bot.ts';
import { post, press, questions, submit, teamChannel } from '../../../bot/team-steps.ts';
import { findChromium } from '../../../requirements.ts';
import { sitDown } from './by-keyboard.ts';
import { withPage } from './open-page.ts';

const { otherCandidate, guest, teamMember, otherTeamMember } = PEOPLE;
const weekMs = 7 * 86_400_000;

const start = async () => await startForTest({ workspace: await withPage(), bot: { pace: { tellTeam: 50 } } });
const told = (run: Running, channel: string, text: string) =>
  run.workspace.botMessages(channel).findLast((message) => shown(message).includes(text));

describe.runIf(findChromium() !== null)('what the team is told', () => {
  it('the digest of a week, and whether a note is still right', { timeout: 120_000 }, async () => {
    const run = await start();
    await post(run, '@rolecall may I bring a trumpet?');
    writeFileSync(
      join(run.notes, 'bell.md'),
      '---\ntitle: The bell\nreview: 2026-01-01\n---\n\n## Who rings the bell?\n\nThe keeper on watch.\n',
    );
    await run.bot.search.keeper.reload();
    // A week away at least: whatever is looked at once an hour is looked at again, on a Monday before eight, too.
    run.clock.advance(toWeekStart(run.clock.now()) + 2 * weekMs + 60_000 - run.clock.now());
    await until(async () => told(run, teamChannel, digest.unanswered) !== undefined);
    await until(async () => told(run, teamChannel, 'still right') !== undefined);
    const priya = await sitDown(run.workspace, teamMember.id);
    await priya.choose('hiring-team', 'Shift+Tab');
    await priya.sees('may I bring a trumpet?');
    await priya.sees('Is this note still right?');
    await priya.choose(owners.stillRight);
    await priya.sees('is still right, says Priya Raman');
  });
});

describe.runIf(findChromium() !== null)('the board by keyboard alone', () => {
  it('is taken from, set aside, worded anew, linked from, and cleared', { timeout: 180_000 }, async () => {
    const run = await start();
    await run.workspace.as(teamMember.id).command(questions, '/role office-hours start Drop in');
    await until(async () => told(run, teamChannel, '*Office hours: ') !== undefined);
    const dog = await post(run, 'can I bring my dog to the lighthouse?');
    await post(run, 'is there a pension plan?', { user: otherCandidate.id });
    await press(run, guest.id, told(run, questions, 'hosts office hours') as never, hours.askNameless);
    await submit(run, guest.id, { text: 'Is your harbour master a crook?' });
    await post(run, 'Yes, on a lead.', { user: otherTeamMember.id, threadTs: dog.ts });
    const priya = await sitDown(run.workspace, teamMember.id);
    await priya.choose('hiring-team', 'Shift+Tab');
    await priya.sees('Answered in its thread by Mateo Silva');
    await priya.choose(`${hours.take}: Can I bring my dog`);
    await priya.sees('Answered live: 1');
    await priya.choose(`${hours.skip}: Is there a pension`);
    await priya.sees('Set aside: 1');
    await priya.choose(`${hours.reopen}: Is there a pension`);
    await priya.sees('Open: 2');
    await priya.choose(`${hours.edit}: Is there a pension`);
    const dialog = priya.page.getByRole('dialog');
    await priya.sees(dialog.getByRole('textbox', { name: hours.heading }));
    await priya.tabTo(hours.heading);
    await priya.page.keyboard.press('End');
    await priya.page.keyboard.type(' Really?');
    await priya.choose(hours.save);
    await priya.sees(dialog.getByText(hours.saved));
    await priya.page.keyboard.press('Escape');
    await priya.sees('Is there a pension plan? Really?');
    await priya.choose(`${hours.link}: Is there a pension`);
    await priya.sees(dialog.getByText(linking.offered));
    await priya.page.keyboard.press('Escape');
    await priya.choose(`${hours.remove}: Is your harbour master`);
    await priya.sees(dialog.getByText(hours.removeText));
    await priya.choose(hours.remove);
    await priya.sees('Open: 1');
    await until(async () => told(run, questions, 'harbour master') === undefined);
  });
});
