import { describe, expect, it } from 'vitest';
import { tellMore } from '../../../handlers/hazard/take-report.ts';
import { answerDraft, dropLatest, resumeDraft } from '../../../handlers/hazard/answer-draft.ts';
import type { HazardDraft } from '../../../core/hazard-draft.ts';
import type { HazardVerb } from '../../../core/hazard-verb.ts';
import type { HazardResult, Refusal } from '../../../core/tap-result.ts';
import { registerHazard } from '../../../handlers/hazard/register-hazard.ts';
import { eachEngine } from '../../support/stores.ts';
import { HazardWorld, north } from './hazard-world.ts';

const minute = 60_000;

describe('the intake of hazards', () => {
  eachEngine((database) => {
    const world = async (rules = {}): Promise<HazardWorld> => {
      const made = new HazardWorld(database.store);
      await made.begin(rules);
      return made;
    };
    const draftOf = async (zone: HazardWorld, who: string, room = who): Promise<HazardDraft> => {
      const drafts = await zone.store.read.hazards.draftsOf(zone.of(who).id, zone.room(room).id, 0);
      const draft = drafts.at(-1);
      if (draft === undefined) throw new Error('no draft');
      return draft;
    };
    const answers = async (
      zone: HazardWorld,
      who: string,
      verb: HazardVerb,
      value = '',
      room = who,
    ): Promise<HazardResult | Refusal> => {
      const { id } = await draftOf(zone, who, room);
      return zone.run((work) => answerDraft(work, id, zone.of(who), verb, value));
    };

    it('joins the photo that came first', async () => {
      const zone = await world();
      const photo = await zone.photo('张阿姨');
      zone.now += 2 * minute;
      const id = await zone.reported();
      expect((await zone.store.read.hazards.view(id))?.files).toMatchObject([{ id: photo, role: 'before' }]);
    });

    it('joins a photo and a position that come after the number, and says nothing to them', async () => {
      const zone = await world();
      const id = await zone.reported();
      await zone.forget();
      zone.now += 3 * minute;
      const photo = await zone.photo('张阿姨');
      const piece = {
        person: zone.of('张阿姨'),
        room: zone.room('张阿姨'),
        via: 'chat',
        messageId: 'x',
        quotedMessageId: null,
        albumId: null,
        words: '',
        kinds: [],
        placeWords: '',
        position: north(100),
        severity: 'ordinary',
        people: null,
        anonymous: false,
        fileIds: [],
        offer: false,
      } as const;
      expect(await zone.run((work) => tellMore(work, piece))).toEqual({ kind: 'added' });
      expect(await zone.heard('张阿姨')).toEqual([]);
      const view = await zone.store.read.hazards.view(id);
      expect(view?.files.map((file) => file.id)).toEqual([photo]);
      expect(view?.hazard.position).toEqual(north(100));
      zone.now += 30 * minute;
      expect(await zone.run((work) => tellMore(work, piece))).toBeNull();
    });

    it('asks one thing at a time, and words that answer are the answer', async () => {
      const zone = await world();
      await zone.photo('张阿姨');
      expect(await zone.tells('张阿姨', '')).toEqual({ kind: 'hazard_asked', need: 'kind' });
      expect(await zone.tells('张阿姨', '那个东西歪了')).toEqual({ kind: 'hazard_asked', need: 'place' });
      expect(await zone.heard('张阿姨')).toEqual(['hazard_ask', 'hazard_ask']);
      expect(await zone.tells('张阿姨', '大樟树下面')).toEqual({ kind: 'completed' });
      const [newest] = await zone.store.read.hazards.list({}, 1, null);
      expect(newest).toMatchObject({ kinds: ['other'], placeWords: '大樟树下面', words: '那个东西歪了 大樟树下面' });
    });

    it('takes "nobody can say where" for an answer', async () => {
      const zone = await world();
      await zone.tells('张阿姨', '井盖没了', { kinds: ['road'] });
      expect(await answers(zone, '张阿姨', 'hazard_place', 'none')).toMatchObject({ kind: 'hazard_filed' });
    });

    it('offers quietly in a group, once, and ends in silence', async () => {
      const zone = await world();
      const told = { kinds: ['street_light'], placeWords: '岗头', in: '村群', offer: true } as const;
      expect(await zone.tells('张阿姨', '岗头路灯坏了', told)).toEqual({ kind: 'offered' });
      expect(await zone.tells('张阿姨', '黑咕隆咚', { in: '村群', offer: true })).toEqual({ kind: 'added' });
      expect(await zone.heard('村群')).toEqual(['hazard_offer']);
      await zone.later({ minutes: 30 });
      expect(await zone.heard('村群')).toEqual(['hazard_draft_ended']);
      expect(await zone.messages('村群')).toBe(1);
      expect(await zone.store.read.hazards.list({}, 1, null)).toEqual([]);
      expect((await zone.store.read.hazards.draftsOf(zone.of('张阿姨').id, zone.room('村群').id, 0)).length).toBe(0);
    });

    it('registers what was offered at a tap, and a second tap hears the same number', async () => {
      const zone = await world();
      const told = { kinds: ['street_light'], placeWords: '岗头', in: '村群', offer: true } as const;
      await zone.tells('张阿姨', '岗头路灯坏了', told);
      const filed = { kind: 'hazard_filed', number: 'H-2611-0001', joined: false };
      expect(await answers(zone, '张阿姨', 'hazard_file', '', '村群')).toEqual(filed);
      expect(await answers(zone, '张阿姨', 'hazard_file', '', '村群')).toEqual(filed);
      expect(await zone.heard('村群')).toEqual(['hazard_offer', 'hazard_card']);
      expect(await zone.messages('村群')).toBe(1);
    });

    it('keeps two reports of one person apart by what and where', async () => {
      const zone = await world();
      await zone.tells('张阿姨', '路灯坏了', { kinds: ['street_light'] });
      await zone.tells('张阿姨', '煤气瓶放在楼道', { kinds: ['gas'], placeWords: '西塘村2号' });
      expect(await zone.tells('张阿姨', '岗头村口', { placeWords: '岗头村口' })).toEqual({
        kind: 'completed',
      });
      const hazards = await zone.store.read.hazards.list({}, 10, null);
      expect(hazards.map(({ kinds, placeWords }) => [kinds, placeWords])).toEqual([
        [['street_light'], '岗头村口'],
        [['gas'], '西塘村2号'],
      ]);
    });

    it('ends what nobody completes, with a word', async () => {
      const zone = await world();
      await zone.tells('张阿姨', '灯坏了', { kinds: ['street_light'] });
      await zone.forget();
      await zone.later({ hours: 13 });
      expect(await zone.heard('张阿姨')).toEqual(['hazard_draft_ended']);
    });

    it('registers what sounds urgent although nobody said where', async () => {
      const zone = await world();
      await zone.tells('张阿姨', '井盖没了有人摔了', { kinds: ['road'], severity: 'urgent' });
      await zone.forget();
      await zone.later({ hours: 13 });
      expect((await zone.heard('张阿姨')).toSorted()).toEqual(['hazard_draft_ended', 'hazard_filed']);
    });

    it('can be left and taken up again, or dropped', async () => {
      const zone = await world();
      await zone.tells('张阿姨', '灯坏了', { kinds: ['street_light'] });
      zone.now += 60 * minute;
      const resumed = await zone.run((work) => resumeDraft(work, zone.of('张阿姨'), zone.room('张阿姨').id));
      expect(resumed).toEqual({ kind: 'hazard_asked', need: 'place' });
      expect(await zone.run((work) => dropLatest(work, zone.of('张阿姨'), zone.room('张阿姨').id))).toEqual({
        shown: true,
      });
      expect(await zone.run((work) => resumeDraft(work, zone.of('张阿姨'), zone.room('张阿姨').id))).toBeNull();
    });

    it('turns the question that stands into its outcome, and sends nothing where none stands or none can be edited', async () => {
      const zone = await world();
      await zone.tells('张阿姨', '灯坏了', { kinds: ['street_light'] });
      await answers(zone, '张阿姨', 'hazard_drop');
      expect(await zone.heard('张阿姨')).toEqual(['hazard_ask', 'hazard_draft_ended']);
      expect(await zone.messages('张阿姨')).toBe(1);
      await zone.tells('李叔', '灯坏了', { kinds: ['street_light'], placeWords: '岗头' });
      expect(await zone.heard('李叔')).toEqual(['hazard_filed']);
      zone.can = { react: true, edit: false };
      await zone.tells('李叔', '煤气瓶', { kinds: ['gas'] });
      await answers(zone, '李叔', 'hazard_drop');
      expect(await zone.heard('李叔')).toEqual(['hazard_ask']);
    });

    it('takes a second witness within fifty metres as "also seen"', async () => {
      const zone = await world();
      const id = await zone.reported('张阿姨', { kinds: ['road'], position: north(300), placeWords: '' });
      zone.now += 60 * minute;
      const second = await zone.tells('李叔', '这里井盖坏了', { kinds: ['road'], position: north(330) });
      expect(second).toEqual({ kind: 'hazard_filed', number: (await zone.hazard(id)).number, joined: true });
      expect(await zone.store.read.hazards.reports(id)).toHaveLength(2);
      expect(await zone.trace(id)).toEqual(['reported', 'also_seen']);
      const third = await zone.tells('李叔', '那边井盖也坏了', { kinds: ['road'], position: north(400) });
      expect(third).toMatchObject({ joined: false });
    });

    it('asks the command about a possible twin in a large place', async () => {
      const zone = await world();
      await zone.reported('张阿姨', { kinds: ['gas'], placeWords: '永固五金' });
      await zone.forget();
      await zone.tells('李叔', '煤气瓶', { kinds: ['gas'], placeWords: '永固五金' });
      expect(await zone.heard('指挥群')).toEqual(['hazard_triage', 'hazard_twin']);
    });

    it('numbers many at once without a gap or a double', async () => {
      const zone = await world();
      const told = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          zone.store.transaction((tx) =>
            registerHazard(zone.work(tx), {
              person: null,
              roomId: null,
              messageId: null,
              via: 'api',
              kinds: ['road'],
              words: `第${i}个`,
              placeWords: `${i}号`,
              placeId: null,
              position: null,
              severity: 'ordinary',
              people: null,
              anonymous: false,
              fileIds: [],
            }),
          ),
        ),
      );
      const numbers = told.map(({ hazard }) => hazard.number).sort();
      expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => `H-2611-${String(i + 1).padStart(4, '0')}`));
    });

    it('begins the numbers anew with the zone’s month', async () => {
      const zone = await world();
      zone.now = Date.UTC(2026, 10, 30, 15, 59);
      expect((await zone.hazard(await zone.reported())).number).toBe('H-2611-0001');
      zone.now += 2 * minute;
      const id = await zone.reported('李叔', { placeWords: '别处9号' });
      expect((await zone.hazard(id)).number).toBe('H-2612-0001');
    });
  });
});
