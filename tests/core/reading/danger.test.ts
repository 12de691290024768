import { describe, expect, it } from 'vitest';
import { answer, inSquad, inVillage } from './speak.ts';

describe('an emergency', () => {
  it.each([
    ['快点!!厂里着火了 浓烟 西塘工业区这边', ['fire'], '西塘工业区'],
    ['煤气味道很重 麻车口菜场后面 打电话没人接', ['leak'], '麻车口菜场后面'],
    ['报告 大塘沿有个喝醉的躺路边 叫不醒', ['person_down'], '大塘沿'],
    ['渡口有人落水', ['drowning'], '渡口'],
  ] as const)('reads %s', (text, kinds, place) => {
    expect(inVillage(text)).toMatchObject({ intent: 'emergency', fields: { kinds, place, severity: 'emergency' } });
  });

  it.each(['厂里着火了 浓烟 西塘工业区', '报告 井头路口两车相撞 有人受伤', '荷塘桥头有人晕倒了 快来'])(
    'is heard first from rescuers as well: %s',
    (text) => {
      expect(inSquad(text).intent).toBe('emergency');
      expect(inSquad(text, { room: 'command' }).intent).toBe('emergency');
      expect(answer(text).intent).toBe('emergency');
    },
  );

  it.each(['水里没看到人 岸上有衣服', '明火已控制 还有余烟', '我们在二楼 屋里还有浓烟', '火势往东边烧'])(
    'is the scene’s once it is in hand: %s',
    (text) => {
      expect(inSquad(text).intent).toBe('situation');
    },
  );

  it.each([
    ['狗掉进化粪池了 主人下去捞也没上来', '猫爬树上下不来了 谁有梯子'],
    ['大片房子塌了 快救人', '听说那个片子里楼塌得很真'],
    ['我孩子被锁车里了 车窗打不开', '钥匙锁车里了 怎么办'],
    ['老人走丢了 谁看到', '老人没走丢 在我家'],
    ['小孩头卡在栏杆里', '石头卡在路边护栏'],
    ['他砍了我一刀', '砍我一刀 真的最后一刀'],
    ['下化粪池的师傅晕了', '今天抽化粪池 臭晕了 关窗关窗'],
    ['山体滑坡 压了两间房', '成绩滑坡 从第十滑到四十'],
    ['他要烧自己 汽油都浇上了', '站点不准带回家 可是站点自己就在二楼充'],
    ['我和对讲机都掉河里了', '对讲机掉河里了'],
    ['福康16栋电梯困人', '福康16栋报电梯困人是假的 娃娃按着耍呢'],
    ['陈阿婆不见了 没有电话', '陈阿婆,没有电话'],
    ['救命啊 谁来帮帮我老公 他倒了', '救命啊 谁来管管我老公 又买了三条裤衩'],
  ])('is %s and not %s', (danger, talk) => {
    expect(inVillage(danger).intent).toBe('emergency');
    expect(inVillage(talk).intent).not.toBe('emergency');
  });

  it('asks where when no place is named that one can find', () => {
    expect(inVillage('着火了').fields.needsAnswer).toBe('place');
    expect(inVillage('二楼冒浓烟').fields.needsAnswer).toBe('place');
    expect(inVillage('着火了', { location: true }).fields.needsAnswer).toBeUndefined();
  });

  it('counts people, and the hurt apart from them', () => {
    expect(inVillage('出车祸了 两个人受伤 渡口桥上').fields).toMatchObject({ injured: 2 });
    expect(inVillage('大塘沿水塘 两个小孩溺水').fields).toMatchObject({ people: 2 });
    expect(inVillage('煤气罐炸了 有人受伤').fields).toMatchObject({ injured: true });
  });

  it('is read from people who ask for help in their own lives', () => {
    expect(inVillage('不想活了 钱要不回来 家也散了').fields.kinds).toEqual(['self_harm']);
    expect(inVillage('我老公喝酒就打我 今天又动手了 孩子也在').fields.kinds).toEqual(['domestic_violence']);
  });

  it('is still one when the writer asks, denies a drill, or remembers an earlier one', () => {
    expect(inVillage('我家着火了怎么办').intent).toBe('emergency');
    expect(inVillage('是不是着火了 好大的烟').intent).toBe('emergency');
    expect(inVillage('着火了不是演习！！').intent).toBe('emergency');
    expect(inVillage('昨天灭了的那堆废料又烧起来了').intent).toBe('emergency');
  });
});

describe('no emergency', () => {
  it.each([
    ['a hotpot', '晚上吃火锅'],
    ['temper', '老板又发火了'],
    ['fame', '这首歌火了'],
    ['a simile', '热得像着火一样'],
    ['the news', '新闻说杭州一个厂着火了'],
    ['the past', '昨天那场火真吓人'],
    ['a film', '我刚看的电影里房子爆炸那段真刺激'],
    ['a drill', '今天消防演练 三号楼假装着火'],
    ['a lesson', '着火点培训明天下午开课'],
    ['a warning', '暑期预防溺水 家长请看好孩子'],
    ['a what-if', '楼道堆满了纸板 万一着火跑都跑不掉'],
    ['a general question', '油锅着火能用水浇吗'],
    ['a joke', '加班加到不想活了 哈哈哈'],
    ['a sale', '跳楼价大甩卖 全场5折'],
    ['a lost dog', '我家狗走丢了 白色的'],
    ['a phone in the water', '手机掉水里了'],
    ['statistics', '本周火灾0起 伤亡0人'],
    ['a denial', '没有着火 大家放心'],
    ['a claim', '电动车撞了我妈 对方不赔医药费 交警说自己商量'],
  ])('is %s', (_what, text) => {
    expect(inVillage(text).intent).not.toBe('emergency');
  });

  it.each(['一个人', '三个人', '人呢', '手电筒断了', '手机没电了'])('is sensed in the few words of %s', (text) => {
    for (const openShift of [false, true])
      expect(inVillage(text, { room: 'direct', openShift }).intent).not.toMatch(/emergency|crisis/);
  });

  it.each(['change kind', 'next page', 'more help', 'cancel order', 'ok thanks'])('is guessed from %s', (text) => {
    expect(inVillage(text).intent).not.toBe('emergency');
    expect(inSquad(text).intent).not.toBe('emergency');
  });

  it.each(['一切正常', '今天没有', '正常'])('and no false alarm is read into %s', (text) => {
    for (const openShift of [false, true]) expect(inSquad(text, { openShift }).intent).toMatch(/unknown|small_talk/);
  });

  it('nor a need into a chore', () => {
    expect(inSquad('谁有空来站里帮忙搬水带').intent).toMatch(/question|small_talk/);
  });
});
