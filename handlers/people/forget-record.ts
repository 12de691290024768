import { checkInSubject } from '../../core/check-in.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { RecordOf } from '../../core/ports/personal-data.ts';
import type { Tx } from '../../core/ports/store.ts';
import { recordSubject } from '../../core/record-subject.ts';
import type { Work } from '../work.ts';

/**
 * Forgets an incident, a hazard or a shift whose time is over (PIPL, Art. 19 and 47): who had part in it, what was said and its
 * files go; number, kind, place, dates and outcome stay, and the chain of what happened, emptied. Files are given up here; their
 * bytes are removed by whoever keeps them.
 */
export async function forgetRecord({ tx, now }: Pick<Work, 'tx' | 'now'>, record: RecordOf): Promise<void> {
  for (const { id } of await filesOf(tx, record)) {
    const file = await tx.files.lock(id);
    if (file === null) continue;
    // The platform may still have it, so the reference goes as well.
    const attachment = { kind: file.attachment.kind, ref: '' };
    const blank = { attachment, personId: null, messageId: '', albumId: null };
    await tx.files.put({ ...file, ...blank, state: 'lost', why: 'forgotten' });
  }
  await tx.personalData.forgetRecord(record, now);
  const subject = recordSubject(record);
  await tx.trace.empty(subject);
  await tx.trace.append({ subject, what: 'record_forgotten', actorId: null, at: now, data: {} });
}

async function filesOf({ files, shifts }: Tx, record: RecordOf): Promise<KeptFile[]> {
  if (record.kind === 'incidents') return files.ofIncident(record.id);
  if (record.kind === 'hazards') return files.ofSubject(`hazard:${record.id}`);
  const checkIns = await shifts.checkIns(record.id);
  return (await Promise.all(checkIns.map((one) => files.ofSubject(checkInSubject(one))))).flat();
}
