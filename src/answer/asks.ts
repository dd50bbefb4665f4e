// Whether a piece of text reads as a question, or as a worry that asks for an answer. Pure.

const OPENS =
  /^(?:and|but|so|also|ok|hi|hey|hello|well|btw|plus|or)?[\s,]*(?:what|whats|how|hows|who|whos|when|where|why|which|is|are|was|were|do|does|did|can|could|will|would|should|may|has|have|any|am i|isn't|aren't|don't|doesn't)\b/i;
const INDIRECT =
  /\b(?:wondering|wonder (?:if|how|what|whether)|curious|i'?d (?:like|love|hate) to (?:know|hear|understand)|question|tell me|want to know|not sure (?:if|whether|how)|don'?t (?:know|see|understand)|no idea|i only know|never (?:used|worked|done)|asking|anyone know|anybody know|worried|concerned|is that a problem|would that)\b/i;

/** How much a text reads as a question or as a worry that asks for an answer: 0 to 1, where 0.5 is undecided. */
export function asks(text: string): number {
  if (text.trim() === '') return 0;
  const signs = (text.includes('?') ? 2 : 0) + (OPENS.test(text) ? 1 : 0) + (INDIRECT.test(text) ? 1.5 : 0);
  return 1 / (1 + Math.exp(1.4 - 1.6 * signs));
}
