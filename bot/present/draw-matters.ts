import type { MatterId } from '../../core/ids.ts';
import type { PrivateNoticeKind } from '../../core/private-notice.ts';
import type { Desk, Drawings, Drawn } from './drawing.ts';
import { cardOf, line } from './presenting.ts';

async function numberAlone({ matterId }: { matterId: MatterId }, { tools, presenting }: Desk): Promise<Drawn | null> {
  const matter = await tools.read.matters.byId(matterId);
  const lines = line(matter === null ? null : `${presenting.texts.matter.notice} ${matter.number}`);
  return matter === null ? null : { card: cardOf({ lines, confidential: true }), incident: null };
}

function nothing(): Promise<null> {
  return Promise.resolve(null);
}

/** Notices about private matters. */
export const matterDrawings: Drawings<PrivateNoticeKind | 'matter_pointer'> = {
  matter_pointer: numberAlone,
  matter_ask: numberAlone,
  matter_resume: numberAlone,
  matter_filed: numberAlone,
  matter_dropped: numberAlone,
  matter_safety: nothing,
  matter_danger: numberAlone,
  matter_offer: numberAlone,
  matter_unanswered: numberAlone,
  matter_work: numberAlone,
  matter_facts: numberAlone,
  matter_consent: numberAlone,
  matter_times: numberAlone,
  matter_times_answered: numberAlone,
  matter_session: numberAlone,
  matter_session_over: numberAlone,
  matter_terms: numberAlone,
  matter_payment: numberAlone,
  matter_court: numberAlone,
  matter_more_time: numberAlone,
  matter_deadline: numberAlone,
  matter_visit: numberAlone,
  matter_turn: numberAlone,
  matter_ended: numberAlone,
  matter_answered: numberAlone,
  matter_push: numberAlone,
  matter_list: nothing,
  matter_which: nothing,
  matter_link: nothing,
  matter_note_kept: nothing,
  opening_asked: nothing,
  opening_told: nothing,
  consent_asked: nothing,
  data_export: nothing,
  data_erase_sure: nothing,
  matter_result: nothing,
};
