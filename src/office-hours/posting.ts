// What the bot posts for a session, as data: the Slack room makes blocks of it. Pure.
import { toSameWording } from '../knowledge/phrasings/parse-phrasings.ts';
import {
  findThreadAnswer,
  listInState,
  type QuestionState,
  type SessionCounts,
  type SessionQuestion,
} from './session.ts';
import { toHeading } from './to-heading.ts';

/** A question as the board and the summary show it. */
export interface ShownQuestion {
  readonly id: string;
  readonly heading: string;
  readonly state: QuestionState;
  readonly times: number;
  /** Names of who asked, each once, as plain text. */
  readonly askers: readonly string[];
  /** Whether it was asked without a name, too. */
  readonly isNameless: boolean;
  /** Other words in which it was asked. */
  readonly wordings: readonly string[];
  /** Link to where it was asked first, or null. */
  readonly link: string | null;
  /** The entry that answers it, or null. */
  readonly entry: { readonly question: string; readonly url: string | null } | null;
  /** Name of who answered it, as plain text, or null. */
  readonly by: string | null;
  /** Who of the team answered an open one in its thread, as plain text; null where nobody did. */
  readonly inThread: string | null;
}

/** A session as its board shows it. */
export interface Board {
  readonly sessionId: string;
  readonly title: string;
  readonly hostName: string;
  readonly channel: string;
  /** Milliseconds since 1970, UTC; null while it runs. */
  readonly endedAt: number | null;
  readonly counts: SessionCounts;
  /** By state, and within each in the order in which they are shown. */
  readonly questions: readonly ShownQuestion[];
}

export type HoursPosting =
  | {
      readonly kind: 'hours-start';
      readonly title: string;
      readonly hostName: string;
      readonly isEnded: boolean;
      /** The slash command, as `/role`. */
      readonly command: string;
    }
  | { readonly kind: 'hours-board'; readonly board: Board }
  | { readonly kind: 'hours-summary'; readonly board: Board }
  | {
      readonly kind: 'hours-draft';
      readonly board: Board;
      /** Names of the files. */
      readonly note: string;
      readonly phrasings: string | null;
      /** In how many messages the longest of them stands. */
      readonly parts: number;
    }
  /** A part of a file, to be copied. */
  | {
      readonly kind: 'hours-text';
      readonly name: string;
      readonly text: string;
      readonly part: number;
      readonly parts: number;
    }
  /** Asked without a name. */
  | { readonly kind: 'hours-nameless'; readonly text: string }
  | HoursAnswer
  /** In a direct message: shall it be asked in the session, without a name? `ts`: the message. */
  | { readonly kind: 'hours-offer'; readonly channel: string; readonly ts: string }
  /** Asked before: where the answer stands. */
  | { readonly kind: 'hours-earlier'; readonly heading: string; readonly link: string };

/** The team's own words, as Markdown. */
export interface HoursAnswer {
  readonly kind: 'hours-live';
  readonly markdown: string;
  /** Name as plain text. */
  readonly by: string;
  /** User id of who asked: the one mention; null where nobody is named. */
  readonly to: string | null;
}

/** `entries`: those that answer, by key. */
export function toShownQuestions(
  questions: readonly SessionQuestion[],
  entries: ReadonlyMap<string, { readonly question: string; readonly url: string | null }>,
): readonly ShownQuestion[] {
  const states: readonly QuestionState[] = ['open', 'notes', 'live', 'skipped'];
  return states
    .flatMap((state) => listInState(questions, state))
    .map(({ id, heading, state, askings, entryKey, answeredBy }) => {
      const inThread = state === 'open' ? findThreadAnswer({ askings }) : null;
      const entry = entries.get(entryKey ?? '');
      return {
        ...{ id, heading, state, times: askings.length },
        askers: [...new Set(askings.flatMap(({ askerName }) => askerName ?? []))],
        isNameless: askings.some(({ asker }) => asker === null),
        wordings: listOther(heading, askings),
        link: askings[0]?.link ?? null,
        entry: entry === undefined ? null : { question: entry.question, url: entry.url },
        by: answeredBy?.name ?? null,
        inThread: inThread?.name ?? null,
      };
    });
}

/** Each other wording once: case, closing signs and what people put before a question make none. */
function listOther(heading: string, askings: SessionQuestion['askings']): readonly string[] {
  const known = new Set([toSameWording(heading)]);
  return askings
    .map(({ wording }) => wording)
    .filter((wording) => {
      const same = [wording, toHeading([wording])].map(toSameWording);
      const isNew = !same.some((one) => known.has(one));
      for (const one of same) known.add(one);
      return isNew;
    });
}
