// The workflow step's name, in the manifest as in the listener. Pure.

export const answerStep = 'answer_from_the_notes';
