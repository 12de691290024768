import type { Instant } from './clock.ts';
import { zoneDate } from './zone-time.ts';
import { advise } from './zone/advise.ts';
import { checkReferences } from './zone/check-references.ts';
import type { ZoneIssue } from './zone/fault.ts';
import { readFaults } from './zone/read-faults.ts';
import { zoneFileSchema } from './zone/schema.ts';
import { settleZone, type ZoneFile } from './zone/settle.ts';

/** What came of looking at a zone file: without errors there is a zone; warnings may stand beside it. */
export type ZoneCheck =
  { ok: true; zone: ZoneFile; warnings: readonly ZoneIssue[] } | { ok: false; issues: readonly ZoneIssue[] };

/**
 * Looks at the plain data of a zone file (what YAML made of it): shape first; when that is right, references; when those
 * are right too, advice. Finds everything at its stage, so that an author mends many slips in one round.
 * @param now decides which certificates have expired.
 */
export function checkZone(data: unknown, now: Instant): ZoneCheck {
  const shaped = zoneFileSchema.safeParse(data, { reportInput: true });
  if (!shaped.success) return { ok: false, issues: readFaults(shaped.error.issues) };
  const errors = checkReferences(shaped.data);
  if (errors.length > 0) return { ok: false, issues: errors };
  const today = zoneDate(now, shaped.data.zone.timeZone);
  return { ok: true, zone: settleZone(shaped.data), warnings: advise(shaped.data, today) };
}
