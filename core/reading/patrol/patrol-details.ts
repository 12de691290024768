/** What a patrol's message says besides its intent, where the intent is known already. */
import { nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Intent } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { checkInDetails } from './check-in.ts';
import { findDetails } from './finds.ts';
import { handoverDetails } from './handover.ts';
import { leaveDetails } from './leave.ts';
import { delayIn, startDetails } from './muster.ts';
import { endDetails } from './shift-end.ts';
import { suspicionDetails } from './suspicious.ts';

/** The details of a message that means `intent`. */
export function patrolDetails(heard: Utterance, intent: Intent): Finding {
  switch (intent) {
    case 'check_in':
      return checkInDetails(heard);
    case 'shift_start':
      return startDetails(heard);
    case 'shift_end':
      return endDetails(heard);
    case 'handover':
      return handoverDetails(heard);
    case 'found_item':
      return findDetails(heard);
    case 'suspicious':
      return suspicionDetails(heard);
    case 'delay':
      return delayIn(heard);
    case 'leave_request': {
      const { fields, because } = leaveDetails(heard, 'leave', 0);
      return { fields: { request: 'leave', ...fields }, because };
    }
    default:
      return nothing;
  }
}
