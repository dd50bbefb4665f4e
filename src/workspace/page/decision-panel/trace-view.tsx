// One message's decision: reason, questions read out of it, and the best matches of each.
import { type JSX, useEffect, useState } from 'react';
import type { DecisionTrace, TracedQuestion } from '../../decision-trace.ts';
import { toTyped } from '../composer/to-typed.ts';
import { Icon } from '../icons/icon.tsx';
import { useWorkspace } from '../state/workspace-context.ts';
import { decisionWords } from './decision-words.ts';
import { MatchView } from './match-view.tsx';

function Verdict({ decision, reason }: Pick<DecisionTrace, 'decision' | 'reason'>): JSX.Element {
  const { label, icon } = decisionWords[decision];
  return (
    <p className="verdict">
      <span className="decision-badge" data-decision={decision}>
        <Icon name={icon} />
        {label}
      </span>
      <span>{reason}</span>
    </p>
  );
}

function QuestionView({
  question,
  alone,
}: {
  readonly question: TracedQuestion;
  readonly alone: boolean;
}): JSX.Element {
  return (
    <section className="traced-question">
      <h3>
        <span className="label">Question read</span> {question.text}
      </h3>
      {!alone && <Verdict decision={question.decision} reason={question.reason} />}
      {question.matches.length === 0 ? (
        <p className="empty">No entry comes near it.</p>
      ) : (
        <ol className="matches">
          {question.matches.map((match, index) => (
            <MatchView key={`${match.question} ${match.url}`} match={match} best={index === 0} />
          ))}
        </ol>
      )}
    </section>
  );
}

export interface TraceViewProps {
  readonly trace: DecisionTrace;
  readonly startsOpen: boolean;
  /** True for the message at which the panel was opened. */
  readonly focused: boolean;
}

export function TraceView({ trace, startsOpen, focused }: TraceViewProps): JSX.Element {
  const { workspace } = useWorkspace();
  const [open, setOpen] = useState(startsOpen);
  const message = workspace.messages.find(({ channel, ts }) => channel === trace.channel && ts === trace.ts);
  const text =
    message === undefined
      ? (trace.questions[0]?.text ?? 'A message that is gone')
      : toTyped(message.text, workspace.users, workspace.channels);
  const { questions, decision, reason } = trace;
  useEffect(() => {
    if (focused) setOpen(true);
  }, [focused]);
  return (
    <details
      className="trace"
      data-trace={trace.ts}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="trace-text">{text}</span>
        <span className="decision-badge" data-decision={decision}>
          {decisionWords[decision].label}
        </span>
      </summary>
      <div className="trace-body">
        <Verdict decision={decision} reason={reason} />
        <p className="meaning">{decisionWords[decision].meaning}</p>
        {questions.map((question) => (
          <QuestionView key={question.text} question={question} alone={questions.length === 1} />
        ))}
      </div>
    </details>
  );
}
