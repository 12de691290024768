import type { Inbound } from '../core/message.ts';

/**
 * The event as it is kept: a live location tells every few seconds where somebody is, which flows keep for a day at most, and
 * nobody keeps with the message for ever. A place that somebody sends by hand is part of what they say.
 */
export function withoutTrack(inbound: Inbound): Inbound {
  const { event } = inbound;
  if (event.kind !== 'message' || event.position === undefined) return inbound;
  const { position, ...words } = event;
  // The last of a live location comes as an edit that is live no more; one that was sent by hand is never edited.
  return position.live || event.edited ? { ...inbound, event: words, raw: '' } : inbound;
}
