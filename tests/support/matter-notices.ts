import type { MatterId, MatterNoteId, OpeningId, PersonId } from '../../core/ids.ts';
import type { MatterNeed } from '../../core/matter.ts';
import type { Notice } from '../../core/notice.ts';
import type { PrivateNoticeKind } from '../../core/private-notice.ts';

/** Every question. */
export const needs = [
  'about',
  'facts',
  'wants',
  'other_side',
  'sum',
  'place',
  'people',
  'evidence',
  'wish',
  'self',
  'consent',
  'time',
  'check',
] as const satisfies readonly MatterNeed[];

/** What they are about. */
export interface MatterSubjects {
  matterId: MatterId;
  openingId: OpeningId;
  noteId: MatterNoteId;
  personId: PersonId;
}

/** Every kind of notice about private matters, each in all of its forms. */
export function matterNotices({ matterId, openingId, noteId, personId }: MatterSubjects): {
  [Kind in PrivateNoticeKind | 'matter_pointer' | 'matter_statistics']: Extract<Notice, { kind: Kind }>[];
} {
  return {
    matter_pointer: (['begun', 'waiting'] as const).map((why) => ({ kind: 'matter_pointer', matterId, why })),
    matter_statistics: [
      { kind: 'matter_statistics', period: '2026-11' },
      { kind: 'matter_statistics', period: '2026' },
    ],
    matter_ask: needs.map((need) => ({ kind: 'matter_ask', matterId, need })),
    matter_worry: (['cost', 'secret', 'other', 'wait'] as const).map((worry) => ({
      kind: 'matter_worry',
      matterId,
      worry,
    })),
    matter_resume: [{ kind: 'matter_resume', matterId }],
    matter_filed: [
      { kind: 'matter_filed', matterId, receipt: null },
      { kind: 'matter_filed', matterId, receipt: '7K3Q-M2PX' },
    ],
    matter_dropped: (['told', 'silence'] as const).map((why) => ({ kind: 'matter_dropped', matterId, why })),
    matter_safety: (['violence', 'threat', 'self_harm', 'child', 'crowd'] as const).map((danger) => ({
      kind: 'matter_safety',
      dangers: [danger],
      matterId,
    })),
    matter_danger: [{ kind: 'matter_danger', matterId }],
    matter_offer: [{ kind: 'matter_offer', matterId }],
    matter_unanswered: [{ kind: 'matter_unanswered', matterId }],
    matter_unreached: [{ kind: 'matter_unreached', matterId, personId }],
    matter_work: [{ kind: 'matter_work', matterId }],
    matter_facts: [{ kind: 'matter_facts', matterId }],
    matter_consent: (['a', 'b'] as const).map((side) => ({ kind: 'matter_consent', matterId, side })),
    matter_stop: [{ kind: 'matter_stop', matterId }],
    matter_times: [{ kind: 'matter_times', matterId, session: 1, side: 'a' }],
    matter_times_answered: [{ kind: 'matter_times_answered', matterId, session: 1 }],
    matter_times_wished: [{ kind: 'matter_times_wished', matterId, side: 'b', times: [1_764_000_000_000] }],
    matter_session: (['booked', 'day', 'hour', 'changed', 'off'] as const).map((step) => ({
      kind: 'matter_session',
      matterId,
      session: 1,
      step,
    })),
    matter_session_over: [{ kind: 'matter_session_over', matterId, session: 1 }],
    matter_terms: [{ kind: 'matter_terms', matterId, side: 'a' }],
    matter_payment: (['soon', 'due', 'late', 'told', 'confirmed', 'denied'] as const).map((step) => ({
      kind: 'matter_payment',
      matterId,
      term: 1,
      step,
    })),
    matter_court: ([7, 20, 27] as const).map((day) => ({ kind: 'matter_court', matterId, day })),
    matter_more_time: [
      { kind: 'matter_more_time', matterId, side: 'a' },
      { kind: 'matter_more_time', matterId, side: null },
    ],
    matter_deadline: (['soon', 'over'] as const).map((step) => ({ kind: 'matter_deadline', matterId, step })),
    matter_visit: ([7, 30, 90] as const).map((days) => ({ kind: 'matter_visit', matterId, days })),
    matter_unvisited: ([7, 30, 90] as const).map((days) => ({ kind: 'matter_unvisited', matterId, days })),
    matter_idle: [{ kind: 'matter_idle', matterId }],
    matter_whose: [{ kind: 'matter_whose', matterId, noteId: 'note' as MatterNoteId }],
    matter_turn: (
      [
        'taken',
        'new_mediator',
        'accepted',
        'session_off',
        'missed',
        'agreed',
        'effective',
        'performed',
        'broken',
        'suspended',
        'goes_on',
        'extended',
        'court_applied',
        'court_confirmed',
        'court_rejected',
      ] as const
    ).map((turn) => ({ kind: 'matter_turn', matterId, turn })),
    matter_ended: (
      [
        'dropped',
        'agreed_written',
        'agreed_oral',
        'failed',
        'refused',
        'withdrawn',
        'no_contact',
        'handed_on',
        'answered',
        'done',
      ] as const
    ).map((outcome) => ({ kind: 'matter_ended', matterId, outcome })),
    matter_answered: [{ kind: 'matter_answered', matterId }],
    matter_push: (['on_scene', 'responsible', 'centre'] as const).map((to) => ({ kind: 'matter_push', matterId, to })),
    matter_list: [{ kind: 'matter_list', personId }],
    matter_which: [{ kind: 'matter_which', matterIds: [matterId], about: 'words' }],
    matter_link: [
      { kind: 'matter_link', matterId: null, page: 'tell', matterKind: 'dispute' },
      { kind: 'matter_link', matterId, page: 'matter', matterKind: null },
    ],
    matter_note_kept: [{ kind: 'matter_note_kept', noteId }],
    opening_asked: [{ kind: 'opening_asked', openingId }],
    opening_told: [{ kind: 'opening_told', openingId }],
    consent_asked: [{ kind: 'consent_asked' }],
    data_export: [{ kind: 'data_export', personId }],
    data_erase_sure: [{ kind: 'data_erase_sure', personId }],
    matter_result: [
      { kind: 'matter_result', matterId, result: { kind: 'matter_taken', number: 'M-2611-0042' } },
      { kind: 'matter_result', matterId: null, result: { kind: 'matter_none' } },
    ],
  };
}
