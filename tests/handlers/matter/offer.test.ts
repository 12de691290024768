import { beforeEach, describe, expect, it } from 'vitest';
import { takeMatterTap } from '../../../handlers/matter/take-matter-tap.ts';
import { releaseLeaver } from '../../../handlers/matter/give-back.ts';
import { eachEngine } from '../../support/stores.ts';
import { MatterWorld } from './matter-world.ts';

eachEngine((database) => {
  let world: MatterWorld;
  beforeEach(async () => {
    world = new MatterWorld(database.store);
    await world.begin();
  });

  describe('a private matter that was handed in', () => {
    it('is offered to everybody of the first room who can take it, and is screened', async () => {
      await world.changes('村二', { duty: 'reachable' });
      const id = await world.filed();
      expect(await world.those(id, 'offered')).toEqual(['村一', '村二']);
      expect(await world.matter(id)).toMatchObject({ state: 'screened', roomCode: '村', stop: 0, ownerId: null });
      expect(await world.heard('村一')).toEqual(['matter_offer']);
      expect(await world.heard('喜哥')).toEqual([]);
      expect(await world.dueIn('matter_offer')).toBe(60);
      const { body } = await world.matter(id);
      expect(body.route.map(({ room, why }) => `${room} ${why.join()}`)).toEqual([
        '村 village',
        '喜 kind',
        '中 zone',
        '联 joint',
      ]);
    });

    it('passes over those off duty, and those whom nothing reaches, and a room without anybody', async () => {
      await world.changes('村一', { duty: 'off' });
      await world.changes('村二', { active: false });
      await world.changes('喜二', { duty: 'off' });
      const id = await world.filed();
      expect(await world.those(id, 'offered')).toEqual(['喜哥', '喜三']);
      expect(await world.matter(id)).toMatchObject({ roomCode: '喜', stop: 1 });
    });

    it('is offered to women alone where a woman is wished for, and goes on to where there is one', async () => {
      const wish = { womanMediator: true, room: '', time: '', words: '' };
      const id = await world.filed({}, { wish });
      expect(await world.those(id, 'offered')).toEqual(['村二']);
      await world.taps('村二', id, 'matter_pass');
      expect(await world.those(id, 'offered')).toEqual(['喜二']);
      await world.taps('喜二', id, 'matter_pass');
      // There is no woman any more: nobody else is asked in her place.
      expect(await world.those(id, 'offered')).toEqual([]);
      expect(await world.heard('领导')).toEqual(['matter_unanswered']);
      expect(await world.taps('喜哥', id, 'matter_take')).toEqual({ kind: 'matter_not_yours', why: 'take' });
    });

    it('is never offered to a side of it', async () => {
      const parties = [{ ...(await world.matter(await world.filed())).body.parties[0]! }];
      const phone = '199-0000-0077';
      await world.changes('村一', { phone });
      // However the number is written.
      const other = { ...parties[0]!, key: 'b', personId: null, phone: '+86 199 0000 0077' };
      const id = await world.filed({}, { parties: [parties[0]!, other] });
      expect(await world.those(id, 'offered')).toEqual(['村二']);
      expect(await world.taps('村一', id, 'matter_take')).toEqual({ kind: 'matter_not_yours', why: 'take' });
    });

    it('is not offered to whoever speaks for a side either', async () => {
      await world.changes('村一', { phone: '199-0000-0077' });
      const { parties } = (await world.matter(await world.filed())).body;
      const proxy = { name: '儿子', phone: '19900000077', relation: '儿子', agreed: true };
      const id = await world.filed({}, { parties: parties.map((party) => ({ ...party, proxy })) });
      expect(await world.those(id, 'offered')).toEqual(['村二']);
    });

    it('goes to women alone at 女人e家', async () => {
      world.rules = {
        ...world.rules,
        rooms: world.rules.rooms.map((room) => ({ ...room, matters: ['women_adviser'] })),
      };
      const id = await world.filed({ kind: 'women_adviser' });
      expect(await world.those(id, 'offered')).toEqual(['村二']);
    });

    it('is known in the group of the room’s team by its number alone, and a clue not even so', async () => {
      await world.team('村', '村调解群');
      await world.team('线', '线索群');
      const id = await world.filed();
      expect(await world.said('村调解群')).toEqual([{ kind: 'matter_pointer', matterId: id, why: 'waiting' }]);
      await world.taps('村一', id, 'matter_take');
      // The same message says that somebody has it.
      expect(await world.heard('村调解群')).toEqual(['matter_pointer']);
      await world.filed({ kind: 'crime_clue', tellerId: null });
      expect(await world.heard('专员')).toEqual(['matter_offer']);
      expect(await world.heard('线索群')).toEqual([]);
    });
  });

  describe('whoever takes it', () => {
    it('has it, the others’ messages say so, its teller hears it', async () => {
      const id = await world.filed();
      await world.forget();
      expect(await world.taps('村一', id, 'matter_take')).toMatchObject({ kind: 'matter_taken' });
      expect(await world.matter(id)).toMatchObject({ state: 'assigned', ownerId: world.of('村一').id });
      expect(await world.those(id, 'owner')).toEqual(['村一']);
      expect(await world.those(id, 'offered')).toEqual([]);
      expect(await world.said('村二')).toEqual([{ kind: 'matter_offer', matterId: id }]);
      expect(await world.said('张阿姨')).toContainEqual({ kind: 'matter_turn', matterId: id, turn: 'taken' });
      expect(await world.heard('村一')).toContain('matter_work');
      expect(await world.dueIn('matter_offer')).toBeNull();
    });

    it('is exactly one of those who tap at once', async () => {
      await world.changes('村一', { duty: 'off' });
      await world.changes('村二', { duty: 'off' });
      const id = await world.filed();
      const tap = (who: string): Promise<unknown> =>
        database.store.transaction((tx) =>
          takeMatterTap(
            world.work(tx),
            { id },
            { person: world.of(who), verb: 'matter_take', value: '', words: '', roomId: world.room(who).id },
          ),
        );
      const results = await Promise.all(['喜哥', '喜二', '喜三'].map(tap));
      const kinds = results.map((result) => (result as { kind: string }).kind);
      expect(kinds.filter((kind) => kind === 'matter_taken')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'matter_already')).toHaveLength(2);
      expect(await world.those(id, 'owner')).toHaveLength(1);
      expect((await world.trace(id)).filter((what) => what === 'matter_taken')).toHaveLength(1);
    });

    it('makes it accepted at once when all sides have agreed before', async () => {
      const { parties } = (await world.matter(await world.filed())).body;
      const id = await world.filed({}, { parties: parties.map((party) => ({ ...party, consent: 'yes' as const })) });
      await world.taps('村一', id, 'matter_take');
      expect((await world.matter(id)).state).toBe('accepted');
    });

    it('taps twice without harm, and nobody after', async () => {
      const id = await world.filed();
      await world.taps('村一', id, 'matter_take');
      expect(await world.taps('村一', id, 'matter_take')).toEqual({ kind: 'matter_already', state: 'assigned' });
      expect(await world.taps('村二', id, 'matter_take')).toEqual({ kind: 'matter_already', state: 'assigned' });
      expect(await world.taps('喜哥', id, 'matter_take')).toEqual({ kind: 'matter_not_yours', why: 'take' });
      expect(await world.taps('领导', id, 'matter_take')).toEqual({ kind: 'matter_not_yours', why: 'take' });
    });

    it('may come late, from a room that was asked before', async () => {
      const id = await world.filed();
      await world.later(61);
      expect(await world.those(id, 'offered')).toEqual(['喜哥', '喜二', '喜三']);
      expect(await world.taps('村一', id, 'matter_take')).toMatchObject({ kind: 'matter_taken' });
      expect(await world.heard('喜哥')).toEqual(['matter_offer', 'matter_offer']);
    });
  });

  describe('a matter that nobody takes', () => {
    it('steps up room by room in its time, until the desk and the leaders hear of it', async () => {
      const id = await world.filed();
      const rooms: string[] = [];
      for (let i = 0; i < 4; i += 1) {
        rooms.push((await world.matter(id)).roomCode);
        await world.later(60);
      }
      expect(rooms).toEqual(['村', '喜', '中', '联']);
      expect(await world.heard('领导')).toEqual(['matter_unanswered']);
      expect(await world.heard('前台')).toEqual(['matter_offer', 'matter_unanswered']);
      // Those who were asked last can still take it.
      expect(await world.taps('联一', id, 'matter_take')).toMatchObject({ kind: 'matter_taken' });
    });

    it('begins anew after a day, and who was busy is asked again', async () => {
      const id = await world.filed();
      await world.taps('村一', id, 'matter_pass');
      await world.later(240);
      expect((await world.matter(id)).stop).toBe(4);
      await world.later(24 * 60);
      expect(await world.those(id, 'offered')).toEqual(['村一', '村二']);
    });

    it('has a tenth of the time when it is urgent', async () => {
      const id = await world.filed({ urgent: true });
      expect(await world.dueIn('matter_offer')).toBe(6);
      await world.later(6);
      expect((await world.matter(id)).roomCode).toBe('喜');
    });

    it('reaches the command group by its number when it reaches nobody else', async () => {
      await world.changes('领导', { active: false });
      await world.changes('值班', { active: false });
      await world.group('指挥群', 'command');
      world.rules = { ...world.rules, rooms: [] };
      const id = await world.filed();
      expect(await world.said('指挥群')).toEqual([{ kind: 'matter_pointer', matterId: id, why: 'waiting' }]);
      expect((await world.matter(id)).state).toBe('screened');
    });
  });

  describe('whoever can’t take it', () => {
    it('passes, and when nobody is left the next room is asked at once', async () => {
      const id = await world.filed();
      expect(await world.taps('村一', id, 'matter_pass')).toEqual({ kind: 'matter_passed' });
      expect((await world.matter(id)).roomCode).toBe('村');
      await world.taps('村二', id, 'matter_pass');
      expect((await world.matter(id)).roomCode).toBe('喜');
    });

    it('knows a side of it: never again', async () => {
      const id = await world.filed();
      expect(await world.taps('村一', id, 'matter_conflict')).toEqual({ kind: 'matter_passed' });
      expect(await world.taps('村一', id, 'matter_take')).toEqual({ kind: 'matter_not_yours', why: 'take' });
      expect(await world.trace(id)).toContain('matter_conflict');
    });

    it('finds out once it is theirs, and it goes on to somebody else', async () => {
      const id = await world.filed();
      await world.taps('村一', id, 'matter_take');
      expect(await world.taps('村一', id, 'matter_conflict')).toEqual({ kind: 'matter_given_back' });
      expect(await world.matter(id)).toMatchObject({ state: 'screened', ownerId: null });
      expect(await world.those(id, 'offered')).toEqual(['村二']);
      expect(await world.those(id, 'owner')).toEqual([]);
      await world.forget();
      await world.taps('村二', id, 'matter_take');
      expect(await world.said('张阿姨')).toContainEqual({ kind: 'matter_turn', matterId: id, turn: 'new_mediator' });
    });

    it('says that it needs a higher room, and is free of it', async () => {
      const id = await world.filed();
      await world.taps('村一', id, 'matter_take');
      expect(await world.taps('村一', id, 'matter_step_up')).toEqual({
        kind: 'matter_stepped_up',
        room: '喜哥调解室',
      });
      expect(await world.those(id, 'owner')).toEqual([]);
      expect(await world.taps('村一', id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
    });

    it('leaves the zone in the middle of it: the others are asked', async () => {
      const id = await world.filed();
      await world.taps('村一', id, 'matter_take');
      await world.changes('村一', { active: false });
      await world.run((work) => releaseLeaver(work, world.of('村一').id));
      await world.later(1);
      expect(await world.matter(id)).toMatchObject({ state: 'screened', ownerId: null, roomCode: '村' });
      expect(await world.those(id, 'offered')).toEqual(['村二']);
    });

    it('leaves while being asked: the others keep their time', async () => {
      const id = await world.filed();
      await world.changes('村一', { active: false });
      await world.run((work) => releaseLeaver(work, world.of('村一').id));
      await world.later(1);
      expect(await world.those(id, 'offered')).toEqual(['村二']);
      expect((await world.matter(id)).roomCode).toBe('村');
    });
  });

  describe('what it says', () => {
    it('is seen only by who may, and each look is kept', async () => {
      const id = await world.filed();
      expect(await world.taps('村一', id, 'matter_look')).toEqual({ kind: 'matter_shown' });
      expect(await world.heard('村一')).toEqual(['matter_offer', 'matter_facts']);
      for (const who of ['喜哥', '领导', '值班'])
        expect(await world.taps(who, id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
      expect((await world.trace(id)).filter((what) => what === 'matter_looked')).toHaveLength(1);
    });

    it('stands in no trace', async () => {
      const id = await world.filed();
      await world.taps('村一', id, 'matter_take');
      await world.taps('村一', id, 'matter_look');
      const told = JSON.stringify(await world.store.read.trace.of(`matter:${id}`));
      for (const word of ['老板', '恒固', '张阿姨', '西塘']) expect(told).not.toContain(word);
    });
  });
});
