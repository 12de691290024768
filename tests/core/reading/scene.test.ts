import { describe, expect, it } from 'vitest';
import { inSquad } from './speak.ts';

describe('from leaving to being home', () => {
  it.each([
    ['出发了 带了冲锋舟 两个人', 'underway', { people: 2, equipment: ['boat'] }],
    ['在路上 还有3公里', 'underway', { distanceKm: 3 }],
    ['堵在工业大道口了 可能要晚十来分钟', 'delay', { delayMinutes: 10, approximate: true, place: '工业大道口' }],
    ['8分钟到不了 要15分钟', 'delay', { etaMinutes: 15 }],
    ['到了到了,看到消防也到了', 'arrived', {}],
    ['到水库边了', 'arrived', { place: '水库边' }],
    ['水里没看到人 岸上有衣服', 'situation', {}],
    ['需要绳子和一个会潜水的', 'need', { equipment: ['rope'], skills: ['diving'] }],
    ['人救上来了 有呼吸 等120', 'rescued', {}],
    ['已移交派出所 收队', 'handed_over', {}],
    ['水太急 我们先撤到岸上', 'unsafe_withdrawal', {}],
    ['手机快没电了', 'comms_risk', {}],
    ['没有人落水 是个假人', 'false_alarm', {}],
    ['全员安全返回 7人', 'returned', { people: 7 }],
  ] as const)('reads %s as %s', (text, intent, fields) => {
    expect(inSquad(text)).toMatchObject({ intent, fields });
  });

  it('reports the fire being fought as a report, and another one as an emergency', () => {
    expect(inSquad('火还没灭 烟很大').intent).toBe('situation');
    expect(inSquad('隔壁又着火了 快来人').intent).toBe('emergency');
    expect(inSquad('我们队员晕倒了').intent).toBe('emergency');
  });

  it('takes neither a parcel nor new gear for an arrival', () => {
    expect(inSquad('新买的冲锋舟到了').intent).not.toBe('arrived');
    expect(inSquad('快递到了').intent).not.toBe('arrived');
  });
});
