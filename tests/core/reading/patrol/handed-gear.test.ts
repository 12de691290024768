import { describe, expect, it } from 'vitest';
import { read } from '../../../../core/reading/read.ts';

const gearIn = (text: string): object => {
  const about = { text, photos: 0, location: false, room: 'patrol', openOrder: false, openShift: true } as const;
  const { fields } = read({ ...about, openCase: false, openQuestion: null, quote: null });
  const { gear, missing, lost, side } = fields;
  return JSON.parse(JSON.stringify({ gear, missing, lost, side })) as object;
};

describe('gear that is counted', () => {
  it.each([
    ['装备还齐 少了个对讲机', { radio: 1 }],
    ['东西都还了 差个对讲机', { radio: 1 }],
    ['都还了，就对讲机没还', { radio: 1 }],
    ['装备还了 对讲机有一台没还', { radio: 1 }],
    ['对讲机两台没还', { radio: 2 }],
    ['两台对讲机没还', { radio: 2 }],
    ['少了东02的对讲机', { radio: 1 }],
    ['警灯都还了 对讲机明天还', { radio: 1 }],
    ['gear is back, one radio short', { radio: 1 }],
    ['2 radios still out', { radio: 2 }],
    ['警灯2个对讲机3台少一台充电器', { charger: 1 }],
  ])('is short where it is said so: %s', (text, missing) => {
    expect(gearIn(text)).toMatchObject({ missing });
  });

  it.each([
    ['三台对讲机还了两台', 2],
    ['对讲机只还了两台', 2],
    ['三台对讲机只还回来两台', 2],
    ['交班 对讲机只交了2台', 2],
    ['对讲机收到2台 少一台', 2],
    ['only got 2 radios', 2],
    ['对讲机都没还', 0],
  ])('is so many as were handled: %s', (text, radio) => {
    expect(gearIn(text)).toMatchObject({ gear: { radio } });
  });

  it('is no number of it how somebody is called', () => {
    expect(gearIn('接班 东02的对讲机拿了')).not.toHaveProperty('gear');
  });
});

describe('gear that cannot be found', () => {
  it.each(['找不到东02的手电', '找不到手电了', '没找到我那个手电', '弄丢了东02的手电', "can't find my flashlight"])(
    '%s is lost, whosever it is',
    (text) => {
      expect(gearIn(text)).toMatchObject({ missing: { lighting: 1 }, lost: true });
    },
  );

  it.each(['找不到对讲机频道', '找不到对讲机在哪领', '找不到充电器 谁有', '谁找到对讲机了', '警灯找不到插座'])(
    '%s is nothing lost',
    (text) => {
      expect(gearIn(text)).not.toHaveProperty('lost');
    },
  );
});
