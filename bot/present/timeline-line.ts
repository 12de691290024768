import type { TimelineEntry } from '../../core/after-action.ts';
import { incidentKinds, skills } from '../../core/catalogue.ts';
import type { Texts } from '../texts/texts.ts';
import { clip } from './presenting.ts';

/** What happened, without the time: who, what, and the facts worth telling. For the report's chat text and its page. */
export function timelineLine({ what, actor, facts }: TimelineEntry, texts: Texts): string {
  const words = texts.afterAction;
  const number = (name: string): number[] => (typeof facts[name] === 'number' ? [facts[name]] : []);
  const said = (name: string): string[] => {
    const value = facts[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  };
  const kind = incidentKinds.find(({ code }) => code === facts['to']);
  const skill = skills.find(({ code }) => code === facts['skill']);
  const details = [
    ...number('wave').map((n) => words.wave(n)),
    ...number('asked').map((n) => words.people(n)),
    ...number('count').map((n) => words.people(n)),
    ...number('minutes').map((n) => texts.time.minutes(n)),
    ...(what === 'kind_set' && kind !== undefined ? [texts.name.kind(kind.code)] : []),
    ...(skill === undefined ? [] : [texts.name.skill(skill.code)]),
    ...[...said('words'), ...said('text')].map((one) => texts.name.quoted(clip(one, 100))),
  ];
  const who = words.actor(actor);
  return [[who, words.trace[what]].filter((part) => part !== '').join(' '), ...details].join(' · ');
}
