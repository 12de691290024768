import { describe, expect, it } from 'vitest';
import { nightIn, type CheckInWorld } from '../../support/check-in-world.ts';
import { eachEngine } from '../../support/stores.ts';
import { north } from '../hazard/hazard-world.ts';

const minute = 60_000;

describe('a check-in', () => {
  eachEngine((database) => {
    const night = (rules = {}): Promise<CheckInWorld> => nightIn(database.store, rules);

    it('is a photo in the group: the next point, answered by a reaction and nothing else', async () => {
      const zone = await night();
      const shift = await zone.walks();
      const first = await zone.photoOf('西01');
      zone.now += 10 * minute;
      const second = await zone.photoOf('西02');
      expect(await zone.points(shift)).toBe('seen seen open open open open');
      expect(await zone.told(shift)).toEqual(['1 counted next 1', '2 counted next 1']);
      expect(await zone.reactions('西塘队')).toEqual([first, second]);
      expect(await zone.spoken('西塘队')).toEqual([]);
      const [checkIn] = await zone.checkIns(shift);
      const files = await zone.store.read.files.ofSubject(`check_in:${checkIn?.id ?? ''}`);
      expect(files).toMatchObject([{ messageId: first }]);
      const { people } = await zone.view(shift);
      expect(people.map(({ state, door }) => [state, door])).toEqual([
        ['present', 'photo'],
        ['present', 'photo'],
      ]);
    });

    it('goes by its caption, also out of turn, and comes back to the order after it', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '岗头 正常');
      zone.now += 10 * minute;
      await zone.photoOf('西01');
      zone.now += 10 * minute;
      await zone.photoOf('西01', '第2家');
      zone.now += 10 * minute;
      await zone.photoOf('西01', 'XT-03');
      expect(await zone.points(shift)).toBe('open seen seen open seen seen');
      expect((await zone.checkIns(shift))[0]).toMatchObject({ words: '岗头 正常', ok: true });
    });

    it('of one message can be several', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.sends('西01', { text: '21点40 井头→岗头 一切正常', in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['2 counted caption 0', '5 counted caption 0']);
      expect(await zone.points(shift)).toBe('open seen open open seen open');
    });

    it('in an album is one, whoever sends between its pictures, and is answered once', async () => {
      const zone = await night();
      const shift = await zone.walks();
      const first = await zone.photoOf('西01', '井头', { album: 'a' });
      const other = await zone.photoOf('西02', '渡口');
      await zone.photoOf('西01', '', { album: 'a' });
      await zone.photoOf('西01', '', { album: 'a' });
      expect(await zone.told(shift)).toEqual(['2 counted caption 3', '4 counted caption 1']);
      expect(await zone.reactions('西塘队')).toEqual([first, other]);
      const [album] = await zone.checkIns(shift);
      expect(await zone.store.read.files.ofSubject(`check_in:${album?.id ?? ''}`)).toHaveLength(3);
    });

    it('whose album gets its words with a later picture is at the point that they name', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '', { album: 'a' });
      await zone.photoOf('西01', '渡口', { album: 'a' });
      expect(await zone.told(shift)).toEqual(['4 counted caption 2']);
      expect(await zone.points(shift)).toBe('open open open seen open open');
    });

    it('of several pictures in a row without an album is one', async () => {
      const zone = await night();
      const shift = await zone.walks();
      for (let picture = 0; picture < 3; picture += 1) {
        await zone.photoOf('西01');
        zone.now += 10_000;
      }
      expect(await zone.told(shift)).toEqual(['1 counted next 3']);
      zone.now += 2 * minute;
      await zone.photoOf('西01');
      expect(await zone.points(shift)).toBe('seen seen open open open open');
    });

    it('is settled by words that follow the picture', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01');
      zone.now += minute;
      await zone.sends('西01', { text: '渡口', in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['4 counted caption 1']);
      expect(await zone.points(shift)).toBe('open open open seen open open');
      expect((await zone.checkIns(shift))[0]?.words).toBe('渡口');
    });

    it('takes what is said after it as words, and chatter as nothing', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '井头');
      zone.now += 20_000;
      expect((await zone.sends('西01', { text: '一切正常', in: '西塘队' })).taken).toBe(true);
      expect((await zone.sends('西01', { text: '今晚真冷啊', in: '西塘队' })).taken).toBe(false);
      expect(await zone.checkIns(shift)).toMatchObject([{ words: '井头 一切正常', ok: true }]);
    });

    it('gets its picture after its words', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.sends('西01', { text: '渡口到了', in: '西塘队' });
      zone.now += minute;
      await zone.photoOf('西01');
      expect(await zone.told(shift)).toEqual(['4 counted caption 1']);
    });

    it('到了 alone waits for the picture, and then is the next point', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.sends('西01', { text: '到了', in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['- asked next 0']);
      zone.now += 10_000;
      await zone.photoOf('西01');
      expect(await zone.told(shift)).toEqual(['1 counted next 1']);
      await zone.passes(1);
      expect(await zone.spoken('西塘队')).toEqual([]);
    });

    it('that nobody can place is asked about once, 20 s later, unless words come first', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '小店后门 正常');
      expect(await zone.told(shift)).toEqual(['- asked next 1']);
      expect(await zone.spoken('西塘队')).toEqual([]);
      await zone.passes(1);
      expect(await zone.spoken('西塘队')).toEqual(['check_in_which']);
      await zone.sends('西01', { text: '岗头', in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['5 counted caption 1']);
      await zone.passes(10);
      expect(await zone.messages('西塘队')).toBe((await zone.reactions('西塘队')).length + 2);
    });

    it('asks one person about one at a time', async () => {
      const zone = await night();
      await zone.walks();
      await zone.photoOf('西01', '小店后门 正常');
      await zone.passes(2);
      await zone.photoOf('西01', '大榕树下面 正常');
      await zone.passes(5);
      expect(await zone.spoken('西塘队')).toEqual(['check_in_which']);
    });

    it('同上 is more of the same point', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '渡口');
      zone.now += 5 * minute;
      await zone.photoOf('西01', '同上');
      expect(await zone.told(shift)).toEqual(['4 counted caption 1', '4 repeat again 1']);
    });

    it('told afterwards is at the point of that time, and shown as that', async () => {
      const zone = await night();
      const shift = await zone.walks();
      for (const name of ['樟塘村口', '井头', '渡口']) {
        zone.now += 20 * minute;
        await zone.photoOf('西01', name);
      }
      zone.now += 20 * minute;
      await zone.photoOf('西01', '补一张刚才忘拍了 8点50那个点');
      expect(await zone.points(shift)).toBe('seen seen seen seen open open');
      const last = (await zone.checkIns(shift)).at(-1);
      expect(last).toMatchObject({ n: 3, source: 'time', afterwards: true, at: Date.UTC(2026, 10, 23, 12, 50) });
    });

    it('is late after the window of its point', async () => {
      const zone = await night();
      const shift = await zone.walks({}, { 1: { dueAt: Date.UTC(2026, 10, 23, 12, 30) } });
      zone.now += 40 * minute;
      await zone.photoOf('西01', '樟塘村口');
      expect(await zone.points(shift)).toBe('late open open open open open');
    });

    it('too early does not count, and says from when', async () => {
      const zone = await night();
      const notBeforeAt = Date.UTC(2026, 10, 23, 14);
      const shift = await zone.walks({}, { 2: { notBeforeAt } });
      await zone.photoOf('西01', '井头');
      expect(await zone.points(shift)).toBe('open open open open open open');
      expect(await zone.told(shift)).toEqual(['- extra caption 1']);
      const said = await zone.said('西塘队');
      expect(said.filter(({ kind }) => kind === 'shift_answer')).toMatchObject([
        { result: { kind: 'check_in_early', point: '井头', from: '22:00' } },
      ]);
      zone.now = notBeforeAt;
      await zone.photoOf('西01', '井头');
      expect(await zone.points(shift)).toBe('open seen open open open open');
    });

    it('for somebody else is theirs, and kept apart from who sent it', async () => {
      const zone = await night();
      const shift = await zone.walks({ crew: ['西01', '西02', '西03'] });
      await zone.photoOf('西01', '替西02打卡 4号点');
      expect(await zone.checkIns(shift)).toMatchObject([
        { n: 4, personId: zone.of('西02').id, byId: zone.of('西01').id },
      ]);
    });

    it('发错了 takes the place of the one before, whose point is open again', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '井头');
      zone.now += 30 * minute;
      await zone.sends('西01', { text: '刚才那张发错了 是4号', in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['2 replaced caption 1', '4 counted caption 1']);
      expect(await zone.points(shift)).toBe('open open open seen open open');
      const [wrong, right] = await zone.checkIns(shift);
      expect(right?.replacesId).toBe(wrong?.id);
      expect(await zone.store.read.files.ofSubject(`check_in:${right?.id ?? ''}`)).toHaveLength(1);
    });

    it.each([
      '不对 4号',
      '哦不对 是4号',
      '说错了 应该是4号',
      '不是3号，4号',
      '3号不对 是4号',
      '刚才那张是4号',
      'sorry, point 4',
    ])('that was said to be one point is at another by %s, and counts once', async (words) => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01');
      await zone.sends('西01', { text: '这是3号', in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['3 counted caption 1']);
      await zone.sends('西01', { text: words, in: '西塘队' });
      expect(await zone.points(shift)).toBe('open open open seen open open');
      await zone.sends('西01', { text: '说错了 应该是5号', in: '西塘队' });
      expect(await zone.points(shift)).toBe('open open open open seen open');
      expect((await zone.told(shift)).filter((one) => !one.includes('replaced'))).toEqual(['5 counted caption 1']);
    });

    it.each(['不对劲 4号有人', '4号 正常'])('stays where it was said to be after %s', async (words) => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '3号');
      await zone.sends('西01', { text: words, in: '西塘队' });
      expect((await zone.told(shift))[0]).toBe('3 counted caption 1');
    });

    it('发错了 of what was only guessed moves it', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01');
      zone.now += 30 * minute;
      await zone.sends('西01', { text: '刚才那张发错了 是4号', in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['4 counted caption 1']);
    });

    it('that quotes an own picture is about that one', async () => {
      const zone = await night();
      const shift = await zone.walks();
      const first = await zone.photoOf('西01');
      zone.now += 10 * minute;
      await zone.photoOf('西01');
      zone.now += 10 * minute;
      await zone.sends('西01', { text: '5号', in: '西塘队', quotes: first });
      expect(await zone.told(shift)).toEqual(['5 counted caption 1', '2 counted next 1']);
      expect(await zone.points(shift)).toBe('open seen open open seen open');
    });

    it('of a point that was seen is a repeat, which counts when the first one goes away', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '井头');
      zone.now += 5 * minute;
      await zone.photoOf('西02', '井头');
      expect(await zone.told(shift)).toEqual(['2 counted caption 1', '2 repeat caption 1']);
      await zone.sends('西01', { text: '刚才那张发错了 是4号', in: '西塘队' });
      expect(await zone.points(shift)).toBe('open seen open seen open open');
      expect(await zone.told(shift)).toEqual(['2 replaced caption 1', '2 counted caption 1', '4 counted caption 1']);
    });

    it('with a picture stands in for words alone', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.sends('西01', { text: '井头到了', in: '西塘队' });
      zone.now += 10 * minute;
      await zone.photoOf('西02', '井头');
      expect(await zone.told(shift)).toEqual(['2 replaced caption 0', '2 counted caption 1']);
      expect(await zone.points(shift)).toBe('open seen open open open open');
    });

    it('of a place of the zone that is not on the walk is extra', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '上桥充电桩 正常');
      expect(await zone.told(shift)).toEqual(['- extra caption 1']);
      expect((await zone.checkIns(shift))[0]?.placeId).toBe(zone.placed('CD-1').id);
    });

    it('by a position is at the point there, and a position far away is worth a look', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.sends('西01', { in: '西塘队', position: north(6_000 + 1_210) });
      await zone.photoOf('西02', '井头', { position: north(6_000 + 1_200) });
      const checkIns = await zone.checkIns(shift);
      expect(await zone.told(shift)).toEqual(['4 counted position 0', '2 counted caption 1']);
      expect(Math.round(checkIns[0]?.distanceMetres ?? 0)).toBe(10);
      expect(checkIns[1]?.doubts).toMatchObject([{ kind: 'far_away', fact: '800 m' }]);
    });

    it('that was handed on, or comes faster than anybody walks, is worth a look and is not talked about', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '樟塘村口', { forwarded: true });
      zone.now += 10_000;
      await zone.photoOf('西01', '活动中心');
      const checkIns = await zone.checkIns(shift);
      expect(checkIns[0]?.doubts).toMatchObject([{ kind: 'forwarded' }]);
      expect(checkIns[1]?.doubts).toMatchObject([{ kind: 'too_fast', fact: '0.2 min, 2000 m' }]);
      expect(await zone.spoken('西塘队')).toEqual([]);
    });

    it('comes twice and is one', async () => {
      const zone = await night();
      const shift = await zone.walks();
      const first = await zone.photoOf('西01', '井头');
      await zone.photoOf('西01', '井头', { again: first });
      expect(await zone.told(shift)).toEqual(['2 counted caption 1']);
    });

    it('is answered by nothing where there are no reactions, or by a line where the zone wants it', async () => {
      const zone = await night();
      zone.can = { react: false, edit: false };
      await zone.walks();
      await zone.photoOf('西01', '井头');
      expect(await zone.heard('西塘队')).toEqual([]);
      zone.patrols = { ...zone.patrols, answers: 'line' };
      await zone.photoOf('西01', '渡口');
      zone.now += 10_000;
      await zone.photoOf('西01');
      expect(await zone.heard('西塘队')).toEqual(['check_in_line']);
    });

    it('before the beginning needs to say where: people take pictures of gathering', async () => {
      const zone = await night();
      const shift = await zone.walks({ state: 'planned', startsAt: zone.now + 20 * minute });
      expect((await zone.sends('西01', { photos: 1, in: '西塘队' })).taken).toBe(false);
      expect((await zone.sends('西01', { photos: 1, text: '井头', in: '西塘队' })).taken).toBe(true);
      expect(await zone.points(shift)).toBe('open seen open open open open');
    });

    it('is not what people show each other', async () => {
      const zone = await night();
      const shift = await zone.walks();
      for (const text of ['夜宵', '老婆送的馄饨 羡慕吧', '今晚月亮真圆', '转发：明天全区停水通知 请大家储水']) {
        expect((await zone.sends('西01', { text, photos: 1, in: '西塘队' })).taken).toBe(false);
      }
      expect((await zone.sends('张阿姨', { photos: 1, in: '西塘队' })).taken).toBe(false);
      expect(await zone.told(shift)).toEqual([]);
    });

    it('of the last point of a team that is done sums the shift up', async () => {
      const zone = await night();
      const shift = await zone.walks({ state: 'closing', codes: ['XT-01'] });
      await zone.photoOf('西01', '樟塘村口');
      expect((await zone.view(shift)).shift.state).toBe('ended');
      expect(await zone.spoken('西塘队')).toEqual(['shift_summary']);
    });
  });
});
