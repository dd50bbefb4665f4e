// People who ask, change their minds and take back what they asked; and what must stand in the channel afterwards.
import { toPasserById } from '../../dist/workspace/server/state/create-world.js';

const CHATTER = ['lunch, anyone?', 'thanks, see you all tomorrow', 'the ferry was late again today', 'good morning!'];
const shareOfMentions = 0.3;
const shareOfChatter = 0.1;
const shareOfChanges = 0.05;

/** `entries`: what the notes answer, as `{question}`. */
export function createPeople({ workspace, channel, crowd, entries, random }) {
  const pick = (from) => from[Math.floor(random() * from.length)];
  const said = [];
  const later = new Set();
  let turn = 0;

  function say() {
    const user = toPasserById(turn % crowd);
    turn += 1;
    const isChatter = random() < shareOfChatter;
    const entry = isChatter ? null : pick(entries);
    const mention = !isChatter && random() < shareOfMentions ? '@rolecall ' : '';
    const message = workspace.as(user).post(channel, mention + (entry === null ? pick(CHATTER) : entry.question));
    const one = { user, message, entry, isDeleted: false, mention };
    said.push(one);
    if (!isChatter && random() < shareOfChanges) inAMoment(() => edit(one));
    if (!isChatter && random() < shareOfChanges) inAMoment(() => remove(one));
  }

  function inAMoment(change) {
    const timer = setTimeout(() => {
      later.delete(timer);
      change();
    }, random() * 4000);
    later.add(timer);
  }

  function edit(one) {
    if (one.isDeleted) return;
    one.entry = pick(entries.filter((entry) => entry !== one.entry));
    one.isEdited = true;
    workspace.as(one.user).edit(one.message, one.mention + one.entry.question);
  }

  function remove(one) {
    one.isDeleted = true;
    workspace.as(one.user).delete(one.message);
  }

  return { say, said, isStill: () => later.size === 0 };
}

/** What is wrong in the channel, by kind. */
export function findFaults({ workspace, channel, said }) {
  const byThread =
    Map.groupBy?.(workspace.botMessages(channel), ({ threadTs }) => threadTs) ?? group(workspace.botMessages(channel));
  const faults = { missing: [], double: [], wrong: [], 'for what is deleted': [], 'for chatter': [], astray: [] };
  for (const one of said) {
    const { ts } = one.message;
    const replies = byThread.get(ts) ?? [];
    byThread.delete(ts);
    if (one.isDeleted) note(faults['for what is deleted'], replies.length > 0, one);
    else if (one.entry === null) note(faults['for chatter'], replies.length > 0, one);
    else {
      note(faults.missing, replies.length === 0, one);
      note(faults.double, replies.length > 1, one);
      note(faults.wrong, replies.length === 1 && !JSON.stringify(replies[0].blocks).includes(one.entry.question), one);
    }
  }
  faults.astray.push(...[...byThread.keys()].map((ts) => ({ ts })));
  return faults;
}

function note(list, isSo, one) {
  if (isSo) list.push({ ts: one.message.ts, isEdited: one.isEdited === true });
}

function group(messages) {
  const found = new Map();
  for (const message of messages) found.set(message.threadTs, [...(found.get(message.threadTs) ?? []), message]);
  return found;
}
