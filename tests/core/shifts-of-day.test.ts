import { describe, expect, it } from 'vitest';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { nextShifts, shiftsOfDay } from '../../core/shifts-of-day.ts';
import { shiftOf } from '../support/shift-factory.ts';

const timeZone = 'Asia/Shanghai';
const today = Temporal.PlainDate.from('2026-11-22');
const hour = 3_600_000;

/** `22 20-23 上半夜`: of that day of November, from–to; before six in the morning of the next day. */
function view(words: string): ShiftView {
  const [day = '', from = 0, to = 0, name = ''] = words.split(/[ -]/u).map((one, i) => (i > 2 ? one : Number(one)));
  const startsAt = Temporal.ZonedDateTime.from(`2026-11-${String(day)}T00:00[${timeZone}]`).epochMilliseconds;
  const begins = startsAt + Number(from) * hour;
  const date = Temporal.Instant.fromEpochMilliseconds(begins).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const length = (Number(to) - Number(from) + 24) % 24 || 24;
  return {
    shift: shiftOf({ name: String(name), date, startsAt: begins, endsAt: begins + length * hour }),
    people: [],
    points: [],
  };
}

const halves = ['22 20-23 上半夜', '22 23-2 下半夜', '23 20-23 上半夜', '23 23-2 下半夜'].map(view);
const nameless = ['22 20-23 东片夜巡', '22 23-2 东片夜巡', '23 20-23 东片夜巡', '23 23-2 东片夜巡'].map(view);
const mixed = ['23 8-17 网格日巡', '23 20-23 东片夜巡', '23 24-3 西片夜巡', '24 8-17 网格日巡'].map(view);

/** Their beginnings: day and hour. */
function meant(text: string, date: string, views = halves): string[] {
  return shiftsOfDay(views, `2026-11-${date}`, { text, today, timeZone }).map(begins);
}

function begins({ shift }: ShiftView): string {
  const at = Temporal.Instant.fromEpochMilliseconds(shift.startsAt).toZonedDateTimeISO(timeZone);
  return `${String(at.day)} ${String(at.hour)}`;
}

const both = ['22 20', '22 23'];
const early = ['22 20'];
const late = ['22 23'];

describe('the shifts of a day that words are about', () => {
  it.each([
    ['今晚请假', both],
    ['今晚两个班都请假', both],
    ['今天全天请假', both],
    ['今晚下半夜请假', late],
    ['今晚下半夜的班我来不了', late],
    ['下半夜那班，今晚来不了', late],
    ['今晚上半夜请假', early],
    ['今晚上半夜和下半夜都请假', both],
    ['今晚11点到2点那班我来不了', late],
    ['今晚十一点那班我来不了', late],
    ['今晚8点到11点的班请假', early],
    ['今晚23:00请假', late],
    ['今晚23点的班请假', late],
    ['今晚凌晨那班我不来了', late],
    ['今晚后面那个班请假', late],
    ['今晚第一班请假', early],
    ['今晚第二个班我来不了', late],
    ["can't do the 11pm shift tonight", late],
    ["can't make the late shift tonight", late],
    ['off for the second half tonight', late],
    ['今晚加班到11点，请假', both],
    ['今晚8点才下班 请假', both],
    ['昨天下半夜没睡好 今晚请假', both],
    ['孩子凌晨发烧 今晚请假', both],
    ['今晚9点到10点有事 请假', both],
  ])('%s', (text, expected) => {
    expect(meant(text, '22')).toEqual(expected);
    const other = text.includes('上半夜') || text.includes('下半夜') ? halves : nameless;
    expect(meant(text, '22', other)).toEqual(expected);
  });

  it('a half is the one that it is in time, where no roster calls it so', () => {
    expect(meant('今晚下半夜请假', '22', nameless)).toEqual(late);
    expect(meant('今晚前半夜请假', '22', nameless)).toEqual(early);
  });

  it('each day has its own', () => {
    const text = '今晚上半夜和明晚下半夜请假';
    expect([...meant(text, '22'), ...meant(text, '23')]).toEqual(['22 20', '23 23']);
    const list = '今晚、明晚下半夜请假';
    expect([...meant(list, '22'), ...meant(list, '23')]).toEqual(['22 23', '23 23']);
    const run = '22号到24号下半夜请假';
    expect([...meant(run, '22'), ...meant(run, '23')]).toEqual(['22 23', '23 23']);
  });

  it('a day is all of it, a night what begins in it, and the small hours belong to the night before', () => {
    expect(meant('明天请假', '23', mixed)).toEqual(['23 8', '23 20', '24 0']);
    expect(meant('明晚请假', '23', mixed)).toEqual(['23 20', '24 0']);
    expect(meant('周一晚上请假', '23', mixed)).toEqual(['23 20', '24 0']);
    expect(meant('明天白天请假', '23', mixed)).toEqual(['23 8']);
    expect(meant('明天网格日巡请假', '23', mixed)).toEqual(['23 8']);
    expect(meant('后天晚上请假', '24', mixed)).toEqual(['24 8']);
  });

  it('a team that only goes after midnight has the night of its date', () => {
    expect(meant('23号请假', '23', ['23 1-4 夜巡', '24 1-4 夜巡'].map(view))).toEqual(['23 1']);
    expect(meant('今晚请假', '22', ['23 1-4 夜巡', '24 1-4 夜巡'].map(view))).toEqual(['23 1']);
  });

  it('a round of a week is of no single day, where there is something else', () => {
    const round = view('22 8-8 消防周巡');
    const long = { ...round, shift: { ...round.shift, endsAt: round.shift.startsAt + 7 * 24 * hour } };
    expect(meant('今天请假', '22', [long, ...halves])).toEqual(both);
    expect(meant('今天请假', '22', [long])).toEqual(['22 8']);
  });
});

describe('the shifts that words without a day are about', () => {
  const next = (text: string, views = halves) => nextShifts(views, { text, today, timeZone }).map(begins);

  it.each([
    ['请假', early],
    ['下半夜请假', late],
    ['凌晨那班我不来了', late],
    ['两个班都请假', both],
    ['昨天下半夜没睡好 请假', early],
  ])('%s', (text, expected) => {
    expect(next(text)).toEqual(expected);
  });

  it('the first half that is to come, once that of tonight is over', () => {
    expect(next('上半夜请假', halves.slice(1))).toEqual(['23 20']);
    expect(next('请假', [])).toEqual([]);
  });
});
