import { describe, expect, it } from 'vitest';
import { readQuote } from '../../../bot/wechat/read-quote.ts';

const dashes = '- - - - - - - - - - - - - - -';

describe('a quote in text form', () => {
  it('is taken apart into author, original and answer', () => {
    expect(readQuote(`「群防：出警令 A7K 西塘工业区」\n${dashes}\n能去，8分钟`)).toEqual({
      author: '群防',
      quoted: '出警令 A7K 西塘工业区',
      text: '能去，8分钟',
    });
  });

  it.each([dashes, '---------------', '———————————', '- - - - -', '－ － －'.replaceAll('－', '―'), '──────────'])(
    'is seen over a border of %s',
    (border) => {
      expect(readQuote(`「林海: 到了」\n${border}\n收到`)).toEqual({ author: '林海', quoted: '到了', text: '收到' });
    },
  );

  it('keeps an original of several lines', () => {
    const found = readQuote(`「群防：【演练】\n出警令 A7K\n1. 接警 A7K」\n${dashes}\n1`);
    expect(found).toMatchObject({ quoted: '【演练】\n出警令 A7K\n1. 接警 A7K', text: '1' });
  });

  it('keeps an answer of several lines', () => {
    expect(readQuote(`「群防：在哪里」\n${dashes}\n西塘工业区\n3 号厂房`)?.text).toBe('西塘工业区\n3 号厂房');
  });

  it('keeps brackets in the original', () => {
    const found = readQuote(`「林海：门上写着「仓库」，进不去」\n${dashes}\n走后门`);
    expect(found).toMatchObject({ quoted: '门上写着「仓库」，进不去', text: '走后门' });
  });

  it('keeps a quote inside the original', () => {
    const found = readQuote(`「林海：「群防：出警令」\n${dashes}\n收到」\n${dashes}\n他到了吗`);
    expect(found).toEqual({ author: '林海', quoted: `「群防：出警令」\n${dashes}\n收到`, text: '他到了吗' });
  });

  it('keeps a quote inside the answer', () => {
    const found = readQuote(`「林海：收到」\n${dashes}\n「他说」\n${dashes}\n好`);
    expect(found?.text).toBe(`「他说」\n${dashes}\n好`);
  });

  it('bears a bracket that is never closed', () => {
    expect(readQuote(`「林海：进「仓库」\n${dashes}\n好`)).toMatchObject({ quoted: '进「仓库', text: '好' });
  });

  it('bears an empty answer and an author without a name', () => {
    expect(readQuote(`「：到了」\n${dashes}`)).toEqual({ author: '', quoted: '到了', text: '' });
  });

  it.each(['「仓库」着火了', `厂里${dashes}`, '', '「', `「没有边」${dashes}`])('is not seen in %s', (text) => {
    expect(readQuote(text)).toBeNull();
  });

  it('is read quickly even when somebody plays with brackets', () => {
    const started = performance.now();
    readQuote(`${'「'.repeat(5_000)}${`」\n${dashes}\n`.repeat(300)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
