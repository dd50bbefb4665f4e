// What a question is about, where a note asks it again and again: "What should I do?" below each change. Pure.
import type { Placed } from './collect-questions.ts';
import { isAsking } from './read-question.ts';
import type { Section } from './section.ts';

/** Below so many headings a note asks in the same words before the heading is needed to tell the questions apart. */
export const oftenInNote = 3;

/** `Removed: the old flag` and `What should I do?` as one line. */
export function joinSubject(subject: string, question: string): string {
  return `${subject.replace(/[\s:.]+$/u, '')}: ${question}`;
}

/** Sections whose question is told from its likes by the heading above it, each with the question that says so. */
export function nameRepeated(entries: readonly Placed[]): ReadonlyMap<Section, string> {
  const groups = new Map<string, Placed[]>();
  for (const entry of entries) {
    const words = entry.section.opening.question.toLowerCase();
    groups.set(words, [...(groups.get(words) ?? []), entry]);
  }
  const names = new Map<Section, string>();
  for (const group of groups.values()) {
    if (new Set(group.map(({ parent }) => parent)).size < oftenInNote) continue;
    for (const { section, parent } of group) {
      const subject = parent?.opening.question ?? '';
      if (subject !== '' && !isAsking(subject)) names.set(section, joinSubject(subject, section.opening.question));
    }
  }
  return names;
}
