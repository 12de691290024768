import type { PatrolNoticeKind } from '../../bot/texts/patrol-texts.ts';
import type { CheckInId, FindId, PersonId, RequestId, RoomId, ShiftId, TeamId } from '../../core/ids.ts';
import type { Notice } from '../../core/notice.ts';

/** What they are about. */
export interface PatrolSubjects {
  shiftId: ShiftId;
  otherId: ShiftId;
  checkInId: CheckInId;
  requestId: RequestId;
  findId: FindId;
  personId: PersonId;
  teamId: TeamId;
}

/** Every kind of notice about patrols, each in all of its forms. */
export function patrolNotices({ shiftId, otherId, checkInId, requestId, findId, personId, teamId }: PatrolSubjects): {
  [Kind in PatrolNoticeKind]: Extract<Notice, { kind: Kind }>[];
} {
  const roomId = 'room' as RoomId;
  const points = Array.from({ length: 30 }, (_, n) => n + 1);
  return {
    shift_reminder: [{ kind: 'shift_reminder', shiftId }],
    shift_card: [{ kind: 'shift_card', shiftId }],
    check_in_which: [{ kind: 'check_in_which', checkInId }],
    check_in_line: [{ kind: 'check_in_line', checkInId }],
    check_in_late: [{ kind: 'check_in_late', shiftId }],
    check_in_stray: [
      { kind: 'check_in_stray', shiftId, roomId, checkInId },
      { kind: 'check_in_stray', shiftId, roomId, checkInId: null },
    ],
    points_missing: [
      { kind: 'points_missing', shiftId, points: [1] },
      { kind: 'points_missing', shiftId, points },
      { kind: 'points_missing', shiftId, points, settled: true },
    ],
    points_missing_leader: [
      { kind: 'points_missing_leader', shiftId, points },
      { kind: 'points_missing_leader', shiftId, points, settled: true },
    ],
    welfare_check: (['first', 'second', 'again', 'officer'] as const).map((step) => ({
      kind: 'welfare_check',
      shiftId,
      step,
    })),
    shift_unreported: [
      { kind: 'shift_unreported', shiftIds: [shiftId] },
      { kind: 'shift_unreported', shiftIds: [shiftId, otherId] },
    ],
    welfare_hurt: [{ kind: 'welfare_hurt', shiftId, personId }],
    welfare_ok: [{ kind: 'welfare_ok', shiftId, personId }],
    shift_summary: [{ kind: 'shift_summary', shiftId }],
    shift_gear_lost: [{ kind: 'shift_gear_lost', shiftId }],
    shift_gear_broken: [{ kind: 'shift_gear_broken', shiftId }],
    shift_review: [{ kind: 'shift_review', shiftId }],
    shift_gaps: [
      { kind: 'shift_gaps', shiftIds: [shiftId] },
      { kind: 'shift_gaps', shiftIds: [shiftId, otherId] },
    ],
    shift_request: [{ kind: 'shift_request', requestId }],
    shift_request_decided: [{ kind: 'shift_request_decided', requestId }],
    shift_handover: [{ kind: 'shift_handover', shiftId }],
    patrol_find: [{ kind: 'patrol_find', findId }],
    shift_list: [
      { kind: 'shift_list', personId, teamId: null },
      { kind: 'shift_list', personId: null, teamId },
    ],
    month_table: [
      { kind: 'month_table', month: '2026-11', personId, teamId: null },
      { kind: 'month_table', month: '2026-11', personId: null, teamId },
    ],
    shift_log: [{ kind: 'shift_log', shiftId }],
    calendar_link: [
      { kind: 'calendar_link', personId, teamId: null },
      { kind: 'calendar_link', personId: null, teamId },
    ],
    shift_standing: [
      { kind: 'shift_standing', shiftIds: [shiftId, otherId] },
      { kind: 'shift_standing', shiftIds: [shiftId, otherId], more: 3 },
    ],
    shift_which: (['shift_end', 'shift_safe', 'shift_leave'] as const).flatMap((step) => [
      { kind: 'shift_which', shiftIds: [shiftId, otherId], step },
      { kind: 'shift_which', shiftIds: [shiftId], step },
    ]),
    shift_asked: (['people', 'points', 'night', 'help', 'hours', 'sent', 'zone'] as const).flatMap((about) => [
      { kind: 'shift_asked', shiftId, about },
      { kind: 'shift_asked', shiftId: null, about },
    ]),
    shift_answer: [
      { kind: 'shift_answer', shiftId, result: { kind: 'shift_mustered', here: 2, expected: 3, already: false } },
      { kind: 'shift_answer', shiftId: null, result: { kind: 'shift_none' } },
    ],
  };
}
