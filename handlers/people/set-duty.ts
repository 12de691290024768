import type { PublicNotice } from '../../core/notice.ts';
import type { Duty, Person } from '../../core/people.ts';
import type { Work } from '../work.ts';

/** 上岗, 待命, 休息: whether this person may be called, by their own word. */
export async function setDuty(work: Work, person: Person, duty: Duty): Promise<PublicNotice> {
  await work.tx.people.setDuty(person.id, duty);
  await work.tx.trace.append({ subject: 'zone', what: 'duty_set', actorId: person.id, at: work.now, data: { duty } });
  return { kind: 'duty_set', duty };
}
