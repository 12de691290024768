import { describe, expect, it } from 'vitest';
import type { PatrolVerb } from '../../../core/patrol-verb.ts';
import type { ShiftId } from '../../../core/ids.ts';
import { checkInBySign } from '../../../handlers/patrol/check-in-by-sign.ts';
import { takeCheckInTap } from '../../../handlers/patrol/take-check-in-tap.ts';
import { nightIn, type CheckInWorld } from '../../support/check-in-world.ts';
import { eachEngine } from '../../support/stores.ts';

const minute = 60_000;

describe('where a check-in belongs', () => {
  eachEngine((database) => {
    const night = (rules = {}): Promise<CheckInWorld> => nightIn(database.store, rules);
    const taps = async (zone: CheckInWorld, who: string, shift: ShiftId, verb: PatrolVerb, value = '', nth = -1) => {
      const checkIn = (await zone.checkIns(shift)).at(nth);
      if (checkIn === undefined) throw new Error('no check-in');
      return zone.run((work) => takeCheckInTap(work, checkIn, zone.of(who), verb, value));
    };
    const unclear = async (zone: CheckInWorld): Promise<ShiftId> => {
      const shift = await zone.walks();
      await zone.photoOf('西01', '小店后门 正常');
      await zone.passes(1);
      return shift;
    };

    it('is said by a button, and the question says what came of it', async () => {
      const zone = await night();
      const shift = await unclear(zone);
      expect(await taps(zone, '西02', shift, 'check_in_point', '4')).toEqual({
        kind: 'checked_in',
        point: '渡口',
        seen: 1,
        points: 6,
        late: false,
      });
      expect(await zone.told(shift)).toEqual(['4 counted button 1']);
      expect(await zone.spoken('西塘队')).toEqual(['check_in_which', 'check_in_which']);
      expect(await zone.messages('西塘队')).toBe(2);
      expect(await zone.store.read.rooms.question(zone.room('西塘队').id, zone.of('西01').id, zone.now)).toBeNull();
    });

    it('by a second tap is moved', async () => {
      const zone = await night();
      const shift = await unclear(zone);
      await taps(zone, '西01', shift, 'check_in_point', '4');
      expect(await taps(zone, '西01', shift, 'check_in_point', '5')).toEqual({
        kind: 'check_in_moved',
        from: '渡口',
        to: '岗头',
      });
      expect(await zone.points(shift)).toBe('open open open open seen open');
    });

    it('can be none of the points', async () => {
      const zone = await night();
      const shift = await unclear(zone);
      expect(await taps(zone, '西01', shift, 'check_in_point', 'none')).toEqual({
        kind: 'checked_in_extra',
        place: '',
      });
      expect(await zone.told(shift)).toEqual(['- extra button 1']);
    });

    it('is decided by the crew and its leader, and by nobody else', async () => {
      const zone = await night();
      const shift = await unclear(zone);
      for (const who of ['张阿姨', '民警', '西03', '值班']) {
        expect(await taps(zone, who, shift, 'check_in_point', '4')).toEqual({ kind: 'shift_not_yours' });
      }
      expect(await taps(zone, '西队', shift, 'check_in_point', '4')).toMatchObject({ kind: 'checked_in' });
    });

    it('does not follow a forged or an old button', async () => {
      const zone = await night();
      const shift = await unclear(zone);
      for (const value of ['', '0', '7', '99999', 'x', '4; drop']) {
        expect(await taps(zone, '西01', shift, 'check_in_point', value)).toEqual({ kind: 'stale' });
      }
      await zone.sends('西01', { text: '岗头', in: '西塘队' });
      expect(await taps(zone, '西01', shift, 'check_in_point', '4')).toEqual({ kind: 'shift_already', by: '' });
      expect(await zone.points(shift)).toBe('open open open open seen open');
    });

    it('is taken back by a button, once', async () => {
      const zone = await night();
      const shift = await zone.walks();
      await zone.photoOf('西01', '井头');
      expect(await taps(zone, '值班', shift, 'check_in_void')).toEqual({ kind: 'check_in_void', point: '井头' });
      expect(await taps(zone, '西01', shift, 'check_in_void')).toEqual({ kind: 'shift_already', by: '' });
      expect(await zone.points(shift)).toBe('open open open open open open');
      expect(await zone.told(shift)).toEqual(['- void caption 1']);
    });

    it('after the shift was summed up nothing moves', async () => {
      const zone = await night();
      const shift = await unclear(zone);
      await zone.run(async (work) => {
        const view = await work.tx.shifts.lock(shift);
        if (view !== null) await work.tx.shifts.put({ ...view.shift, state: 'ended' });
      });
      expect(await taps(zone, '西01', shift, 'check_in_point', '4')).toEqual({ kind: 'shift_none' });
      expect((await zone.sends('西01', { text: '岗头', in: '西塘队' })).taken).toBe(false);
      expect(await zone.told(shift)).toEqual(['- asked next 1']);
    });
  });
});

describe('the word at a point', () => {
  eachEngine((database) => {
    const proofed = async (): Promise<{ zone: CheckInWorld; shift: ShiftId }> => {
      const zone = await nightIn(database.store);
      return { zone, shift: await zone.walks({}, { 2: { proof: true } }) };
    };
    const answers = async (zone: CheckInWorld) =>
      (await zone.said('西塘队')).flatMap((notice) => (notice.kind === 'shift_answer' ? [notice.result.kind] : []));

    it('told with the photo counts', async () => {
      const { zone, shift } = await proofed();
      await zone.photoOf('西01', `井头 ${zone.wordAt('XT-02')}`);
      expect(await zone.told(shift)).toEqual(['2 counted word 1']);
      expect(await answers(zone)).toEqual([]);
    });

    it('is asked for where it is missing, and counts when it follows', async () => {
      const { zone, shift } = await proofed();
      await zone.photoOf('西01', '井头');
      expect(await zone.points(shift)).toBe('open open open open open open');
      expect(await answers(zone)).toEqual(['check_in_word_wrong']);
      zone.now += minute;
      expect((await zone.sends('西01', { text: '今晚真冷啊', in: '西塘队' })).taken).toBe(false);
      await zone.sends('西01', { text: zone.wordAt('XT-02'), in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['2 counted word 1']);
      expect((await zone.checkIns(shift))[0]?.doubts).toEqual([]);
    });

    it('that changed between the photo and the words is right all the same', async () => {
      const { zone, shift } = await proofed();
      zone.now += 14 * minute;
      await zone.photoOf('西01', '井头');
      zone.now += 3 * minute;
      await zone.sends('西01', { text: zone.wordAt('XT-02'), in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['2 counted word 1']);
    });

    it('that is wrong does not count, and only the leader sees it', async () => {
      const { zone, shift } = await proofed();
      await zone.photoOf('西01', `井头 ${zone.wordAt('XT-03')}`);
      expect(await zone.points(shift)).toBe('open open open open open open');
      expect((await zone.checkIns(shift))[0]?.doubts).toMatchObject([{ kind: 'wrong_word' }]);
      await zone.passes(1);
      expect(await zone.spoken('西塘队')).toEqual(['shift_answer']);
    });

    it('changes every quarter of an hour, and the one before is still right', async () => {
      const { zone, shift } = await proofed();
      const old = zone.wordAt('XT-02');
      zone.now += 15 * minute;
      expect(zone.wordAt('XT-02')).not.toBe(old);
      await zone.photoOf('西01', `井头 ${old}`);
      expect(await zone.points(shift)).toBe('open seen open open open open');
    });
  });
});

describe('the sign at a point', () => {
  eachEngine((database) => {
    it('opened by somebody of a running shift is a check-in, answered in words', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      expect((await zone.sends('西01', { start: 'p_XT-05' })).taken).toBe(true);
      expect(await zone.told(shift)).toEqual(['5 counted code 0']);
      expect(await zone.heard('西01')).toEqual(['check_in_line']);
    });

    it('scanned with a phone that is known wants the word too, and the page alone answers', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks({}, { 5: { proof: true } });
      const here = (words: string) =>
        zone.run((work) => checkInBySign(work, zone.of('西01'), zone.placed('XT-05'), words));
      expect(await here('')).toEqual({ kind: 'check_in_word_wrong', point: '岗头' });
      expect(await here('松鼠00')).toEqual({ kind: 'check_in_word_wrong', point: '岗头' });
      expect(await here(zone.wordAt('XT-05'))).toMatchObject({ kind: 'checked_in', point: '岗头', seen: 1 });
      expect(await zone.told(shift)).toEqual(['5 counted word 0']);
      expect(await zone.heard('西01')).toEqual([]);
      expect(await zone.run((work) => checkInBySign(work, zone.of('西03'), zone.placed('XT-05'), ''))).toEqual({
        kind: 'shift_none',
      });
    });

    it('is followed by a picture in the group, which is of that point', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      await zone.sends('西01', { start: 'p_XT-05' });
      zone.now += minute;
      await zone.photoOf('西01');
      expect(await zone.told(shift)).toEqual(['5 counted code 1']);
      const [checkIn] = await zone.checkIns(shift);
      expect(await zone.store.read.files.ofSubject(`check_in:${checkIn?.id ?? ''}`)).toHaveLength(1);
    });

    it('of no point of the walk, or opened by somebody else, is for whoever reports a hazard there', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      expect((await zone.sends('西01', { start: 'p_CD-1' })).taken).toBe(false);
      expect((await zone.sends('西01', { start: 'p_NO-9' })).taken).toBe(false);
      expect((await zone.sends('张阿姨', { start: 'p_XT-05' })).taken).toBe(false);
      expect(await zone.told(shift)).toEqual([]);
    });
  });
});

describe('who is on which duty', () => {
  eachEngine((database) => {
    const twoTeams = async (): Promise<CheckInWorld> => {
      const zone = await nightIn(database.store);
      await zone.person('荷01', ['volunteer']);
      await zone.team('荷塘队', ['荷01', '西01']);
      return zone;
    };

    it('a photo in the room of another team counts for the only duty of its sender, who hears it alone', async () => {
      const zone = await twoTeams();
      const west = await zone.walks();
      const lotus = await zone.walks({ team: '荷塘队', crew: ['荷01'] });
      await zone.sends('西02', { photos: 1, in: '荷塘队' });
      expect(await zone.told(west)).toEqual(['1 counted next 1']);
      expect(await zone.told(lotus)).toEqual([]);
      expect(await zone.heard('西02')).toEqual(['check_in_line']);
    });

    it('of a person in two teams counts by the room', async () => {
      const zone = await twoTeams();
      const west = await zone.walks({ codes: ['XT-01', 'XT-02'] });
      const lotus = await zone.walks({ team: '荷塘队', crew: ['荷01', '西01'], codes: ['XT-05', 'XT-06'] });
      await zone.sends('西01', { photos: 1, in: '荷塘队' });
      expect([await zone.told(west), await zone.told(lotus)]).toEqual([[], ['1 counted next 1']]);
      zone.now += 5 * minute;
      await zone.sends('西01', { photos: 1, in: '西塘队' });
      expect(await zone.told(west)).toEqual(['1 counted next 1']);
    });

    it('alone with the bot it is the duty whose point is named, else it is asked, one duty after the other', async () => {
      const zone = await twoTeams();
      const west = await zone.walks({ codes: ['XT-01', 'XT-02'] });
      const lotus = await zone.walks({ team: '荷塘队', crew: ['荷01', '西01'], codes: ['XT-05', 'XT-06'] });
      await zone.sends('西01', { photos: 1, text: '活动中心' });
      expect([await zone.told(west), await zone.told(lotus)]).toEqual([[], ['2 counted caption 1']]);
      zone.now += 5 * minute;
      await zone.sends('西01', { photos: 1 });
      const all = [...(await zone.told(west)), ...(await zone.told(lotus))];
      expect(all.filter((one) => one.includes('asked'))).toHaveLength(1);
      await zone.passes(1);
      expect(await zone.spoken('西01')).toEqual(['check_in_which']);
    });

    it('a round counts only what is named, so that another photo is of the walk', async () => {
      const zone = await nightIn(database.store);
      const round = await zone.walks({ kind: 'round', codes: ['CD-1', 'SQ'], endsAt: zone.now + 7 * 24 * 60 * minute });
      await zone.sends('西01', { photos: 1, text: '上桥充电桩', in: '西塘队' });
      zone.now += 5 * minute;
      expect((await zone.sends('西01', { photos: 1, in: '西塘队' })).taken).toBe(false);
      const walk = await zone.walks();
      await zone.sends('西01', { photos: 1, in: '西塘队' });
      expect(await zone.told(round)).toEqual(['1 counted caption 1']);
      expect(await zone.told(walk)).toEqual(['1 counted next 1']);
    });

    it('a guest of the team comes along, a stranger in the group does not', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      await zone.photoOf('西03');
      expect(await zone.points(shift)).toBe('seen open open open open open');
      expect((await zone.view(shift)).people.map(({ personId, guest }) => [personId, guest])).toContainEqual([
        zone.of('西03').id,
        false,
      ]);
    });
  });
});

describe('a message that is changed', () => {
  eachEngine((database) => {
    it('to name a point moves what was only guessed', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      const first = await zone.photoOf('西01');
      await zone.sends('西01', { edits: first, text: '渡口', photos: 1, in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['4 counted caption 1']);
      const [checkIn] = await zone.checkIns(shift);
      expect(checkIn?.words).toBe('渡口');
      expect(await zone.store.read.files.ofSubject(`check_in:${checkIn?.id ?? ''}`)).toHaveLength(1);
    });

    it('to have another picture keeps both', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      const first = await zone.photoOf('西01', '渡口');
      await zone.sends('西01', { edits: first, text: '渡口', photos: 2, in: '西塘队' });
      expect(await zone.told(shift)).toEqual(['4 counted caption 2']);
      const [checkIn] = await zone.checkIns(shift);
      expect(await zone.store.read.files.ofSubject(`check_in:${checkIn?.id ?? ''}`)).toHaveLength(2);
    });

    it('after the shift was summed up stays as it was', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      const first = await zone.photoOf('西01');
      await zone.run(async (work) => {
        const view = await work.tx.shifts.lock(shift);
        if (view !== null) await work.tx.shifts.put({ ...view.shift, state: 'ended' });
      });
      expect((await zone.sends('西01', { edits: first, text: '渡口', photos: 1, in: '西塘队' })).taken).toBe(true);
      expect(await zone.told(shift)).toEqual(['1 counted next 1']);
    });

    it('is nothing when it was no check-in', async () => {
      const zone = await nightIn(database.store);
      await zone.walks();
      expect((await zone.sends('西01', { edits: 'unknown', text: '渡口', in: '西塘队' })).taken).toBe(false);
    });
  });
});

describe('a point whose place is deleted in mid-shift', () => {
  eachEngine((database) => {
    it('keeps its name and counts', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks({}, { 4: { placeId: null } });
      await zone.photoOf('西01', '渡口 正常');
      expect(await zone.points(shift)).toBe('open open open seen open open');
      expect((await zone.checkIns(shift))[0]).toMatchObject({ n: 4, placeId: null });
    });
  });
});
