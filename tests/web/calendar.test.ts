import ICAL from 'ical.js';
import { describe, expect, it, vi } from 'vitest';
import type { ShiftId, TeamId, Token } from '../../core/ids.ts';
import type { Shift, ShiftPerson } from '../../core/shift.ts';
import { giveCalendar } from '../../handlers/patrol/give-calendar.ts';
import { calendarFeed, type CalendarEntry } from '../../web/calendar-feed.ts';
import { shiftAt, shiftOf, shiftPersonOf, shiftPointOf } from '../support/shift-factory.ts';
import { freshDatabase } from '../support/stores.ts';
import { webStage } from './web-stage.ts';

const database = freshDatabase('sqlite');
const web = webStage(database);
const on = { roles: ['volunteer'], duty: 'off' } as const;
const hour = 3_600_000;

/** Lines as they are sent, and as they read once unfolded. */
function linesOf(feed: string): { sent: string[]; unfolded: string[] } {
  expect(feed.endsWith('\r\n')).toBe(true);
  expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return {
    sent: feed.split('\r\n').slice(0, -1),
    unfolded: feed
      .replaceAll(/\r\n[ \t]/g, '')
      .split('\r\n')
      .slice(0, -1),
  };
}

function eventsOf(feed: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(feed) as unknown[]);
  expect(calendar.name).toBe('vcalendar');
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('duties as an iCalendar', () => {
  const entry: CalendarEntry = {
    id: '0197' as ShiftId,
    name: '夜巡',
    startsAt: shiftAt,
    endsAt: shiftAt + 6 * hour,
    changedAt: shiftAt - 48 * hour,
    where: '上桥村口',
    words: '3人',
  };

  it('is what RFC 5545 asks for: version and product first, UTC times, a stamp, an id that stays', () => {
    const { unfolded } = linesOf(calendarFeed('东片队', [entry]));
    expect(unfolded).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Qunfang//Qunfang//EN',
      'CALSCALE:GREGORIAN',
      'NAME:东片队',
      'X-WR-CALNAME:东片队',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'BEGIN:VEVENT',
      'UID:0197@qunfang',
      'DTSTAMP:20261121T120000Z',
      'LAST-MODIFIED:20261121T120000Z',
      'DTSTART:20261123T120000Z',
      'DTEND:20261123T180000Z',
      'SUMMARY:夜巡',
      'LOCATION:上桥村口',
      'DESCRIPTION:3人',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('folds after 75 octets at the most, never within a character', () => {
    const name = `${'上桥村口、'.repeat(30)}🚒🔥${'x'.repeat(200)}`;
    const feed = calendarFeed(name, [{ ...entry, name, where: `${'甲'.repeat(24)}🚒🚒🚒` }]);
    const { sent } = linesOf(feed);
    for (const line of sent) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    const [event] = eventsOf(feed);
    expect(event?.summary).toBe(name);
    expect(event?.location).toBe(`${'甲'.repeat(24)}🚒🚒🚒`);
  });

  it('escapes commas, semicolons, backslashes and line ends, and lets no line be smuggled in', () => {
    const nasty = 'a,b;c\\d\r\nEND:VEVENT\rX-EVIL:1\n\u0000\u0007e:"f"';
    const feed = calendarFeed(nasty, [{ ...entry, name: nasty, words: nasty }]);
    const { unfolded } = linesOf(feed);
    expect(unfolded).toContain('SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT\\nX-EVIL:1\\n  e:"f"');
    expect(unfolded.filter((line) => line === 'END:VEVENT' || line.startsWith('X-EVIL'))).toEqual(['END:VEVENT']);
    const [event] = eventsOf(feed);
    expect(event?.summary).toBe('a,b;c\\d\nEND:VEVENT\nX-EVIL:1\n  e:"f"');
  });

  it('of nobody’s duties is still a calendar', () => {
    expect(eventsOf(calendarFeed('东片队', []))).toEqual([]);
  });
});

let teamId: TeamId;

async function begin(): Promise<void> {
  await web.stage.begin([
    { name: '队长', ...on },
    { name: '东01', ...on },
    { name: '东02', ...on },
  ]);
  const members = ['队长', '东01', '东02'];
  await web.stage.team({ code: 'DP', name: '东片队', leader: '队长', members, room: '东片群' });
  const team = (await database.store.read.people.teams()).find(({ code }) => code === 'DP');
  teamId = team?.id ?? ('' as TeamId);
}

async function planned(people: Record<string, ShiftPerson['state']>, given: Partial<Shift> = {}): Promise<Shift> {
  const shift = shiftOf({ teamIds: [teamId], ...given });
  const crew = Object.entries(people).map(([name, state]) =>
    shiftPersonOf({ shiftId: shift.id, personId: web.stage.person(name).id, teamId, state }),
  );
  const points = [
    shiftPointOf({ shiftId: shift.id, n: 1, name: '上桥村口' }),
    shiftPointOf({ shiftId: shift.id, n: 2 }),
  ];
  await database.store.transaction((tx) => tx.shifts.add({ shift, people: crew, points }));
  return shift;
}

const addressOf = (token: Token): string => new URL(web.links.calendar(token) ?? '').pathname;

/** @param whose somebody’s name, or `team` */
async function given(whose: string, anew = false): Promise<string> {
  const of = whose === 'team' ? { teamId } : { personId: web.stage.person(whose).id };
  return addressOf(await web.stage.does((work) => giveCalendar(work, of, anew)));
}

const get = (path: string, headers: Record<string, string> = {}): Response | Promise<Response> =>
  web.app.request(path, { headers });

async function namesIn(path: string): Promise<string[]> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return eventsOf(await response.text()).map(({ summary }) => summary);
}

describe('the address of a calendar', () => {
  it('shows a person’s duties with where they begin, and a team’s with how many go', async () => {
    await begin();
    await planned({ 东01: 'expected', 东02: 'expected' }, { name: '前半夜' });
    await planned({ 东02: 'expected' }, { name: '后半夜', startsAt: shiftAt + 24 * hour });
    const own = await get(await given('东01'));
    expect(own.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const [event, ...more] = eventsOf(await own.text());
    expect(more).toEqual([]);
    expect(event).toMatchObject({ summary: '前半夜', location: '上桥村口', description: '2人 · 2个点' });
    expect(event?.startDate.toJSDate().getTime()).toBe(shiftAt);
    expect(await namesIn(await given('team'))).toEqual(['前半夜', '后半夜']);
  });

  it('loses what was called off, and what somebody is excused from', async () => {
    await begin();
    const first = await planned({ 东01: 'expected', 东02: 'expected' }, { name: '前半夜' });
    await planned({ 东01: 'leave', 东02: 'expected' }, { name: '后半夜', startsAt: shiftAt + 24 * hour });
    const [own, team] = [await given('东01'), await given('team')];
    expect(await namesIn(own)).toEqual(['前半夜']);
    await database.store.transaction((tx) => tx.shifts.put({ ...first, state: 'cancelled' }));
    expect(await namesIn(own)).toEqual([]);
    expect(await namesIn(team)).toEqual(['后半夜']);
  });

  it('keeps an id while a duty moves', async () => {
    await begin();
    const shift = await planned({ 东01: 'expected' });
    const path = await given('东01');
    const [before] = eventsOf(await (await get(path)).text());
    await database.store.transaction((tx) =>
      tx.shifts.put({ ...shift, startsAt: shift.startsAt + hour, changedAt: shift.changedAt + 60_000 }),
    );
    const [after] = eventsOf(await (await get(path)).text());
    expect(after?.uid).toBe(before?.uid);
    expect(after?.startDate.toJSDate().getTime()).toBe(shift.startsAt + hour);
  });

  it('is not sent again while nothing has changed', async () => {
    await begin();
    const shift = await planned({ 东01: 'expected' });
    const path = await given('东01');
    const tag = (await get(path)).headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    const same = await get(path, { 'if-none-match': tag });
    expect(same.status).toBe(304);
    expect(await same.text()).toBe('');
    await database.store.transaction((tx) =>
      tx.shifts.put({ ...shift, name: '夜巡加班', changedAt: shift.changedAt + 1_000 }),
    );
    expect((await get(path, { 'if-none-match': tag })).status).toBe(200);
  });

  it('is none any more once it was given anew, once the person left, once the team is gone', async () => {
    await begin();
    const old = await given('东01');
    const fresh = await given('东01', true);
    expect(fresh).not.toBe(old);
    expect((await get(old)).status).toBe(404);
    expect((await get(fresh)).status).toBe(200);
    await database.store.transaction((tx) => tx.people.put({ ...web.stage.person('东01'), active: false }));
    expect((await get(fresh)).status).toBe(404);
    const team = await given('team');
    await database.store.transaction((tx) =>
      tx.people.putTeam({
        id: teamId,
        code: 'DP',
        kind: 'patrol',
        name: '东片队',
        leaderId: null,
        memberIds: [],
        active: false,
      }),
    );
    expect((await get(team)).status).toBe(404);
  });

  it('is guessed by nobody', async () => {
    await begin();
    const path = await given('东01');
    for (const other of [
      path.replace('.ics', ''),
      path.replace(/.\.ics$/, '.ics'),
      path.toUpperCase(),
      '/calendar/.ics',
      '/calendar/aaaaaaaaaaaaaaaaaaaaaaaa.ics',
      `/calendar/${'a'.repeat(5_000)}.ics`,
      '/calendar/%00%00%00%00%00%00%00%00.ics',
      '/calendar/',
    ]) {
      expect((await get(other)).status).toBe(404);
    }
  });

  it('stands in no log, not even when the page fails', async () => {
    await begin();
    const path = await given('东01');
    vi.spyOn(database.store.read.shifts, 'between').mockRejectedValueOnce(new Error('a bug'));
    const response = await get(path);
    expect(response.status).toBe(500);
    expect(web.failures).toHaveLength(1);
    const [failure] = web.failures as [{ err: Error; route: string }];
    const logged = JSON.stringify({ ...failure, err: [failure.err.message, failure.err.stack] });
    const token = /([^/]+)\.ics$/.exec(path)?.[1] ?? path;
    expect(logged).not.toContain(token);
  });
});
