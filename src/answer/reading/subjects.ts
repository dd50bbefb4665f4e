// What a question is about: its subjects, whatever word stands for them, and what it wants to know of them. Pure.
import { toStem } from '../../search/reading/stem.ts';
import { weightOf } from '../../search/scoring/word-weights.ts';
import { contentWords, splitWords } from './function-words.ts';

/** What it wants to know: when, how long, how many, who, where, why, how; `any` where it says none of them. */
type Wanted = 'time' | 'length' | 'number' | 'person' | 'place' | 'reason' | 'manner' | 'any';

export interface Subjects {
  /** Each with what it weighs, about 0.1 to 1.7. */
  readonly weights: ReadonlyMap<string, number>;
  readonly wanted: Wanted;
}

/** Words for one subject, a line each: what people ask of whoever hires or runs a programme, and no notes have to say. */
const sameSubject = `pay paid salary salaries wage wages compensation compensate remuneration earn earns stipend income
pet pets dog dogs cat cats animal animals
visa visas permit permits sponsor sponsored sponsorship immigration
abroad foreign foreigner foreigners international overseas citizen citizens citizenship nationality
remote remotely wfh telework telecommute
relocate relocation relocating move moving
deadline deadlines cutoff
pension pensions retirement superannuation
vacation vacations holiday holidays pto
insurance medical healthcare
degree degrees diploma phd bachelor master university college
age old young
hire hiring hired recruit recruiting
reject rejected rejection
manager boss supervisor
colleagues coworkers
laptop laptops computer computers equipment hardware
reimburse reimbursed reimbursement refund refunded
accommodation housing lodging apartment
food meal meals
partner spouse wife husband girlfriend boyfriend
child children kid kids
parental maternity paternity
wheelchair accessible accessibility disability disabled
wifi internet wi-fi broadband
mentor mentors mentoring mentorship
apply applying application applications applicant applicants
start begin starting beginning begins starts
reference references referee referees
cost costs fee fees price expensive tuition
trip trips travel flight flights
course courses class classes workshop workshops
schedule timetable agenda`;

/** Where several words, or one sentence, stand for such a subject. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bwork(?:ing)? from home\b|\bhome[- ]office\b/gi, 'remote'],
  [/\bpart[- ]time\b/gi, 'parttime'],
  [/\bwork(?:ing)? permits?\b/gi, 'visa'],
  [
    /\bapplications? close\b|\blast day to apply\b|\b(?:until when|by when) (?:can|may|must|should) (?:i|we|one) apply\b|\bend of applications\b/gi,
    'deadline',
  ],
];

/** They stand beside a subject and change little about it. */
const beside = `able allow allowed available bring come day exactly expect happen happens high include included job kind long need normal
offer official option options people person plan plans position possible program programme provide provided question range role sort type wonder work`;

const subjectWeight = 1.2;
const byStem: ReadonlyMap<string, string> = new Map(
  sameSubject
    .split('\n')
    .flatMap((line) => line.split(' ').map((word, _, [name = '']) => [toStem(word), `${name} `] as const)),
);
const besideStems: ReadonlySet<string> = new Set(beside.split(/\s+/).map(toStem));

export function toSubjects(text: string): Subjects {
  const named = phrases.reduce((left, [phrase, name]) => left.replace(phrase, name), text);
  const words = contentWords(named);
  const stems = (words.length > 0 ? words : splitWords(named)).map(toStem);
  const telling = stems.filter((stem) => !besideStems.has(stem));
  const weights = new Map(
    (telling.length > 0 ? telling : stems).map((stem) => {
      const subject = byStem.get(stem);
      return subject === undefined ? [stem, weightOf(stem)] : [subject, subjectWeight];
    }),
  );
  return { weights, wanted: toWanted(named) };
}

const forms: readonly (readonly [Wanted, RegExp])[] = [
  ['any', /\bdeadline\b/i],
  ['time', /\b(?:when|(?:what|which) (?:date|day|time)|last day|how soon)\b/i],
  ['length', /\bhow (?:long|often)\b/i],
  ['number', /\bhow (?:many|big|large|old|far)\b/i],
  ['person', /\b(?:who|whom|whose)\b/i],
  ['place', /\bwhere\b/i],
  ['reason', /\bwhy\b/i],
  ['manner', /\bhow (?:do|does|can|could|would|should|to|is|are)\b/i],
];

function toWanted(text: string): Wanted {
  return forms.find(([, form]) => form.test(text))?.[0] ?? 'any';
}

/** Share of the weight of both that both have, from 0 to 1; 1 where neither has a word. */
export function toOverlap(one: Subjects, other: Subjects): number {
  let [shared, all] = [0, 0];
  for (const [subject, weight] of new Map([...one.weights, ...other.weights])) {
    all += weight;
    if (one.weights.has(subject) && other.weights.has(subject)) shared += weight;
  }
  return all === 0 ? 1 : shared / all;
}
