import { beforeEach, expect, it } from 'vitest';
import type { Hazard } from '../../../core/hazard.ts';
import { zonedTime } from '../../../web/open311/service-request.ts';
import { hazardOf } from '../../support/hazard-factory.ts';
import { eachEngine } from '../../support/stores.ts';
import { webStage } from '../web-stage.ts';
import { caller, testKey } from './open311-stage.ts';
import { sampleRequests, sampleToken } from './specification.ts';

const halfDay = 43_200_000;
const kinds = ['gas', 'road', 'rental'] as const;

eachEngine((database) => {
  const web = webStage(database);
  /** 200, one every half day from now back; the newest first. Every fourth is closed. */
  let hazards: Hazard[] = [];
  beforeEach(async () => {
    await web.stage.begin([{ name: '值01', roles: ['duty_officer'] }]);
    const now = web.stage.clock.now();
    hazards = Array.from({ length: 200 }, (_, i) =>
      hazardOf({
        kinds: [kinds[i % 3] ?? 'gas'],
        state: i % 4 === 3 ? 'closed' : 'accepted',
        outcome: i % 4 === 3 ? 'resolved' : null,
        reportedAt: now - i * halfDay,
        changedAt: now - i * halfDay,
        words: `<b>第 ${i} 个</b> & 不该给人看`,
        position: { lat: 28.9 + i / 10_000, lon: 120.05 },
      }),
    );
    await database.store.transaction(async (tx) => {
      for (const hazard of hazards) await tx.hazards.add(hazard);
    });
  });
  const asked = async (question: string) =>
    sampleRequests.parse(await caller(web).both(`requests?${question}`, 'service_requests'));
  const numbers = async (question: string): Promise<string[]> =>
    (await asked(question)).map(({ service_request_id: id }) => id);
  const those = (fits: (hazard: Hazard, i: number) => boolean): string[] =>
    hazards.filter(fits).map(({ number }) => number);
  const daysAgo = (days: number): string => new Date(web.stage.clock.now() - days * 2 * halfDay).toISOString();

  it('gives those of the last 90 days, newest first, as JSON and as XML', async () => {
    const found = await asked('');
    expect(found.map(({ service_request_id: id }) => id)).toEqual(those((_, i) => i <= 180));
    expect(found[0]).toMatchObject({
      status: 'open',
      service_code: 'gas',
      service_name: '燃气',
      status_notes: '有人正在处理',
      agency_responsible: '东城',
      requested_datetime: zonedTime(hazards[0]!.reportedAt, 'Asia/Shanghai'),
      lat: 28.9,
      long: 120.05,
    });
    expect(JSON.stringify(found)).not.toContain('不该给人看');
  });

  it('goes page by page, and ends', async () => {
    const pages = [];
    for (const page of [1, 2, 3, 4, 5]) pages.push(await numbers(`page=${page}&page_size=50`));
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 50, 31, 0]);
    expect(pages.flat()).toEqual(those((_, i) => i <= 180));
  });

  it('narrows by status and by one or more kinds', async () => {
    expect(await numbers('status=closed')).toEqual(those(({ state }, i) => i <= 180 && state === 'closed'));
    expect(await numbers('status=open,closed')).toHaveLength(181);
    expect(await numbers('service_code=gas&status=open')).toEqual(
      those(({ state }, i) => i <= 180 && i % 3 === 0 && state !== 'closed'),
    );
    expect(await numbers('service_code=gas,road&page_size=7&page=3')).toEqual(
      those((_, i) => i <= 180 && i % 3 < 2).slice(14, 21),
    );
    expect(await numbers('service_code=lithium')).toEqual([]);
  });

  it('narrows by time, both ends included, and reaches what is older than 90 days', async () => {
    expect(await numbers(`start_date=${daysAgo(10)}&end_date=${daysAgo(8)}`)).toEqual(
      those((_, i) => i >= 16 && i <= 20),
    );
    expect(await numbers(`end_date=${daysAgo(95)}&page_size=1000`)).toEqual(those((_, i) => i >= 190));
    expect(await numbers(`start_date=${daysAgo(99)}&page_size=3`)).toEqual(those((_, i) => i >= 18).slice(0, 3));
  });

  it('gives several by their numbers, whatever else is asked', async () => {
    const [old, young] = [hazards[199]!.number, hazards[3]!.number];
    expect(await numbers(`service_request_id=${old},${young.toLowerCase()},H-0001-0001&status=open&page=9`)).toEqual([
      young,
      old,
    ]);
  });

  it('gives one as a list of one, its token being its number', async () => {
    const { number } = hazards[150]!;
    const [one] = sampleRequests.length(1).parse(await caller(web).both(`requests/${number}`, 'service_requests'));
    expect(one).toMatchObject({ service_request_id: number, status: 'open' });
    expect(sampleToken.parse(await caller(web).both(`tokens/${number}`, 'service_requests'))).toEqual([
      { service_request_id: number, token: number },
    ]);
  });

  it('adds our own state when extensions are asked for', async () => {
    const { number } = hazards[3]!;
    const found = await caller(web).both(`requests?service_request_id=${number}&extensions=true`, 'service_requests');
    expect(found).toMatchObject([{ qunfang: { number, state: 'closed', outcome: 'resolved', due: null } }]);
    const [plain] = await asked(`service_request_id=${number}&extensions=false`);
    expect(plain).not.toHaveProperty('qunfang');
  });

  it('tells a merged one under which number it goes on', async () => {
    const [gone, kept] = [hazards[3]!, hazards[0]!];
    await database.store.transaction((tx) => tx.hazards.put({ ...gone, outcome: 'merged', mergedIntoId: kept.id }));
    const english = { 'accept-language': 'en' };
    const found = await caller(web).both(`requests/${gone.number}`, 'service_requests', english);
    expect(found).toMatchObject([{ status: 'closed', status_notes: `The same as ${kept.number}, dealt with there` }]);
  });

  it('gives exact positions to those with the key alone', async () => {
    const { number } = hazards[123]!;
    expect((await asked(`service_request_id=${number}`))[0]?.lat).toBe(28.912);
    expect((await asked(`service_request_id=${number}&api_key=${testKey}`))[0]?.lat).toBe(28.9123);
  });
});
