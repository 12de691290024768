import type { PersonId, RoomId } from '../../core/ids.ts';
import type { Matter, MatterBody, MatterPerson } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import type { MatterView } from '../../core/ports/matters.ts';
import type { Session } from '../../core/session.ts';
import { privateRulesSchema } from '../../core/zone/private-rules.ts';
import { personOf, roomOf } from './incident-factory.ts';
import { bodyOf, matterAt, matterNoteOf, matterOf, partyOf } from './matter-factory.ts';

/** Words, names and sums of one case; none of them may stand where it does not belong. */
export const secrets = {
  facts: '老板拖了三个月工钱不给，还骂我',
  wants: '把工钱一次结清',
  applicant: '陈小满',
  respondent: '恒达五金厂王总',
  applicantPhone: '19900001111',
  respondentPhone: '19900002222',
  note: '王总私下说月底有一笔回款',
  record: '王总承认欠薪，希望分两次付',
  sum: '18,600',
  place: '西塘工业区恒达五金厂',
  wish: '要女调解员',
} as const;

export const teller = personOf({
  id: 'teller' as PersonId,
  callSign: null,
  name: secrets.applicant,
  roles: ['resident'],
});
export const otherSide = personOf({ id: 'other' as PersonId, callSign: null, name: secrets.respondent, roles: [] });
export const mediator = personOf({ id: 'mediator' as PersonId, callSign: '调01', name: '喜哥', roles: ['mediator'] });
export const asked = personOf({ id: 'asked' as PersonId, callSign: '调02', name: '和事嫂', roles: ['mediator'] });
export const desk = personOf({ id: 'desk' as PersonId, callSign: '前台', name: '林芳', roles: ['mediator'] });
export const stranger = personOf({
  id: 'stranger' as PersonId,
  callSign: '值01',
  name: '李梅',
  roles: ['duty_officer'],
});

export const everybody: readonly Person[] = [teller, otherSide, mediator, asked, desk, stranger];
export const directRoom = roomOf({ id: 'direct' as RoomId, kind: 'direct', purpose: 'direct', title: '' });

export const caseRules = privateRulesSchema.parse({
  rooms: [
    {
      code: 'xige',
      name: '喜哥调解室',
      mediators: ['调01', '调02'],
      desk: ['前台'],
      place: '服务中心三楼',
      phone: '0579-8000',
    },
  ],
});

/** A wage dispute of two sides that was told in full. */
export const caseBody: MatterBody = bodyOf({
  about: 'wages',
  facts: [secrets.facts],
  wants: secrets.wants,
  parties: [
    partyOf({
      key: 'a',
      role: 'applicant',
      name: secrets.applicant,
      phone: secrets.applicantPhone,
      personId: teller.id,
      people: 12,
      consent: 'yes',
    }),
    partyOf({
      key: 'b',
      role: 'respondent',
      name: secrets.respondent,
      phone: secrets.respondentPhone,
      personId: otherSide.id,
      consent: 'asked',
    }),
  ],
  sumYuan: 18_600,
  people: 12,
  placeWords: secrets.place,
  area: '西塘',
  wish: { womanMediator: true, room: '', time: '晚上7点以后', words: '' },
  route: [{ room: 'xige', why: ['kind'] }],
});

/** Three times are offered for a meeting. */
export const caseSession: Session = {
  n: 1,
  state: 'proposed',
  times: [matterAt + 2 * 86_400_000, matterAt + 3 * 86_400_000],
  answers: {},
  startsAt: null,
  minutes: 90,
  placeWords: '服务中心三楼',
  form: 'joint',
  mediatorId: mediator.id,
  absent: [],
  record: '',
  reminded: [],
  sequence: 0,
};

/** The case in a state, with whoever has it and whoever was asked. */
export function caseOf(given: Partial<Matter> = {}, body: Partial<MatterBody> = {}): Matter {
  return matterOf({
    number: 'M-2611-0042',
    state: 'assigned',
    tellerId: teller.id,
    ownerId: mediator.id,
    roomCode: 'xige',
    reportedAt: matterAt,
    ...given,
    body: { ...caseBody, ...body },
  });
}

/** The same with its people; `owned`: without an owner it is still offered to the mediators. */
export function caseView(matter: Matter): MatterView {
  const standing = (personId: PersonId, one: MatterPerson['standing']): MatterPerson => ({
    matterId: matter.id,
    personId,
    standing: one,
  });
  const offered = matter.ownerId === null ? [standing(mediator.id, 'offered'), standing(asked.id, 'offered')] : [];
  return {
    matter,
    teller,
    owner: everybody.find(({ id }) => id === matter.ownerId) ?? null,
    people: [
      standing(teller.id, 'teller'),
      standing(otherSide.id, 'party'),
      ...(matter.ownerId === null ? [] : [standing(matter.ownerId, 'owner')]),
      ...offered,
      standing(desk.id, 'desk'),
    ],
    files: [],
  };
}

/** What the mediator noted of the other side. */
export const noteOf = (matter: Matter) => matterNoteOf(matter.id, mediator.id, { side: 'b', words: secrets.note });
