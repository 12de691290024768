import type { DeadlineTerms } from '../../core/deadline.ts';
import { sumDeadline, type DeadlineRules } from '../../core/deadline.ts';
import type { Hazard } from '../../core/hazard.ts';
import { hazardSubject } from '../../core/hazard.ts';
import type { FileId, RoomId } from '../../core/ids.ts';
import type { FileRole, KeptFile } from '../../core/ports/files.ts';
import type { HazardView } from '../../core/ports/hazards.ts';
import { workingCalendar } from '../../core/working-days.ts';
import { hazardAt, hazardOf, hazardReportOf } from './hazard-factory.ts';

/** The usual working calendar of the zone. */
export const usualDeadlines: DeadlineRules = {
  timeZone: 'Asia/Shanghai',
  calendar: workingCalendar(),
  workStart: '08:30',
  workEnd: '17:30',
};

let made = 0;

/** A stored picture of a hazard. */
export function hazardPhotoOf(hazard: Pick<Hazard, 'id'>, role: FileRole, given: Partial<KeptFile> = {}): KeptFile {
  made += 1;
  return {
    id: `hazard-file-${made}` as FileId,
    platform: 'telegram',
    roomId: 'room' as RoomId,
    personId: null,
    messageId: String(made),
    attachment: { kind: 'photo', ref: 'r' },
    albumId: null,
    incidentId: null,
    subject: hazardSubject(hazard.id),
    role,
    receivedAt: hazardAt + made,
    state: 'stored',
    sha256: 'aa',
    mime: 'image/jpeg',
    sizeBytes: 10,
    why: '',
    attempts: 1,
    dueAt: hazardAt,
    shownAt: null,
    ...given,
  };
}

/** What a deadline adds to a hazard: five working days from Monday, 23 November 2026, unless said otherwise. */
export function dueIn(terms: Partial<DeadlineTerms> = {}): Pick<Hazard, 'terms' | 'deadline' | 'dueAt'> {
  const whole: DeadlineTerms = {
    startAt: hazardAt,
    given: { unit: 'working_days', count: 5 },
    extensions: [],
    pauses: [],
    ...terms,
  };
  const deadline = sumDeadline(whole, usualDeadlines);
  return { terms: whole, deadline, dueAt: deadline.dueAt };
}

/** A hazard with what belongs to it; its reports are made its own. */
export function hazardViewOf(given: Partial<Hazard> = {}, parts: Partial<Omit<HazardView, 'hazard'>> = {}): HazardView {
  const hazard = hazardOf(given);
  const { reports = [hazardReportOf()] } = parts;
  return {
    owner: null,
    leader: null,
    officer: null,
    fixedBy: null,
    checkedBy: null,
    place: null,
    files: [],
    mergedInto: null,
    ...parts,
    hazard,
    reports: reports.map((report) => ({ ...report, hazardId: hazard.id })),
  };
}
