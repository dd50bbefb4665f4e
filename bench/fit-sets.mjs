// The sets that the fusion is fitted on: public development sets, the development questions, other teams' notes, made-up teams.
import {
  chatLines,
  documentNames,
  draftedWordings,
  firstPost,
  inventedNames,
  inventedTeam,
  programmes,
  publicSet,
  teamNames,
  teamNotes,
  withDrafted,
  withoutPhrasings,
} from './sets.mjs';

/** Notes with a first handful of phrasings: `count` an entry, evenly chosen. */
function withFewPhrasings(set, count) {
  const some = (phrasings) =>
    phrasings.filter((_, at) => at % Math.ceil(phrasings.length / count) === 0).slice(0, count);
  const entries = set.entries.map((entry) => ({ ...entry, phrasings: some(entry.phrasings) }));
  return { ...set, name: `${set.name}-${count}`, entries, notCovered: set.notCovered.slice(0, 4 * count) };
}

/** Half of the uncovered questions become `not-covered` wordings: what counter-evidence does is learned from these. */
function withNotCovered(set) {
  const uncovered = set.questions.filter(({ relevant }) => relevant.length === 0);
  const told = new Set(uncovered.filter((_, at) => at % 2 === 0));
  const notCovered = [...told].map(({ text }) => text).slice(0, 120);
  return {
    ...set,
    name: `${set.name}-told`,
    isRepeated: true,
    notCovered,
    questions: set.questions.filter((one) => !told.has(one)),
  };
}

const far = [
  'dev_clinc_k0',
  'dev_banking_k0',
  'dev_clinc_k4',
  'dev_banking_k4',
  'dev_clinc_k9',
  'dev_banking_k9',
  'dev_hwu_k4',
];
const near = ['dev_clinc_near_k4', 'dev_banking_near_k4'];

const real = ['dev_stackfaq_near', 'dev_hint3_curekart', 'dev_hint3_powerplay11'];
/** Lines of public chat asked of each set of one document, and of the first post: what is far from everything has to look far. */
const chatOfEach = { document: 100, firstPost: 2400 };

const toNearness = ({ name }) => (name.includes('near') ? 1 : 0);

const toField = ({ name }) => name.replace(/-bare|-drafted(?:-\d+)?/, '');

/**
 * `field`: sets of one field stand or fall together when one is held out. `group`: for the summary. `nearness`: how much its uncovered questions
 * weigh where it is read from them how sure an answer has to be: 0 where they are far from the notes. Without wordings those of the programmes weigh
 * more than those of real documents, for they lie nearer to entries: who asks so is not to be answered more often than promised either. `weight`: of the set in every fit, 1 where it is left out. `isRepeated`: its covered questions stand in another set too.
 */
export function fitSets() {
  const first = firstPost('dev');
  const bare = withoutPhrasings(first);
  const bareTold = { ...bare, name: `${bare.name}-told`, isRepeated: true, notCovered: first.notCovered };
  // What the program ships with and what most will try counts more: no other set has dozens of phrasings an entry.
  const own = [first, bare, bareTold, withFewPhrasings(first, 8)].map((set) => ({
    ...set,
    weight: set === first ? 20 : 4,
    group: 'first post',
  }));
  const invented = inventedNames.map(inventedTeam);
  const documents = [...teamNames, ...documentNames].map(teamNotes);
  const teams = [
    ...documents.map((set) => ({ ...set, group: 'documents, bare', nearness: 0.3 })),
    ...documents.map((set) => ({ ...withDrafted(set), group: 'documents, drafted wordings' })),
    ...documents.map((set) => ({ ...withDrafted(set, draftedWordings), group: 'documents, sixteen wordings' })),
    ...documents.map((set) => ({
      ...withFewPhrasings(withDrafted(set), 2),
      group: 'documents, two wordings',
      weight: 0.5,
    })),
    ...[...invented, withoutPhrasings(invented[1])].map((set) => ({ ...set, group: 'invented teams' })),
  ];
  const ofProgrammes = programmes().flatMap((set) => [
    { ...set, group: 'programmes, bare', nearness: 1, weight: 0.7 },
    { ...withDrafted(set), group: 'programmes, drafted wordings', nearness: 0.09, weight: 0.7 },
    { ...withDrafted(set, draftedWordings), group: 'programmes, sixteen wordings', nearness: 0.09, weight: 0.7 },
  ]);
  const withChat = (set, count) => ({ ...set, questions: [...set.questions, ...chatLines(count)] });
  const publicSets = [...far, ...near].map((name) => ({ ...publicSet(name, 400), group: 'public' }));
  const realSets = real.map((name) => ({ ...publicSet(name, 600), group: 'real people' }));
  const told = ['dev_clinc_k0', 'dev_banking_k0', 'dev_clinc_k4', 'dev_banking_k9', ...near].map((name) => ({
    ...withNotCovered(publicSet(name, 600)),
    group: 'public, told',
  }));
  return [
    ...own.map((set) => ({ ...withChat(set, chatOfEach.firstPost), field: 'first-post', nearness: 1 })),
    ...teams.map((set) => ({ nearness: 1, ...withChat(set, chatOfEach.document), field: toField(set) })),
    ...ofProgrammes.map((set) => ({ ...withChat(set, chatOfEach.document), field: toField(set) })),
    ...realSets.map((set) => ({ ...set, field: set.name, nearness: toNearness(set) })),
    ...[...publicSets, ...told].map((set) => ({
      ...set,
      field: set.name.split('_')[1],
      nearness: toNearness(set),
    })),
  ].map((set) => ({ weight: 1, ...set }));
}
