import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drillEn } from '../../bot/texts/drill-en.ts';
import { drillScenarios } from '../../bot/texts/drill-texts.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import { owesSafeReturn } from '../../core/incident.ts';
import type { StoryEvent } from '../../drill/story.ts';
import { width } from '../../drill/terminal/width.ts';
import { freshDatabase } from '../support/stores.ts';
import { temporaryFolder } from '../support/program.ts';
import { play } from './play.ts';

const shown = (events: readonly StoryEvent[]) => events.filter((event) => event.kind === 'shown');
const doorsOf = (events: readonly StoryEvent[]) =>
  new Set(events.flatMap((event) => (event.kind === 'said' ? [event.door] : [])));

describe('a drill', () => {
  const database = freshDatabase('sqlite');

  it.each(drillScenarios)(
    'of %s runs to the end: closed, everybody safe, every seat filled, scored',
    async (scenario) => {
      const { end, scenes } = await play(database.store, { scenario });
      const [incident] = await database.store.read.incidents.latest(1);
      expect(incident).toMatchObject({ state: 'closed', outcome: 'resolved', drill: true, kind: scenario });
      expect(incident?.number).toMatch(/^D-2611-0001$/);
      const orders = await database.store.read.incidents.orders(incident!.id);
      expect(orders.filter(owesSafeReturn)).toEqual([]);
      expect(end.report.people.length).toBeGreaterThanOrEqual(3);
      expect(end.report.score?.total).toBeGreaterThan(80);
      expect(end.report.score?.parts.map(({ points }) => points).reduce((a, b) => a + b)).toBe(end.report.score?.total);
      expect(scenes.at(-1)?.standing?.missing).toEqual([]);
      expect(await database.store.read.outbox.depth()).toEqual([]);
      expect((await database.store.read.trace.verify()).broken).toEqual([]);
    },
  );

  it.each(drillScenarios)('of %s marks every single card that anybody sees', async (scenario) => {
    const { end, events, lines } = await play(database.store, { scenario, seed: '5' });
    const mark = textsIn('zh').mark.drill;
    expect(shown(events).length).toBeGreaterThan(50);
    for (const { card } of shown(events)) expect(card.banner, card.title).toContain(mark);
    expect(end.counts.marked).toBe(end.counts.sent + end.counts.edited);
    for (const line of lines.filter((one) => one.includes('发出'))) expect(line).toContain('[演练]');
    expect(lines.join()).not.toContain('没有演练标记');
  });

  it('meets everybody: by button, digit, words, code and group; a no, a late no, a block and a lost answer', async () => {
    const { events, end } = await play(database.store);
    expect([...doorsOf(events)].sort()).toEqual(['button', 'code', 'digit', 'group', 'quote', 'words']);
    const refusals = events.flatMap((event) => (event.kind === 'refused' ? [event.why] : []));
    expect(refusals).toContain('blocked');
    expect(refusals).toContain('answer_lost');
    expect(refusals).not.toContain('refused');
    expect(end.report.asked).toMatchObject({ withdrawn: 1 });
    expect(end.report.asked.declined + end.report.asked.undelivered).toBeGreaterThanOrEqual(2);
    const repeat = textsIn('zh').mark.repeat;
    expect(shown(events).some(({ card }) => card.banner?.includes(repeat))).toBe(true);
  });

  it('lets a phone tell of an arrival by its position', async () => {
    const { events, end } = await play(database.store, { scenario: 'drowning' });
    expect(doorsOf(events)).toContain('position');
    expect(end.report.timeline.filter(({ what }) => what === 'on_scene').length).toBeGreaterThanOrEqual(4);
  });

  it('opens a seat for what the scene needs', async () => {
    const { end } = await play(database.store, { scenario: 'drowning' });
    expect(end.report.seats.find(({ origin }) => origin === 'need')).toMatchObject({ skill: 'diving', needed: 1 });
  });

  it('keeps every line within the terminal', async () => {
    const { lines } = await play(database.store, { seed: '3' });
    for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(79);
  });

  it('is spoken in English when asked for', async () => {
    const { end, lines } = await play(database.store, { scenario: 'drowning', words: drillEn });
    expect(end.counts.marked).toBe(end.counts.sent + end.counts.edited);
    expect(lines.join('\n')).toMatch(/\[DRILL\] Call-out: drowning \[Accept\]/);
  });
});

describe('a drill with a zone file', () => {
  const database = freshDatabase('sqlite');
  const zoneOf = async (lines: readonly string[], test: (zoneFile: string) => Promise<void>): Promise<void> => {
    const folder = temporaryFolder();
    const zoneFile = join(folder.path, 'zone.yaml');
    const head = 'zone: { name: 小镇, timeZone: Asia/Shanghai, centre: [28.9, 120.05], languages: [zh] }';
    writeFileSync(zoneFile, [head, ...lines].join('\n'));
    try {
      await test(zoneFile);
    } finally {
      folder.remove();
    }
  };
  const officer = '- { callSign: 值01, name: 王敏, roles: [duty_officer], duty: on_duty }';
  const rescuer = (n: number, more = ''): string =>
    `- { callSign: 东0${n}, name: 队员${n}, roles: [rescuer], duty: on_duty${more} }`;

  it('gives everybody a simulated phone where nobody is reached yet, and makes the groups', async () => {
    await zoneOf(['people:', officer, ...[1, 2, 3, 4, 5].map((n) => rescuer(n))], async (zoneFile) => {
      const { end, events } = await play(database.store, { zoneFile });
      expect(end.report).toMatchObject({ outcome: 'resolved', place: null });
      expect(end.report.people.length).toBeGreaterThanOrEqual(2);
      expect(shown(events).map(({ room }) => room)).toContain('指挥群');
      expect(shown(events).map(({ room }) => room)).toContain('救援群');
    });
  });

  it('reaches nobody real: every identity and group is replaced by a simulated one', async () => {
    const telegram = ', identities: { telegram: "777" }';
    const rooms = ['rooms:', '- { platform: telegram, id: "-100123", purpose: command, title: 真的指挥群 }'];
    await zoneOf(
      ['people:', officer, rescuer(1, telegram), rescuer(2, telegram.replace('777', '778')), ...rooms],
      async (zoneFile) => {
        const { end } = await play(database.store, { zoneFile });
        expect(end.report.people.length).toBeGreaterThanOrEqual(1);
        const { people, rooms: known } = database.store.read;
        for (const person of await people.all()) {
          for (const { roomId } of await people.channelsOf(person.id)) {
            expect((await known.byId(roomId))?.externalId).toMatch(/^drill:/);
          }
        }
        expect(await known.byExternal('telegram', '-100123')).toBeNull();
      },
    );
  });

  it('does not begin without a duty officer, and says what to do', async () => {
    await zoneOf(['people:', rescuer(1)], async (zoneFile) => {
      await expect(play(database.store, { zoneFile })).rejects.toThrow(/没有值班员/);
    });
  });

  it('does not begin without rescuers', async () => {
    await zoneOf(['people:', officer], async (zoneFile) => {
      await expect(play(database.store, { zoneFile })).rejects.toThrow(/没有救援队员/);
    });
  });
});

describe('a seed', () => {
  const first = freshDatabase('sqlite');
  const second = freshDatabase('sqlite');

  it('tells the same story to the letter', async () => {
    const once = await play(first.store, { scenario: 'person_down', seed: '4' });
    const again = await play(second.store, { scenario: 'person_down', seed: '4' });
    expect(again.lines).toEqual(once.lines);
    expect(again.end.report.score).toEqual(once.end.report.score);
  });

  it('that is another one tells another story', async () => {
    const one = await play(first.store, { scenario: 'person_down', seed: '4' });
    const other = await play(second.store, { scenario: 'person_down', seed: '6' });
    expect(other.lines).not.toEqual(one.lines);
  });
});
