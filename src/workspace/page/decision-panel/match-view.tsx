// One match: the entry, how sure the bot is, which words it knows, where it was found, and every signal behind that.
import type { JSX } from 'react';
import type { TracedMatch } from '../../decision-trace.ts';
import { toSafeUrl } from '../text/safe-url.ts';
import { toPercent } from './decision-words.ts';

const foundIn: Readonly<Record<TracedMatch['source']['kind'], string>> = {
  question: 'Found by its heading',
  phrasing: 'Found by the phrasing',
  passage: 'Found by a passage of the answer',
};

function Signals({ signals }: Pick<TracedMatch, 'signals'>): JSX.Element {
  return (
    <details className="signals">
      <summary>{signals.length} signals</summary>
      <dl>
        {signals.map(({ name, value, reason }) => (
          <div key={name}>
            <dt>
              {name} <span className="signal-value">{Math.round(value * 100) / 100}</span>
            </dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export function MatchView({ match, best }: { readonly match: TracedMatch; readonly best: boolean }): JSX.Element {
  const url = match.url === null ? null : toSafeUrl(match.url);
  const percent = toPercent(match.confidence);
  return (
    <li className={best ? 'match best' : 'match'}>
      <p className="match-question">
        {url === null ? (
          match.question
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {match.question}
          </a>
        )}
      </p>
      <div className="confidence">
        <span className="confidence-bar" aria-hidden="true">
          <span style={{ inlineSize: percent }} />
        </span>
        <span className="confidence-value">
          <span className="only-read">Confidence </span>
          {percent}
        </span>
      </div>
      {match.words.length > 0 && (
        <p className="match-words">
          <span className="label">Words</span>
          {match.words.map((word) => (
            <span key={word} className="word">
              {word}
            </span>
          ))}
        </p>
      )}
      {match.source.kind !== 'question' && (
        <p className="match-source">
          <span className="label">{foundIn[match.source.kind]}</span> “{match.source.text}”
        </p>
      )}
      {match.signals.length > 0 && <Signals signals={match.signals} />}
    </li>
  );
}
