import type { RoomId } from '../core/ids.ts';
import type { Capabilities } from '../core/message.ts';
import type { Person, Room } from '../core/people.ts';

/** What a page can show of a message: everything that our web rooms can. @param textLimit characters */
export function pageCapabilities(textLimit: number): Capabilities {
  return {
    buttons: true,
    editWindowMs: Number.MAX_SAFE_INTEGER,
    reactions: false,
    seesAllGroupMessages: true,
    stableIds: true,
    returnsMessageId: true,
    writesFirst: false,
    textLimit,
  };
}

/** A page as the direct room of whoever its link was signed for, so that it shows what their chat would. */
export function pageRoom({ language }: Pick<Person, 'language'>): Room {
  return {
    id: '' as RoomId,
    platform: 'web',
    externalId: '',
    kind: 'direct',
    purpose: 'direct',
    title: '',
    language,
    teamId: null,
    state: 'open',
  };
}
