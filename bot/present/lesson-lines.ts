import type { Lesson } from '../../core/lessons.ts';
import { spanOf } from '../../core/zone-time.ts';
import type { Texts } from '../texts/texts.ts';

/** What an incident leaves to think about, a line each: for the report's chat text, its page and its PDF. */
export function lessonLines(lessons: readonly Lesson[], texts: Texts): string[] {
  return lessons.map((lesson) => lineOf(lesson.kind, lesson, texts));
}

// Reading the words and handing them their own lesson are one step, so that the two kinds are known to be the same.
function lineOf<Kind extends Lesson['kind']>(
  kind: Kind,
  lesson: Extract<Lesson, { kind: Kind }>,
  texts: Texts,
): string {
  return texts.afterAction.lesson[kind](lesson, {
    skill: (skill) => texts.name.skill(skill),
    duration: (milliseconds) => texts.time.duration(spanOf(milliseconds)),
  });
}
