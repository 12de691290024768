import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { MatterId, PersonId } from '../../core/ids.ts';
import type { Matter, MatterStanding } from '../../core/matter.ts';
import type { Session } from '../../core/session.ts';
import { bookedAt, calledOff, proposedSession } from '../../core/session-steps.ts';
import { sessionInvite } from '../../web/session-invite.ts';
import { bodyOf, matterOf, partyOf } from '../support/matter-factory.ts';
import { freshDatabase } from '../support/stores.ts';
import { webStage } from './web-stage.ts';

const database = freshDatabase('sqlite');
const web = webStage(database);
const on = { roles: ['resident'], duty: 'off' } as const;
const at = Date.UTC(2026, 10, 25, 7);
const now = Date.UTC(2026, 10, 22, 12);

function sessionOf(given: Partial<Session> = {}): Session {
  const proposed = proposedSession({
    n: 1,
    times: [at],
    minutes: 90,
    placeWords: '喜哥调解室，二楼',
    form: 'joint',
    mediatorId: 'mediator' as PersonId,
  });
  return { ...bookedAt(proposed, at, now), ...given };
}

function eventOf(text: string | null): ICAL.Component {
  const calendar = new ICAL.Component(ICAL.parse(text ?? '') as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('There is no event');
  return event;
}
const valueOf = (event: ICAL.Component, name: string): string => String(event.getFirstPropertyValue(name));

describe('a session as an invitation', () => {
  const matter = matterOf({
    number: 'M-2611-0042',
    changedAt: now,
    body: bodyOf({
      about: 'wages',
      facts: ['老板欠我三个月工资'],
      sumYuan: 60_000,
      parties: [partyOf({ name: '李强', phone: '13800000001' }), partyOf({ key: 'b', name: '东风五金厂' })],
    }),
  });

  it('says when, the number and the room, and nothing of what it is about', () => {
    const text = sessionInvite(matter, sessionOf()) ?? '';
    const event = eventOf(text);
    expect(valueOf(event, 'summary')).toBe('M-2611-0042');
    expect(valueOf(event, 'location')).toBe('喜哥调解室，二楼');
    expect(valueOf(event, 'dtstart')).toBe('2026-11-25T07:00:00Z');
    expect(valueOf(event, 'dtend')).toBe('2026-11-25T08:30:00Z');
    expect(valueOf(event, 'class')).toBe('PRIVATE');
    expect(text).toContain('METHOD:PUBLISH\r\n');
    for (const secret of ['李强', '东风', '工资', '60000', '138', '调解员', 'dispute', 'wages'])
      expect(text).not.toContain(secret);
  });

  it('is the same event under a higher sequence when it is moved, and is off when it is called off', () => {
    const moved = bookedAt(sessionOf(), at + 3_600_000, now);
    const texts = [sessionOf(), moved, calledOff(moved)].map((session) => eventOf(sessionInvite(matter, session)));
    expect(new Set(texts.map((event) => valueOf(event, 'uid'))).size).toBe(1);
    expect(texts.map((event) => valueOf(event, 'sequence'))).toEqual(['0', '1', '2']);
    expect(texts.map((event) => valueOf(event, 'status'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  });

  it('is none before a time is booked', () => {
    expect(sessionInvite(matter, sessionOf({ startsAt: null }))).toBeNull();
  });
});

describe('the link to an invitation', () => {
  /** A dispute of 李强 with 厂长, mediated by 喜哥. */
  async function scene(sessions: readonly Session[]): Promise<Matter> {
    const cast = ['李强', '厂长', '喜哥', '旁人'].map((name) => ({ name, ...on }));
    await web.stage.begin(cast);
    const [li, chen, owner] = ['李强', '厂长', '喜哥'].map((name) => web.stage.person(name).id);
    const matter = matterOf({
      id: 'matter-of-li' as MatterId,
      state: 'mediating',
      tellerId: li ?? null,
      ownerId: owner ?? null,
      body: bodyOf({
        sessions,
        parties: [partyOf({ personId: li ?? null }), partyOf({ key: 'b', personId: chen ?? null })],
      }),
    });
    const people: [PersonId | undefined, MatterStanding][] = [
      [li, 'teller'],
      [chen, 'party'],
      [owner, 'owner'],
    ];
    await database.store.transaction(async (tx) => {
      await tx.matters.add(matter);
      await tx.matters.setPeople(
        matter.id,
        people.flatMap(([personId, standing]) => (personId === undefined ? [] : [{ personId, standing }])),
      );
    });
    return matter;
  }
  const open = async (matter: Matter, who: string, n = 1): Promise<Response> => {
    const url = web.links.session(matter, n, web.stage.person(who).id, web.stage.clock.now());
    return web.app.request(url ?? '');
  };

  it('gives it to both sides and the mediator, and keeps no copy anywhere', async () => {
    const matter = await scene([sessionOf()]);
    for (const who of ['李强', '厂长', '喜哥']) {
      const response = await open(matter, who);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/calendar');
      expect(response.headers.get('cache-control')).toContain('no-store');
      expect(eventOf(await response.text()).name).toBe('vevent');
    }
  });

  it('gives nothing to anybody else, though the link is well signed', async () => {
    const matter = await scene([sessionOf()]);
    expect((await open(matter, '旁人')).status).toBe(404);
  });

  it('gives a talk apart to its side alone', async () => {
    const matter = await scene([sessionOf({ form: 'apart', side: 'a' })]);
    expect((await open(matter, '李强')).status).toBe(200);
    expect((await open(matter, '厂长')).status).toBe(404);
    expect((await open(matter, '喜哥')).status).toBe(200);
  });

  it('that is forged, of another session, or too old, gives nothing', async () => {
    const matter = await scene([sessionOf()]);
    const url = web.links.session(matter, 1, web.stage.person('李强').id, web.stage.clock.now()) ?? '';
    expect((await web.app.request(url.replace('/1.ics', '/2.ics'))).status).toBe(404);
    expect((await web.app.request(`${url}x`)).status).toBe(404);
    expect((await web.app.request(url.split('?')[0] ?? '')).status).toBe(404);
    const long = web.stage.clock.now() - 40 * 86_400_000;
    const old = web.links.session(matter, 1, web.stage.person('李强').id, long) ?? '';
    expect((await web.app.request(old)).status).toBe(410);
  });
});
