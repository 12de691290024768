import { describe, expect, it } from 'vitest';
import { incidentOf, officerOf, personOf, roomOf, viewOf, heldBy, reportedAt } from '../../support/incident-factory.ts';
import { cardFor, textOf, toolsOf } from '../../support/render-world.ts';

const village = roomOf({ purpose: 'village', title: '西塘村群' });

describe('the answer to an emergency', () => {
  const incident = incidentOf();
  const tools = toolsOf({ views: [viewOf(incident)] });
  const about = { incidentId: incident.id } as const;

  it('begins with whom to call, then says that the officer has it, then asks one thing', async () => {
    const card = await cardFor(
      { kind: 'emergency_line', ...about, joined: false, heard: true, ask: 'place' },
      village,
      tools,
    );
    expect(textOf(card).split('\n')).toEqual([
      '紧急请直接拨打 110/119/120',
      '已报值班员，编号 I-2611-0042。',
      '在哪里？说厂名、村名或路口，发个定位也行。',
    ]);
    expect(card.loud).toBe(true);
  });

  it('asks nothing when place and people are known', async () => {
    const card = await cardFor(
      { kind: 'emergency_line', ...about, joined: false, heard: true, ask: null },
      village,
      tools,
    );
    expect(textOf(card)).not.toContain('？');
  });

  it('tells the second witness that it was reported already', async () => {
    const card = await cardFor(
      { kind: 'emergency_line', ...about, joined: true, heard: true, ask: null },
      village,
      tools,
    );
    expect(textOf(card)).toContain('这件事已有人报过，编号 I-2611-0042');
  });

  it('speaks the reader’s language, else the room’s', async () => {
    const visitor = personOf({ language: 'en', roles: ['resident'] });
    const notice = { kind: 'emergency_line', ...about, joined: false, heard: true, ask: 'people' } as const;
    const withReader = toolsOf({ views: [viewOf(incident)], people: [visitor] });
    expect(textOf(await cardFor(notice, village, withReader, visitor.id))).toContain('Is anybody hurt or trapped?');
    expect(textOf(await cardFor(notice, { ...village, language: 'en' }, tools))).toContain('110/119/120');
    expect(textOf(await cardFor(notice, village, withReader))).toContain('有人受伤');
  });
});

describe('how it went on, for the reporter', () => {
  const rescuer = personOf();
  const officer = officerOf();
  const at = { confirmedAt: reportedAt + 20_000, calledOutAt: reportedAt + 40_000 };
  const outcomeOf = async (parts: Parameters<typeof incidentOf>[0], orders = [heldBy(rescuer)]): Promise<string> => {
    const incident = incidentOf(parts);
    const tools = toolsOf({ views: [viewOf(incident, { officer, orders })] });
    return textOf(await cardFor({ kind: 'report_outcome', incidentId: incident.id }, village, tools));
  };

  it('claims only what is so', async () => {
    expect(await outcomeOf({ state: 'confirmed', ...at })).toContain('值班员已确认');
    expect(await outcomeOf({ state: 'called_out', ...at })).toContain('已通知救援队员');
    const underway = [heldBy(rescuer, { underwayAt: reportedAt + 90_000 })];
    expect(await outcomeOf({ state: 'called_out', ...at }, underway)).toContain('1 名救援队员正在赶来');
    const there = [heldBy(rescuer, { underwayAt: reportedAt + 90_000, onSceneAt: reportedAt + 200_000 })];
    expect(await outcomeOf({ state: 'called_out', ...at }, there)).toContain('已到现场，1 人');
  });

  it('is kind about a false alarm, and repeats the numbers where nobody comes', async () => {
    expect(await outcomeOf({ state: 'closed', outcome: 'false_alarm' })).toContain('照样要报');
    expect(await outcomeOf({ state: 'closed', outcome: 'not_incident' })).toContain('110/119/120');
    expect(await outcomeOf({ state: 'closed', outcome: 'cancelled' })).toContain('110/119/120');
    expect(await outcomeOf({ state: 'closed', outcome: 'resolved' })).toContain('谢谢你及时报告');
  });

  it('names neither rescuers nor the officer', async () => {
    for (const state of ['confirmed', 'called_out', 'stood_down'] as const) {
      const words = await outcomeOf({ state, ...at });
      expect(words).not.toContain(rescuer.name);
      expect(words).not.toContain(officer.name);
    }
  });
});
