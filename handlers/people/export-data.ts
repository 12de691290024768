import type { RoomId } from '../../core/ids.ts';
import type { Person } from '../../core/people.ts';
import { type DataEntry, ownMatter, type PersonalData } from '../../core/personal-data.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import type { Work } from '../work.ts';

const manyMatters = 1_000;

/** 我的数据: the address where somebody fetches it goes to their direct chat (PIPL, Art. 45). False: nothing reaches them. */
export async function exportData(work: Work, person: Person, roomId: RoomId | null): Promise<MatterResult> {
  const notice = { kind: 'data_export', personId: person.id } as const;
  await sayPrivately(work, person.id, notice, { priority: 'answer' }, roomId);
  const subject = `person:${person.id}` as const;
  await work.tx.trace.append({ subject, what: 'data_exported', actorId: person.id, at: work.now, data: {} });
  return { kind: 'data_sent' };
}

/** Everything that is kept of this person, and nothing that is others' own. Reads for a while where much was written. */
export async function personalDataOf(read: Reads, person: Pick<Person, 'id'>): Promise<PersonalData> {
  const [rest, message, matter] = await Promise.all([
    read.personalData.of(person.id),
    messagesOf(read, person),
    mattersOf(read, person),
  ]);
  return { ...rest, message, matter };
}

async function messagesOf(read: Reads, { id }: Pick<Person, 'id'>): Promise<DataEntry[]> {
  const senders = await read.people.identitiesOf(id);
  const all: DataEntry[] = [];
  if (senders.length === 0) return all;
  let { found, next } = await read.personalData.messages(senders, '');
  all.push(...found);
  while (next !== null) {
    ({ found, next } = await read.personalData.messages(senders, next));
    all.push(...found);
  }
  return all;
}

async function mattersOf(read: Reads, { id }: Pick<Person, 'id'>): Promise<DataEntry[]> {
  const matters = await read.matters.ofPerson(id, ['teller', 'party'], { over: true, limit: manyMatters });
  const entries = matters.map(async (matter) => {
    const people = await read.matters.people(matter.id);
    const standings = people.filter(({ personId }) => personId === id).map(({ standing }) => standing);
    return ownMatter(matter, standings, id);
  });
  return (await Promise.all(entries)).reverse();
}
