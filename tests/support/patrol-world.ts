import type { CheckIn } from '../../core/check-in.ts';
import type { PersonId, TeamId } from '../../core/ids.ts';
import type { Card } from '../../core/message.ts';
import type { Notice } from '../../core/notice.ts';
import type { Person, Room, Team } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Shift, ShiftPerson, ShiftPoint } from '../../core/shift.ts';
import type { PatrolRules } from '../../core/zone/patrol-rules.ts';
import { render } from '../../bot/present/render.ts';
import { personOf, roomOf } from './incident-factory.ts';
import { everything, queuedOf, toolsOf, type RenderWorld } from './render-world.ts';
import { checkInOf, shiftAt, shiftOf, shiftPersonOf, shiftPointOf } from './shift-factory.ts';

const minute = 60_000;

/** The people of a patrol team as its cards name them. */
export const li = personOf({ callSign: '东01', name: '李海', phone: '199-0000-0401', roles: ['volunteer', 'leader'] });
export const wang = personOf({ callSign: '东02', name: '王强', phone: '199-0000-0402', roles: ['volunteer'] });
export const zhao = personOf({ callSign: '东03', name: '赵敏', phone: '', roles: ['volunteer'] });
export const crew: readonly Person[] = [li, wang, zhao];

export const eastTeam: Team = {
  id: 'team-east' as TeamId,
  code: 'east',
  kind: 'patrol',
  name: '东片义警',
  leaderId: li.id,
  memberIds: crew.map(({ id }) => id),
  active: true,
};

/** The team's group, in Chinese and in English, and one’s own chat. */
export const eastRoom = roomOf({ purpose: 'patrol', title: '东片义警', teamId: eastTeam.id });
export const englishRoom = roomOf({ purpose: 'patrol', teamId: eastTeam.id, language: 'en' });
export const ownRoom = roomOf({ kind: 'direct', purpose: 'direct' });

const pointNames = ['樟塘村口', '五金厂门口', '岗头', '渡口', '井头桥', '新屋'];

/** Tonight’s patrol of the east with three people and six points, all open; whatever is given differs. */
export function nightOf(given: Partial<Shift> = {}): ShiftView {
  const shift = shiftOf({ name: '东片夜巡', teamIds: [eastTeam.id], ...given });
  const { id, startsAt, endsAt } = shift;
  return {
    shift,
    people: crew.map((person) => shiftPersonOf({ shiftId: id, personId: person.id, teamId: eastTeam.id })),
    points: pointNames
      .map((name, i) => shiftPointOf({ shiftId: id, n: i + 1, name, dueAt: endsAt }))
      .map((point) => (point.n === 2 ? { ...point, dueAt: startsAt + 75 * minute } : point)),
  };
}

/** The night with these of its crew and points changed: by call sign’s end, by number. */
export function changed(
  view: ShiftView,
  people: Readonly<Record<number, Partial<ShiftPerson>>>,
  points: Readonly<Record<number, Partial<ShiftPoint>>> = {},
): ShiftView {
  return {
    ...view,
    people: view.people.map((person, i) => ({ ...person, ...people[i + 1] })),
    points: view.points.map((point) => ({ ...point, ...points[point.n] })),
  };
}

/** A counted photo of this point, so many minutes after the start. */
export function seenAt(view: ShiftView, n: number, minutes: number, given: Partial<CheckIn> = {}): CheckIn {
  const at = view.shift.startsAt + minutes * minute;
  const who = { shiftId: view.shift.id, personId: wang.id, roomId: eastRoom.id };
  return checkInOf({ ...who, n, at, receivedAt: at, ...given });
}

/** Where and when a card of these tests is drawn. */
export interface Drawing {
  room?: Room;
  reader?: PersonId | null;
  /** After the start of the usual shift. */
  minutes?: number;
  capabilities?: typeof everything;
  /** The zone's rules; missing: the usual ones. */
  patrols?: PatrolRules;
}

/** The card of a notice in this world; null when it is void. */
export async function patrolCard(notice: Notice, world: RenderWorld, drawing: Drawing = {}): Promise<Card | null> {
  const { room = eastRoom, reader = null, minutes = 0, capabilities = everything } = drawing;
  const known = { people: crew, teams: [eastTeam], rooms: [eastRoom], ...world };
  const now = shiftAt + minutes * minute;
  const usual = toolsOf(known, { capabilities, now });
  const { patrols } = drawing;
  const tools = patrols === undefined ? usual : { ...usual, zone: { ...usual.zone, patrols } };
  const rendered = await render(queuedOf(notice, room, reader), room, tools);
  return rendered?.kind === 'card' ? rendered.card : null;
}
