// The blocks of the linking modal whose values a submission is read from. Edge.

export const linkBlocks = { sentence: 'sentence', remember: 'remember', wording: 'wording' } as const;
