import { describe, expect, it } from 'vitest';
import { offersHazard } from '../../../../core/reading/hazards/offer.ts';
import type { Message, Reading } from '../../../../core/reading/reading.ts';
import { read } from '../../../../core/reading/read.ts';
import { messageOf } from '../corpus.ts';

function told(text: string, more: Partial<Message> = {}): Reading {
  return read(messageOf({ text, room: 'direct', ...more }));
}
function inGroup(text: string, more: Partial<Message> = {}): Reading {
  return told(text, { room: 'village', ...more });
}
const known = { openCase: true };

describe('a report of a hazard', () => {
  it('names several kinds when several are said', () => {
    const kindsOf = (text: string) => [...(told(text).fields.kinds ?? [])].sort();
    expect(kindsOf('厂里行车没证的人在开')).toEqual(['no_certificate', 'special_equipment']);
    expect(kindsOf('喷漆房旁边在烧电焊')).toEqual(['hot_work', 'spraying']);
  });

  it('gives the code of a sign, however it is written', () => {
    expect(told('qy-0217 除尘风机坏了').fields.placeCode).toBe('QY-0217');
  });

  it('keeps a way and a distance with the place they start from', () => {
    expect(told('樟塘村口往东50米左右 井盖没了').fields).toMatchObject({
      place: '樟塘村口往东50米左右',
      approximate: true,
    });
    expect(told('东面大概一百米有个没盖的窨井').fields.place).toBe('东面大概一百米');
  });

  it('takes a firm that is called by its trade for the place, before what stands inside it', () => {
    expect(told('烤漆房门开着喷 里面插着电风扇 锦荣门业').fields.place).toBe('锦荣门业');
    expect(told('海丰冷链 阀门口结霜滴水 工人用胶带缠的').fields.place).toBe('海丰冷链');
    expect(told('顺达冻品的制冷机房总有股尿骚味').fields.place).toBe('顺达冻品');
    expect(told('三楼走廊堆满包装').fields.place).not.toBe('堆满包装');
  });

  it('asks for the place when the words lead nowhere', () => {
    expect(told('三楼走廊堆满纸箱').fields.needsAnswer).toBe('place');
    expect(told('荷塘新村6幢走廊堆满纸箱').fields.needsAnswer).toBeUndefined();
    expect(told('走廊堆满纸箱', { location: true }).fields.needsAnswer).toBeUndefined();
  });

  it('knows who must not be named, and takes 匿名 for no place', () => {
    expect(told('匿名 我们厂叉车没年检').fields).toMatchObject({ anonymous: true, needsAnswer: 'place' });
    expect(told('别说是我讲的 QY-0455 危化品没锁').fields.anonymous).toBe(true);
  });

  it('is urgent when somebody was hurt, and ordinary where no law speaks of major', () => {
    expect(told('上桥村口井盖没了 晚上有人摔了一跤').fields).toMatchObject({ severity: 'urgent', injured: true });
    expect(told('岗头村路灯不亮').fields.severity).toBe('ordinary');
    expect(told('打磨车间粉尘积得很厚').fields.severity).toBeUndefined();
  });

  it('counts what is gone and what is broken', () => {
    expect(told('A3车间灭火器少2个').fields.missing).toEqual({ extinguisher: 2 });
    expect(told('岗头路灯坏了5.6盏').fields).toMatchObject({
      figures: [{ name: '路灯', value: 6, unit: '盏' }],
      approximate: true,
    });
  });

  it('says which words gave each field, and how sure they are', () => {
    const { because } = told('岗头村路灯不亮');
    expect(because).toContainEqual({ field: 'kinds', words: '路灯不亮' });
    expect(because).toContainEqual({ field: 'place', words: '岗头村', confidence: 0.85 });
  });

  it('gives way to danger', () => {
    expect(told('楼道里充电的电瓶车着火了').intent).toBe('emergency');
  });

  it('is understood by one word when the kind was asked', () => {
    expect(told('电线', { openQuestion: 'kind' }).fields.kinds).toEqual(['electrical']);
  });
});

describe('what only sounds like a report', () => {
  it.each([
    ['a question', '消防栓多久检一次?', 'question'],
    ['a question without a mark', '二楼加个雨棚算违建不', 'question'],
    ['a notice', '温馨提示 请勿在楼道堆放杂物', 'small_talk'],
    ['an advertisement', '专业疏通下水道 电话199-0000-1234', 'small_talk'],
    ['good news', '井盖终于换好了 给村委点赞', 'small_talk'],
    ['a film', '昨晚看电影 大楼都塌了', 'small_talk'],
  ])('%s is none', (_what, text, intent) => {
    expect([intent, 'unknown']).toContain(inGroup(text).intent);
  });

  it('is a question when it asks, and a report when it only denies', () => {
    expect(told('出租房要装烟感吗').intent).toBe('question');
    expect(told('开叉车的连个证都没有').intent).toBe('hazard_report');
  });

  it('is figures when hazards are counted', () => {
    expect(inGroup('今日排查隐患23处 已整改20处').intent).not.toMatch(/^hazard/);
  });
});

describe('words about a known hazard', () => {
  it('tell put right from still there', () => {
    expect(told('弄好了 你们看下', { ...known, photos: 1 }).intent).toBe('hazard_fixed');
    expect(told('修好了没', known).intent).toBe('hazard_chase');
    expect(told('又堵上了', known).intent).toBe('hazard_chase');
  });

  it('ask for a photo where a repair has none', () => {
    expect(told('通道清出来了', known).fields.needsAnswer).toBe('photo');
  });

  it('take a report back', () => {
    expect(told('看错了 是油漆', known).intent).toBe('hazard_withdraw');
    expect(inGroup('看错了 哈哈').intent).not.toBe('hazard_withdraw');
  });

  it('chase what was reported before, also in a group', () => {
    expect(inGroup('上次报的那个井盖还没弄好').intent).toBe('hazard_chase');
    expect(inGroup('我上个月反应的路灯 还是黑的').intent).toBe('hazard_chase');
    expect(inGroup('那根歪电杆说好三天修 都半个月了 还没动静').intent).toBe('hazard_chase');
    expect(inGroup('前头报的那个路坑 车子又崴进克了 到底管不管').intent).toBe('hazard_chase');
    expect(inGroup('双孔桥那个井盖报了一礼拜了 到现在还翘着').intent).toBe('hazard_chase');
    expect(inGroup('Any update on the broken railing I reported on Monday?').intent).toBe('hazard_chase');
  });
});

describe('the offer to register', () => {
  it('is made for a plain report in a group', () => {
    expect(offersHazard(inGroup('岗头村口路灯不亮'), 'village')).toBe(true);
  });

  it.each(['手机充电线坏了', '昨天做梦房子塌了', '河边巡过了 没人游泳', '路上堵死了', '灭火器可以扑油锅吗'])(
    'is not made for %s',
    (text) => {
      expect(offersHazard(inGroup(text), 'village')).toBe(false);
    },
  );
});
