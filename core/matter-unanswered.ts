import type { Matter } from './matter.ts';

const hour = 3_600_000;
/** What is urgent comes again within the hour so often; after that once a day, as all else. */
const atOnce = 3;
/** After so often nobody is told again by itself: those who lead know, and the last word says so. */
const most = 7;

type Unanswered = Pick<Matter, 'urgent' | 'body'>;

/** One more time that those who lead hear of it. */
export function toldUnanswered(matter: Matter): Matter {
  return { ...matter, body: { ...matter.body, unanswered: (matter.body.unanswered ?? 0) + 1 } };
}

/** Whether they have heard the last of it. */
export function isLastWord({ body }: Pick<Unanswered, 'body'>): boolean {
  return (body.unanswered ?? 0) >= most;
}

/** Milliseconds until everybody is asked anew, and those who ring hear again. */
export function askAgainMs({ urgent, body }: Unanswered): number {
  return (urgent && (body.unanswered ?? 0) <= atOnce ? 1 : 24) * hour;
}
