import { describe, expect, it } from 'vitest';
import { read } from '../../../../core/reading/read.ts';
import { corpusFiles, messageOf, samplesOf } from '../corpus.ts';
import { figureFiles, figureSamples, judgeFigures } from './figure-corpus.ts';

const seen = figureFiles.seen.flatMap(figureSamples).map(judgeFigures);

function share(marks: readonly boolean[]): number {
  return marks.filter(Boolean).length / marks.length;
}

describe('the corpus of figures', () => {
  it('reads nearly all messages right that it may learn from', () => {
    expect(share(seen.map(({ intent }) => intent))).toBeGreaterThan(0.97);
    expect(share(seen.flatMap(({ figures }) => figures))).toBeGreaterThan(0.97);
  });

  it('takes no talk of other rooms for figures', () => {
    const elsewhere = corpusFiles.flatMap(samplesOf).filter(({ room }) => room !== 'command');
    const taken = elsewhere.filter((sample) => /^(?:figures|reminder)/.test(read(messageOf(sample)).intent));
    expect(taken.map(({ text }) => text)).toEqual([]);
  });

  it('gives only words of the message as reasons', () => {
    for (const { sample, reading } of seen)
      for (const { words } of reading.because) expect(sample.text).toContain(words);
  });
});

describe('figures', () => {
  const inCommand = (text: string) => read(messageOf({ text, room: 'command' }));

  it('have a name, a number, a unit, and what they add up', () => {
    expect(inCommand('今日隐患整治:检查企业32家,发现隐患41处,已整改35处').fields.figures).toEqual([
      { name: '检查企业', value: 32, unit: '家', per: 'day' },
      { name: '发现隐患', value: 41, unit: '处', per: 'day' },
      { name: '整改', value: 35, unit: '处', per: 'day' },
    ]);
    expect(inCommand('累计:调解326起 协议金额443万').fields.figures).toEqual([
      { name: '调解', value: 326, unit: '起', per: 'cumulative' },
      { name: '协议金额', value: 4_430_000, per: 'cumulative' },
    ]);
  });

  it('are put right, left out, and asked for', () => {
    expect(inCommand('更正 刚才41处写错了 是14处').intent).toBe('figures_correction');
    expect(inCommand('今天没有')).toMatchObject({ intent: 'figures', fields: {} });
    expect(inCommand('请各队17点前报数字')).toMatchObject({ intent: 'reminder', fields: { time: '17:00' } });
  });

  it('are no figures where somebody tells of an incident', () => {
    expect(inCommand('现场3人受伤 2人被困').intent).not.toBe('figures');
    expect(inCommand('西塘工业区着火 有2人没出来').intent).toBe('emergency');
  });
});
