import { checkInSubject, type CheckIn, type Doubt } from '../../core/check-in.ts';
import { isSamePhoto } from '../../core/doubts.ts';
import type { Card } from '../../core/message.ts';
import { patrolCode } from '../../core/patrol-code.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { ShiftRequest } from '../../core/shift.ts';
import { missingAtEnd } from '../../core/shift-gear.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { gearNamed, listed, listedUpTo } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';
import { dateOf } from './shift-when.ts';

/** What is below this is noise, and nobody is to look at it. */
const worthALook = 0.4;
const shownAtMost = 12;

/** The number of the fact behind a doubt, where it is one; 0: the very same photo. */
function valueOf(doubt: Doubt): number | null {
  const { kind, fact } = doubt;
  if (isSamePhoto(doubt)) return 0;
  const counted = kind === 'taken_earlier' || kind === 'far_away' || kind === 'too_fast';
  const value = counted ? Number.parseFloat(fact) : NaN;
  return Number.isFinite(value) ? Math.round(value) : null;
}

function doubtsOf({ doubts }: CheckIn): Doubt[] {
  return doubts.filter(({ score }) => score >= worthALook).toSorted((a, b) => b.score - a.score);
}

const strongest = (checkIn: CheckIn): number => doubtsOf(checkIn)[0]?.score ?? 0;

/** What deserves a second look, the strongest reason first. */
export function doubtfulOf(checkIns: readonly CheckIn[]): CheckIn[] {
  return checkIns
    .filter((one) => one.state !== 'void' && doubtsOf(one).length > 0 && !isCarriedOn(one, checkIns))
    .toSorted((a, b) => strongest(b) - strongest(a));
}

/** The one that took its place has the same reasons: 发错了 是8号. */
function isCarriedOn({ id, doubts }: CheckIn, checkIns: readonly CheckIn[]): boolean {
  const after = checkIns.find(({ replacesId }) => replacesId === id);
  return after !== undefined && doubts.every(({ kind }) => after.doubts.some((one) => one.kind === kind));
}

/** Who stayed away and had asked for it, without an answer: that is no absence like any other. */
function undecided(
  { people, who }: ShiftShown,
  requests: readonly ShiftRequest[],
  { texts }: Presenting,
): { who: string; grant: string }[] {
  return people
    .filter(({ state }) => state === 'absent')
    .flatMap(({ personId }) => {
      const request = requests.find((one) => one.personId === personId);
      if (request === undefined) return [];
      const grant = request.kind === 'leave' ? `${texts.patrol.word.request_grant} ${patrolCode(request)}` : '';
      return [{ who: nameOf(who, personId), grant }];
    });
}

/** Pictures of which nobody said in the end which point they are of, and who sent them. */
function unplaced(checkIns: readonly CheckIn[], { who }: ShiftShown, presenting: Presenting): string[] {
  return checkIns
    .filter(({ state, n, photos }) => state === 'asked' && n === null && photos > 0)
    .map(({ receivedAt, byId }) => `${clockOf(presenting, receivedAt)} ${nameOf(who, byId)}`);
}

/**
 * What a leader may look at again, with the reason of each, and never as an accusation; pictures without a point, whose leave nobody
 * decided, and gear that did not come back. Null where there is nothing, and in every group: nobody is shown up.
 * @param files of the doubtful check-ins: that a photo came as a file is told beside the reasons, and is none
 */
export function shiftReview(
  shown: ShiftShown,
  {
    checkIns,
    requests,
    files,
  }: { checkIns: readonly CheckIn[]; requests: readonly ShiftRequest[]; files: readonly KeptFile[] },
  presenting: Presenting,
): Card | null {
  if (!presenting.direct) return null;
  const words = presenting.texts.patrol.review;
  const doubtful = doubtfulOf(checkIns);
  const { summary } = presenting.texts.patrol;
  const asked = undecided(shown, requests, presenting);
  const rest = [
    ...listedUpTo(unplaced(checkIns, shown, presenting), (some, more) => words.unplaced(some, more)),
    ...line(asked.length === 0 ? null : words.undecided(asked)),
    ...listed(gearNamed(missingAtEnd(shown.shift.gear), presenting), (all) => summary.gearMissing(all)),
  ];
  if (doubtful.length === 0 && rest.length === 0) return null;
  if (doubtful.length === 0) {
    return cardOf({ title: summary.title(shown.shift.name, dateOf(shown.shift, presenting)), lines: rest });
  }
  const asFiles = files.filter(({ attachment: { kind, sentAs } }) => kind === 'photo' && sentAs === 'document');
  const lines = doubtful.slice(0, shownAtMost).flatMap((checkIn) => {
    const point = shown.points.find(({ n }) => n === checkIn.n)?.name ?? '';
    const reasons = doubtsOf(checkIn).map((doubt) => words.reason(doubt.kind, valueOf(doubt)));
    const there = nameOf(shown.who, checkIn.personId);
    const who = checkIn.byId === checkIn.personId ? there : words.proxy(nameOf(shown.who, checkIn.byId), there);
    const asFile = asFiles.some(({ subject }) => subject === checkInSubject(checkIn));
    return line(words.line({ clock: clockOf(presenting, checkIn.at), point: clip(point, 24), who, reasons, asFile }));
  });
  const more = doubtful.length - shownAtMost;
  return cardOf({
    title: words.title(shown.shift.name, doubtful.length),
    lines: [...lines, ...rest, ...line(more > 0 ? words.more(more) : null, 'quiet'), ...line(words.note, 'quiet')],
  });
}
