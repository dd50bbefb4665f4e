// The data that `npm run fit` reads and that is not part of the project, because others made it: what is missing of it, and where it
// comes from.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../shared', import.meta.url));

const needed = [
  {
    paths: [
      'eval/public/dev_clinc_k0',
      'eval/public/dev_clinc_k4',
      'eval/public/dev_clinc_k9',
      'eval/public/dev_clinc_near_k4',
    ],
    source: 'CLINC150 (Larson et al. 2019), https://github.com/clinc/oos-eval, CC BY 3.0',
  },
  {
    paths: [
      'eval/public/dev_banking_k0',
      'eval/public/dev_banking_k4',
      'eval/public/dev_banking_k9',
      'eval/public/dev_banking_near_k4',
    ],
    source: 'BANKING77 (Casanueva et al. 2020), https://github.com/PolyAI-LDN/task-specific-datasets, CC BY 4.0',
  },
  {
    paths: ['eval/public/dev_hwu_k4'],
    source: 'HWU64 (Liu et al. 2019), https://github.com/xliuhw/NLU-Evaluation-Data, CC BY 4.0',
  },
  {
    paths: ['eval/public/dev_stackfaq_near'],
    source:
      'questions of Stack Exchange with rephrasings (Karan and Šnajder 2018), https://github.com/ML-Recipes/BERT-FAQ, CC BY-SA',
  },
  {
    paths: ['eval/public/dev_hint3_curekart', 'eval/public/dev_hint3_powerplay11'],
    source: 'HINT3 (Arora et al. 2020), https://github.com/hellohaptik/HINT3, ODbL',
  },
  {
    paths: ['eval/chat/irc.jsonl'],
    source: 'public chat, one {"text"} a line: https://github.com/jkkummerfeld/irc-disentanglement',
  },
  { paths: ['eval/dev-questions.jsonl'], source: 'questions on the shipped notes, written for this project' },
  {
    paths: ['notes', 'notes-dev'],
    source:
      'public FAQ documents, a folder each: the document, sections.json, queries.jsonl, and SOURCE.txt with source and licence',
  },
];

/** One text that says what is missing and where it comes from, or null where everything is there. */
export function describeMissingData() {
  const missing = needed.flatMap(({ paths, source }) => {
    const without = paths.filter((path) => !existsSync(join(shared, path)));
    return without.length === 0 ? [] : [`  ${without.join(', ')}\n    ${source}`];
  });
  if (missing.length === 0) return null;
  return [
    'Fitting needs labelled data that is not part of the project, because others made it. Missing in ../shared beside the project:',
    ...missing,
    'A folder of eval/public holds corpus.jsonl, an entry {"id", "question", "answer", "aliases"} a line, and queries.jsonl, a question',
    '{"text", "relevant": [ids]} a line; k0, k4, k9 say how many aliases an entry has; near: a quarter of the entries is left out, and',
    'their questions have no answer. Nothing was changed: the weights that ship with the project work without any of this.',
    '',
  ].join('\n');
}
