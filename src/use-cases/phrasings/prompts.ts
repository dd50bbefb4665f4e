// Everything that a language model is told, and the form in which it is to answer. Pure.

/** An entry as a model sees it: never its wordings, for people may have said them in Slack. */
export interface PromptEntry {
  /** Names the entry in the answer. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** What is asked of a model at once, about entries of one note or, in a text to paste, of several. */
export interface Assignment {
  /** Title of the post. */
  readonly title: string;
  readonly entries: readonly PromptEntry[];
  /** Questions of the same notes that are answered elsewhere, so that wordings keep apart from them. */
  readonly others: readonly string[];
  /** Wordings wanted for each entry; 0: none. */
  readonly wordings: number;
  /** Questions wanted that the notes leave open; 0: none. */
  readonly open: number;
}

/** A request to a model: what it is, what it shall do, and the JSON schema of its answer. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
  readonly schema: object;
}

/** Characters of an answer that a model sees: enough for its facts. */
const longestAnswer = 2400;
const mostOthers = 60;

const role = `You know how people write in a team's chat. A search finds the right section of published notes by comparing a question with other wordings of that section's question. You write those wordings. They are only ever searched and never shown, so they need not be polite or complete; they have to be what different people would really type.`;

const manner = (
  count: number,
) => `For each section write ${count} wordings of the question that it answers. Make them as unlike each other as people are:
- different people: a student, somebody changing careers, a parent, somebody senior, somebody who writes in a second language;
- different situations: say what the asker's own case is where the answer would matter for it ("I work full time, could I still …");
- different vocabularies: everyday words, the field's own words, none of the heading's words at least once;
- different registers: a formal sentence, a quick line without capitals, one with a small slip of grammar;
- at least ${atLeast(count / 8)} with two to four keywords and no sentence ("min weekly hours");
- at least ${atLeast(count / 4)} that ask for one particular fact each which stands inside the answer and not in the heading, as many facts as there are.
Each wording has to be answered by its section alone: if another section answers it as well as this one, leave it out. Write questions, worries and keywords, never answers or statements of what the notes say. No names of people, no addresses, links or numbers of accounts. Most wordings have three to twenty words. Write in the language of the section.`;

function atLeast(share: number): number {
  return Math.max(1, Math.round(share));
}

const openManner = (count: number) =>
  `Also write ${count} questions that the same readers would ask next to these and that these notes do not answer, each on another subject: neighbours of what is answered (other costs, other dates, other people, other conditions), near enough to be mistaken for it. Before you write one down make sure that no section and no heading in the list answers it.`;

const answerForm = {
  both: '{"entries": [{"id": "…", "wordings": ["…", "…"]}], "notCovered": ["…", "…"]}',
  entries: '{"entries": [{"id": "…", "wordings": ["…", "…"]}]}',
  open: '{"notCovered": ["…", "…"]}',
};

/** The request about one assignment, for an endpoint. */
export function toPrompt(assignment: Assignment): Prompt {
  return { system: role, user: toTask(assignment), schema: toSchema(assignment) };
}

/** The same as one text to paste into any assistant. */
export function toPastedPrompt(assignment: Assignment): string {
  return `${role}\n\n${toTask(assignment)}`;
}

function toTask(assignment: Assignment): string {
  const { title, entries, others, wordings, open } = assignment;
  const form = wordings === 0 ? answerForm.open : open === 0 ? answerForm.entries : answerForm.both;
  const asked = [wordings === 0 ? '' : manner(wordings), open === 0 ? '' : openManner(open)];
  const listed = others.slice(0, mostOthers).map((question) => `- ${question}`);
  return [
    ...asked,
    `Answer with JSON in this form and nothing else, using the ids as they stand here:\n${form}`,
    ...(listed.length === 0 ? [] : [`Questions that other sections of the notes answer:\n${listed.join('\n')}`]),
    `The sections, from “${title}”:`,
    ...entries.map(toSection),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function toSection({ id, question, answer }: PromptEntry): string {
  const cut = answer.length > longestAnswer ? `${answer.slice(0, longestAnswer)} …` : answer;
  return `<section id="${id}">\n${question}\n\n${cut}\n</section>`;
}

const texts = { type: 'array', items: { type: 'string' } };

/** Strict as endpoints want it: every property required, none besides. */
function toSchema({ wordings, open }: Assignment): object {
  const entry = {
    type: 'object',
    properties: { id: { type: 'string' }, wordings: texts },
    required: ['id', 'wordings'],
    additionalProperties: false,
  };
  const properties = {
    ...(wordings === 0 ? {} : { entries: { type: 'array', items: entry } }),
    ...(open === 0 ? {} : { notCovered: texts }),
  };
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** About how many tokens a text has: four letters of a Latin script make one, a sign of another script is one. */
export function countTokens(text: string): number {
  const wide = text.match(/[^\p{Script=Latin}\p{ASCII}]/gu)?.length ?? 0;
  return Math.ceil((text.length - wide) / 4) + wide;
}
