// Which notes the bot has read, and some of their questions to try with one click.
import type { JSX } from 'react';
import type { Prompt } from '../../intro.ts';
import type { Channel } from '../../page-api.ts';
import { useWorkspace } from '../state/workspace-context.ts';

const notesNamed = 3;

function count(many: number, unit: string): string {
  return `${many} ${unit}${many === 1 ? '' : 's'}`;
}

/** Nothing before the notes are read. The bot leaves the team's questions alone, so that only a candidate gets some to try. */
export function TryQuestions({ channel }: { readonly channel: Channel }): JSX.Element | null {
  const { workspace } = useWorkspace();
  const { intro } = workspace;
  if (intro === null || !channel.memberIds.includes(workspace.botUserId)) return null;
  const { notes, examples } = intro;
  if (notes.length === 0) return <p>No notes have been read: there is nothing to answer from yet.</p>;
  const questions = notes.reduce((sum, note) => sum + note.questions, 0);
  const named = notes.slice(0, notesNamed).map(({ title, questions: many }) => `${title} (${many})`);
  const more = notes.length > notesNamed ? [`${notes.length - notesNamed} more`] : [];
  const isCandidate = workspace.users.find(({ id }) => id === workspace.userId)?.role === 'candidate';
  return (
    <>
      <p>
        It has read {count(questions, 'question')} from {count(notes.length, 'note')}: {[...named, ...more].join(', ')}.
      </p>
      {isCandidate && (
        <SayButtons
          channel={channel}
          lead="Try one of them, in other words:"
          texts={examples.map((text) => ({ title: text, message: text }))}
        />
      )}
    </>
  );
}

/** What is said with one click; nothing where there is nothing to say. */
export function SayButtons({
  channel,
  lead,
  texts,
}: {
  readonly channel: Channel;
  readonly lead: string;
  readonly texts: readonly Prompt[];
}): JSX.Element | null {
  const { call } = useWorkspace();
  if (texts.length === 0) return null;
  return (
    <>
      <p>{lead}</p>
      <ul className="try-questions">
        {texts.map(({ title, message: text }) => (
          <li key={text}>
            <button type="button" className="button" onClick={() => void call('post', { channel: channel.id, text })}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
