// The first table of bench/quality.md: what is wanted, beside what was measured.
import { falseRepliesOf, percent, rateOf, table } from './quality-table.mjs';
import { documentNames, nearProgrammeNames, programmeNames, teamNames } from './sets.mjs';

/** Whose questions on the first post no fit has seen: name of the set, and how it is called in the report. */
export const otherVoices = [
  ['check', 'by another voice'],
  ['voices', 'in seven voices'],
  ['strangers', 'of strangers'],
  ['newcomers', 'of newcomers'],
];

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean of some sets, and between which figures they lie. */
function spreadOf(shares) {
  if (shares.length === 0) return '–';
  return `${percent(mean(shares))} (${percent(Math.min(...shares))} to ${percent(Math.max(...shares))})`;
}

function rankingRows(resultOf) {
  const pair = (name) => {
    const ranking = resultOf(name)?.ranking;
    return `${percent(ranking?.first)} / ${percent(ranking?.firstThree)}`;
  };
  return [
    ['first post with its phrasings, development questions *: first / first three', '92 / 98', pair('first-post-dev')],
    ...otherVoices.map(([voice, said]) => [`the same, questions ${said}`, '92 / 98', pair(`first-post-${voice}`)]),
  ];
}

const groups = [
  ['thirteen documents without wordings *', '36 / 3 / 5; 77; 35', [...teamNames, ...documentNames]],
  [
    'the same with eight drafted wordings an entry *',
    '80 / 2 / 5; 94; 14',
    [...teamNames, ...documentNames].map((name) => `${name}-drafted`),
  ],
  ['the same with sixteen *', '–', [...teamNames, ...documentNames].map((name) => `${name}-drafted-16`)],
  ['sixteen programmes made up, without wordings *', '36 / 3 / 5; 77; 35', programmeNames],
  [
    'the same with eight drafted wordings an entry *',
    '80 / 2 / 5; 94; 14',
    programmeNames.map((name) => `${name}-drafted`),
  ],
  ['the same with sixteen *', '–', programmeNames.map((name) => `${name}-drafted-16`)],
  ['eight more, each uncovered question beside an entry, without wordings *', '36 / 3 / 5; 70; 35', nearProgrammeNames],
  ['the same with eight drafted wordings an entry *', '–', nearProgrammeNames.map((name) => `${name}-drafted`)],
  ['the same with sixteen *', '–', nearProgrammeNames.map((name) => `${name}-drafted-16`)],
  [
    'first post, the four voices that no fit has seen',
    '88 / 1.5 / 3; 95; 14',
    otherVoices.map(([voice]) => `first-post-${voice}`),
  ],
];

/** Right, wrong and uncovered answered; reached; bothered: means of several sets, each question counting alike. */
function channelRows(postedOf) {
  const said = (names) => {
    const posted = names.flatMap((name) => postedOf(name) ?? []);
    if (posted.length === 0) return '–';
    const pooled = (share, count) => {
      const known = posted.filter((one) => (share(one) ?? null) !== null);
      const all = known.reduce((sum, one) => sum + count(one), 0);
      return percent(known.reduce((sum, one) => sum + share(one) * count(one), 0) / all);
    };
    const covered = (part) =>
      pooled(
        ({ working }) => working[part],
        ({ covered }) => covered,
      );
    const kind = (wanted, part) => {
      const row = ({ kinds }) => kinds.find(({ kind }) => kind === wanted);
      return pooled(
        (one) => row(one)?.[part],
        (one) => row(one).count,
      );
    };
    const answers = [covered('answeredRight'), covered('answeredWrong'), kind('uncovered', 'falseReplies')].join(' / ');
    return `${answers}; ${covered('reached')}; ${kind('uncovered', 'bothered')}; of the chatter answered ${kind('chatter', 'falseReplies')}`;
  };
  return groups.map(([name, wanted, names]) => [
    `in a channel, ${name}: right / wrong / uncovered; reached; uncovered bothered`,
    wanted,
    said(names),
  ]);
}

function otherNotesRows(resultOf) {
  const rankings = teamNames.flatMap((name) => resultOf(name)?.ranking ?? []);
  const pick = (value) => (rankings.length === 0 ? '–' : percent(mean(rankings.map(value))));
  const clinc = resultOf('clinc_k4');
  return [
    [
      'other teams, no phrasing *, mean of four: first / first three',
      '65 / 84',
      `${pick(({ first }) => first)} / ${pick(({ firstThree }) => firstThree)}`,
    ],
    ['BANKING77 K = 9: first', '85', percent(resultOf('banking_k9')?.ranking.first)],
    ['CLINC150 K = 4: first', '85', percent(clinc?.ranking.first)],
    ['CLINC150 K = 4: ok@2%', '58', percent(clinc && rateOf(clinc, 0.02))],
  ];
}

/** False replies where half of the messages that deserve no answer are uncovered questions and half chatter, as the promise supposes. */
function halfAndHalf(posted) {
  return mean(['uncovered', 'chatter'].map((kind) => falseRepliesOf(posted, kind)));
}

/** `MAX_FALSE_REPLIES` is promised for messages in a channel; of the uncovered questions among them twice as much. */
function promiseRows(resultOf, postedOf, promised) {
  const [whole, uncovered] = [promised, 2 * promised].map((share) => `${100 * share - 3} to ${100 * share + 3}`);
  const posted = (names) => spreadOf(names.flatMap((name) => postedOf(name) ?? []).map(halfAndHalf));
  const searched = (names) =>
    spreadOf(names.flatMap((name) => resultOf(name) ?? []).map((result) => falseRepliesOf(result, 'uncovered')));
  const voices = otherVoices.map(([voice]) => `first-post-${voice}`);
  return [
    [
      'false replies in a channel, uncovered and chatter half and half, first post, the four other voices: mean (lowest to highest)',
      whole,
      posted(voices),
    ],
    ['the same without phrasings', whole, posted(voices.map((name) => `${name}-bare`))],
    ['the same, other teams *, no phrasing, 10 uncovered questions each', whole, posted(teamNames)],
    [
      'uncovered questions that the search alone would answer, near sets',
      uncovered,
      searched(['clinc_near_k4', 'banking_near_k4']),
    ],
    [
      'the same, far sets (questions of other fields)',
      `up to ${100 * 2 * promised + 3}`,
      searched(['clinc_k0', 'clinc_k4', 'clinc_k9', 'banking_k0', 'banking_k4', 'banking_k9']),
    ],
  ];
}

/** The whole table. `measured`: results by set; `channel`: results of posting sets in a channel; `promised`: `MAX_FALSE_REPLIES`. */
export function targetSection({ measured, channel, typos, promised }) {
  const resultOf = (wanted) => measured.find(({ name }) => name === wanted)?.meaning;
  const postedOf = (wanted) => channel.find(({ name }) => name === wanted)?.meaning;
  const losses = typos.map(([name, , , loss]) => `${name} ${loss}`).join(', ');
  return table(
    ['what', 'wanted', 'measured'],
    [
      ...rankingRows(resultOf),
      ...channelRows(postedOf),
      ...otherNotesRows(resultOf),
      ['typing errors: points of first lost', 'under 3', losses],
      ...promiseRows(resultOf, postedOf, promised),
    ],
  );
}
