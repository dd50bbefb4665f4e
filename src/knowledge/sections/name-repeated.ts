// What a question is about, where a note asks it again and again: "What should I do?" below each change. Pure.
import type { Placed } from './collect-questions.ts';
import { namesQuestions } from './is-question-note.ts';
import { followsUp, isAsking } from './read-question.ts';
import type { Section } from './section.ts';

/** Below so many headings a note asks in the same words before the heading is needed to tell the questions apart. */
export const oftenInNote = 3;

/** `Removed: the old flag` and `What should I do?` as one line. */
export function joinSubject(subject: string, question: string): string {
  return `${subject.replace(/[\s:.]+$/u, '')}: ${question}`;
}

/** The heading above a question, where it says what the question is about. */
function findSubject({ parent }: Placed): string | null {
  const subject = parent?.opening.question ?? '';
  return subject === '' || isAsking(subject) || namesQuestions(subject) ? null : subject;
}

/**
 * Sections whose question says by itself nothing, each with the question that does: those told from their likes by the
 * heading above them only, and "Why?"
 */
export function nameRepeated(entries: readonly Placed[]): ReadonlyMap<Section, string> {
  const groups = new Map<string, Placed[]>();
  for (const entry of entries) {
    const words = entry.section.opening.question.toLowerCase();
    groups.set(words, [...(groups.get(words) ?? []), entry]);
  }
  const names = new Map<Section, string>();
  for (const entry of entries) {
    const { question, style } = entry.section.opening;
    const subject = style === 'heading' && followsUp(question) ? findSubject(entry) : null;
    if (subject !== null) names.set(entry.section, joinSubject(subject, question));
  }
  for (const group of groups.values()) {
    if (new Set(group.map(({ parent }) => parent)).size < oftenInNote) continue;
    for (const entry of group) {
      const subject = findSubject(entry);
      if (subject !== null) names.set(entry.section, joinSubject(subject, entry.section.opening.question));
    }
  }
  return names;
}
