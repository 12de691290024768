import { describe, expect, it } from 'vitest';
import type { PatrolVerb } from '../../../core/patrol-verb.ts';
import type { ShiftId } from '../../../core/ids.ts';
import { takeFindTap } from '../../../handlers/patrol/decide-find.ts';
import { nightIn, type CheckInWorld } from '../../support/check-in-world.ts';
import { eachEngine } from '../../support/stores.ts';

const minute = 60_000;
const climbing = '0点20 路过渡口 有两个人翻围墙 看到车灯跑了 往北';

describe('what a patrol comes across', () => {
  eachEngine((database) => {
    const told = async (text: string, photos = 0): Promise<{ zone: CheckInWorld; shift: ShiftId }> => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      await zone.sends('西01', { text, photos, in: '西塘队' });
      return { zone, shift };
    };
    const decides = async (zone: CheckInWorld, shift: ShiftId, who: string, verb: PatrolVerb) => {
      const find = (await zone.finds(shift)).at(-1);
      if (find === undefined) throw new Error('no find');
      return zone.run((work) => takeFindTap(work, find, zone.of(who), verb));
    };

    it('that is suspicious goes to the command, and the crew hears how to stay safe', async () => {
      const { zone, shift } = await told(climbing, 1);
      const [find] = await zone.finds(shift);
      expect(find).toMatchObject({
        kind: 'suspicious',
        state: 'told',
        placeId: zone.placed('XT-04').id,
        words: climbing,
      });
      expect(await zone.heard('指挥群')).toEqual(['patrol_find']);
      expect(await zone.spoken('西塘队')).toEqual(['shift_answer']);
      expect(await zone.store.read.files.ofSubject(`find:${find?.id ?? ''}`)).toHaveLength(1);
      expect(await zone.told(shift)).toEqual([]);
      expect((await zone.view(shift)).people[0]?.state).toBe('present');
    });

    it('is one thing, however many words follow', async () => {
      const { zone, shift } = await told(climbing);
      zone.now += minute;
      await zone.sends('西01', { text: '又看到一个人鬼鬼祟祟在拉车门', in: '西塘队' });
      expect(await zone.finds(shift)).toHaveLength(1);
      expect((await zone.finds(shift))[0]?.words).toBe(`${climbing} 又看到一个人鬼鬼祟祟在拉车门`);
      expect(await zone.messages('指挥群')).toBe(1);
      expect(await zone.spoken('西塘队')).toEqual(['shift_answer']);
    });

    it('that was found goes to the police contact, without a word in the group', async () => {
      const { zone, shift } = await told('捡到一个黑色钱包 里面有身份证和三百块', 1);
      expect(await zone.finds(shift)).toMatchObject([{ kind: 'found' }]);
      expect(await zone.heard('民警')).toEqual(['patrol_find']);
      expect(await zone.heard('指挥群')).toEqual([]);
      expect(await zone.spoken('西塘队')).toEqual([]);
      expect(await zone.reactions('西塘队')).toHaveLength(1);
    });

    it('without a police contact goes to the command', async () => {
      const zone = await nightIn(database.store, { policeContacts: [] });
      await zone.walks();
      await zone.sends('西01', { text: '捡到一个黑色钱包 里面有身份证和三百块', in: '西塘队' });
      expect(await zone.heard('指挥群')).toEqual(['patrol_find']);
    });

    it('becomes an incident by one tap of the officer, with its pictures, and no second one', async () => {
      const { zone, shift } = await told(climbing, 1);
      expect(await decides(zone, shift, '值班', 'find_incident')).toEqual({ kind: 'find_decided', state: 'incident' });
      const [find] = await zone.finds(shift);
      const incident = await zone.store.read.incidents.byId(find?.incidentId ?? ('' as never));
      expect(incident).toMatchObject({ state: 'reported', words: climbing, placeId: zone.placed('XT-04').id });
      if (incident === null) throw new Error('no incident');
      expect(await zone.store.read.files.ofIncident(incident.id)).toHaveLength(1);
      expect(await zone.heard('指挥群')).toContain('command_card');
      expect(await decides(zone, shift, '值班', 'find_hazard')).toEqual({ kind: 'shift_already', by: '值班' });
      expect(await zone.store.read.incidents.running()).toHaveLength(1);
    });

    it('becomes a hazard by one tap, in the name of whoever told of it', async () => {
      const { zone, shift } = await told(climbing, 1);
      expect(await decides(zone, shift, '值班', 'find_hazard')).toEqual({ kind: 'find_decided', state: 'hazard' });
      const [find] = await zone.finds(shift);
      const view = await zone.store.read.hazards.view(find?.hazardId ?? ('' as never));
      expect(view).toMatchObject({ hazard: { words: climbing }, files: [{ role: 'before' }] });
      expect(view?.reports).toMatchObject([{ personId: zone.of('西01').id, via: 'patrol' }]);
    });

    it('is decided by those who may', async () => {
      const { zone, shift } = await told('捡到一个黑色钱包 里面有身份证和三百块');
      for (const [who, verb] of [
        ['西01', 'find_passed_on'],
        ['民警', 'find_incident'],
        ['张阿姨', 'find_noted'],
        ['张阿姨', 'find_hazard'],
      ] as const) {
        expect(await decides(zone, shift, who, verb)).toEqual({ kind: 'not_allowed' });
      }
      expect(await decides(zone, shift, '民警', 'find_passed_on')).toEqual({
        kind: 'find_decided',
        state: 'passed_on',
      });
      expect(await zone.messages('民警')).toBe(1);
    });
  });
});

describe('what is wrong at a point', () => {
  eachEngine((database) => {
    it('counts as a check-in and is offered to be registered, with its picture', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      await zone.photoOf('西01', '永固厂门没锁 已通知老板 他说马上来');
      expect(await zone.told(shift)).toEqual(['3 counted caption 1']);
      expect(await zone.spoken('西塘队')).toEqual(['hazard_offer']);
      const [draft] = await zone.store.read.hazards.draftsOf(zone.of('西01').id, zone.room('西塘队').id, 0);
      expect(draft).toMatchObject({ state: 'offered', fileIds: [expect.any(String) as string] });
      const [checkIn] = await zone.checkIns(shift);
      expect(await zone.store.read.files.ofSubject(`check_in:${checkIn?.id ?? ''}`)).toHaveLength(1);
    });

    it('without a place of the walk is a hazard and no check-in', async () => {
      const zone = await nightIn(database.store);
      const shift = await zone.walks();
      expect((await zone.sends('西01', { text: '路灯坏了 黑咕隆咚', photos: 1, in: '西塘队' })).taken).toBe(false);
      expect(await zone.told(shift)).toEqual([]);
    });
  });
});
