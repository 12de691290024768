import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { HazardKindPage } from '../../core/hazard-kind-page.ts';
import type { HazardDraftId, HazardId, HazardReportId, PersonId } from '../../core/ids.ts';
import type { HazardTurn } from '../../core/hazard-notice.ts';
import type { Notice, NoticeKind } from '../../core/notice.ts';
import { hazardAt } from './hazard-factory.ts';

export type HazardNoticeKind = Extract<NoticeKind, `hazard_${string}`>;

export const hazardTurns: readonly HazardTurn[] = [
  'accepted',
  'fixed',
  'returned',
  'delayed',
  'not_hazard',
  'merged',
  'split',
  'reopened',
];
const pages: readonly HazardKindPage[] = ['likely', 'all', 'fire', 'work', 'materials', 'outdoors'];
const whichVerbs: readonly HazardVerb[] = ['hazard_fixed', 'hazard_chase', 'hazard_withdraw', 'hazard_reopen'];

/** Whose they are and what they are about. */
export interface HazardSubjects {
  hazardId: HazardId;
  reportId: HazardReportId;
  otherId: HazardId;
  draftId: HazardDraftId;
  personId: PersonId;
}

/** Every kind of notice about hazards, each in all of its forms. */
export function hazardNotices({ hazardId, reportId, otherId, draftId, personId }: HazardSubjects): {
  [Kind in HazardNoticeKind]: Extract<Notice, { kind: Kind }>[];
} {
  return {
    hazard_offer: [{ kind: 'hazard_offer', draftId }],
    hazard_ask: [
      { kind: 'hazard_ask', draftId, need: 'place' },
      { kind: 'hazard_ask', draftId, need: 'kind' },
      ...pages.map((page) => ({ kind: 'hazard_ask' as const, draftId, need: 'kind' as const, page })),
    ],
    hazard_draft_ended: [
      { kind: 'hazard_draft_ended', draftId },
      { kind: 'hazard_draft_ended', draftId, why: 'unanswered' },
      { kind: 'hazard_draft_ended', draftId, why: 'emergency' },
    ],
    hazard_filed: [
      { kind: 'hazard_filed', hazardId, reportId, joined: false },
      { kind: 'hazard_filed', hazardId, reportId, joined: true },
    ],
    hazard_turn: hazardTurns.map((turn) => ({ kind: 'hazard_turn', hazardId, reportId, turn })),
    hazard_closed: [
      { kind: 'hazard_closed', hazardId, reportId, ask: true },
      { kind: 'hazard_closed', hazardId, reportId, ask: false },
    ],
    hazard_triage: [
      { kind: 'hazard_triage', hazardId },
      ...pages.map((page) => ({ kind: 'hazard_triage' as const, hazardId, page })),
    ],
    hazard_card: [{ kind: 'hazard_card', hazardId }],
    hazard_photo: (['before', 'after'] as const).map((stage) => ({
      kind: 'hazard_photo',
      hazardId,
      stage,
      fileIds: [],
    })),
    hazard_group_digest: [{ kind: 'hazard_group_digest', sinceAt: hazardAt }],
    hazard_order: [
      { kind: 'hazard_order', hazardId },
      { kind: 'hazard_order', hazardId, again: true },
      { kind: 'hazard_order', hazardId, round: 0 },
    ],
    hazard_photo_wanted: [{ kind: 'hazard_photo_wanted', hazardId }],
    hazard_check: [{ kind: 'hazard_check', hazardId }],
    hazard_more_asked: [{ kind: 'hazard_more_asked', hazardId }],
    hazard_more_decided: [
      { kind: 'hazard_more_decided', hazardId, granted: true },
      { kind: 'hazard_more_decided', hazardId, granted: false },
    ],
    hazard_overdue: [
      { kind: 'hazard_overdue', hazardId, step: { to: 'owner', days: -1 }, lateDays: -1 },
      { kind: 'hazard_overdue', hazardId, step: { to: 'owner', days: 1 }, lateDays: 1 },
      { kind: 'hazard_overdue', hazardId, step: { to: 'leader', days: 5 }, lateDays: 5 },
      { kind: 'hazard_overdue', hazardId, step: { to: 'supervision', days: 10 }, lateDays: 10 },
    ],
    hazard_chased: [{ kind: 'hazard_chased', hazardId }],
    hazard_place_said: [{ kind: 'hazard_place_said', hazardId }],
    hazard_supervised: [{ kind: 'hazard_supervised', hazardId }],
    hazard_progress: [{ kind: 'hazard_progress', hazardId }],
    hazard_waiting: [
      { kind: 'hazard_waiting', hazardIds: [hazardId] },
      { kind: 'hazard_waiting', hazardIds: [hazardId, otherId] },
    ],
    hazard_twin: [{ kind: 'hazard_twin', hazardId, otherId }],
    hazard_list: [
      ...(['owned', 'area', 'reported'] as const).map((about) => ({ kind: 'hazard_list', personId, about }) as const),
      { kind: 'hazard_list', personId, about: 'found', hazardIds: [hazardId, otherId] },
      { kind: 'hazard_list', personId, about: 'to_check', hazardIds: [hazardId] },
    ],
    hazard_digest: (['owned', 'area'] as const).map((about) => ({ kind: 'hazard_digest', personId, about })),
    hazard_which: whichVerbs.map((verb) => ({ kind: 'hazard_which', hazardIds: [hazardId, otherId], verb })),
    hazard_answer: [
      { kind: 'hazard_answer', hazardId, result: { kind: 'hazard_none' } },
      { kind: 'hazard_answer', hazardId: null, result: { kind: 'hazard_dropped' } },
      { kind: 'hazard_answer', hazardId, result: { kind: 'hazard_already', state: 'closed', by: '' } },
    ],
  };
}
