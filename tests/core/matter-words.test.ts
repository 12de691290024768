import { describe, expect, it } from 'vitest';
import { dangersInWords, dangersOfKinds, dangersTold } from '../../core/matter-danger.ts';
import {
  asksForWoman,
  blamedName,
  leavesOutAnswer,
  nameIn,
  phoneIn,
  plainPhone,
  saidKind,
  saidPeople,
  saidProxy,
  saidRoom,
  saysUrgent,
} from '../../core/matter-words.ts';

describe('words of a private matter', () => {
  it('a phone number is found however it is written, and is the same number', () => {
    for (const words of ['王老板 13800001111', '138-0000-1111', '电话138 0000 1111 晚上打', '+86 13800001111'])
      expect(phoneIn(words)?.phone, words).toBe('13800001111');
    expect(phoneIn('办公室 0571-88990011')?.phone).toBe('057188990011');
    expect(phoneIn('合同号 202311220001234')).toBeNull();
    expect(plainPhone('199-0000-0001')).toBe('19900000001');
  });

  it('a name is what is left of an answer', () => {
    expect(nameIn('对方是永固五金的王老板，电话:')).toBe('永固五金的王老板');
    expect(nameIn('我叫李梅')).toBe('李梅');
    expect(nameIn('厂名叫飞鹭鞋业')).toBe('飞鹭鞋业');
    expect(nameIn('他们公司叫宏达五金')).toBe('宏达五金');
    expect(nameIn('老李 电话不知道')).toBe('老李');
    expect(nameIn('不知道名字')).toBe('');
    expect(nameIn('I don’t know his name')).toBe('');
    expect(nameIn('I think it is Zhou Wei')).toBe('Zhou Wei');
  });

  it.each([
    ['我们12个', false, 12],
    ['老板欠我们3个月工资 一共5个人', false, 5],
    ['十几个工友都没拿到', false, 10],
    ['欠了3个月', false, null],
    ['12', true, 12],
    ['就我一个人', true, 1],
    ['三户', true, 3],
    ['说不清', true, null],
  ])('%s', (words, asked, people) => {
    expect(saidPeople(words, asked)).toBe(people);
  });

  it('who speaks for somebody else says so', () => {
    expect(saidProxy('我替我妈问的')).toBe('妈');
    expect(saidProxy('帮邻居反映一下')).toBe('邻居');
    expect(saidProxy('I ask for my mother')).toBe('mother');
    expect(saidProxy('邻居把垃圾堆我门口')).toBe('');
  });

  it('wishes: a woman, a room by name, soon', () => {
    for (const words of ['找个女的', '最好是女调解员', 'a woman please']) expect(asksForWoman(words), words).toBe(true);
    for (const words of ['我女儿的事', '女婿不给钱']) expect(asksForWoman(words), words).toBe(false);
    const rooms = [
      { code: 'xi', name: '喜哥调解室' },
      { code: 'cong', name: '聪哥调解室' },
      { code: 'he', name: '和事嫂' },
    ];
    expect(saidRoom('要喜哥', rooms)).toBe('xi');
    expect(saidRoom('我要找和事嫂 邻居把垃圾堆我门口', rooms)).toBe('he');
    expect(saidRoom('都行', rooms)).toBe('');
    // A village is named for where something was, and its committee only as one.
    const village = [...rooms, { code: 'du', name: '渡口村调解委员会' }];
    expect(saidRoom('有人在渡口村收保护费', village)).toBe('');
    expect(saidRoom('渡口村的邻居往我家倒水', village)).toBe('');
    expect(saidRoom('要渡口村调委会来', village)).toBe('du');
    expect(saidRoom('渡口村', village)).toBe('du');
    for (const words of [
      '找喜哥调解',
      '想去喜哥调解室',
      '要喜哥来',
      '楼上太吵了，能不能请喜哥来说说',
      '老板欠我工资，想让喜哥调解室帮帮我',
      '喜哥能不能来评评理',
      '最好是喜哥',
      'I would like 喜哥调解室 for this',
    ])
      expect(saidRoom(words, rooms), words).toBe('xi');
    for (const words of [
      '楼上喜哥天天半夜拖椅子',
      '喜哥借我5000块不还',
      '我去找喜哥要钱，他骂我',
      '我要喜哥还钱',
      '不要找喜哥',
      '喜哥来我家门口闹',
      '隔壁喜哥占了我的车位',
    ])
      expect(saidRoom(words, rooms), words).toBe('');
    // Asked what they wish for, they name it.
    expect(saidRoom('喜哥那个', rooms, true)).toBe('xi');
    expect(saysUrgent('今天就要 很急')).toBe(true);
    expect(saysUrgent('不着急')).toBe(false);
  });

  it.each([
    ['李叔借我5000块不还 他电话13800000002', '李叔'],
    ['我要调解 李叔借了我5000块一直不还 他电话13800000002', '李叔'],
    ['去年王老板欠我们工资', '王老板'],
    ['老板一直拖欠工资', '老板'],
    ['隔壁老王占了我家的地', '隔壁老王'],
    ['我邻居张三打了我', '邻居张三'],
    ['宏达五金拖了我们两个月工资', '宏达五金'],
    ['Hongda Hardware owes me wages', 'Hongda Hardware'],
    ['他借我5000块不还', ''],
    ['有人欠我钱', ''],
    ['我借给李叔5000块', ''],
    ['我欠李叔5000块', ''],
    ['楼上漏水把我家地板泡坏了', ''],
  ])('%s: blames %s', (words, name) => {
    expect(blamedName(words)).toBe(name);
  });

  it('kinds by name, by a part of it, by their place in the list', () => {
    expect(saidKind('工资')).toBe('wages');
    expect(saidKind('邻里')).toBe('neighbour');
    expect(saidKind('邻里纠纷')).toBe('neighbour');
    expect(saidKind('租赁')).toBe('tenancy');
    expect(saidKind('1')).toBe('wages');
    expect(saidKind('99')).toBeNull();
    expect(saidKind('他欠我钱不还还骂人')).toBeNull();
  });

  it('an answer can leave the question out', () => {
    for (const words of ['不知道', '没有', '都行', '跳过', 'skip', '记不清了'])
      expect(leavesOutAnswer(words)).toBe(true);
    for (const words of ['没有合同', '不知道他叫什么 厂里都叫他老王', '']) expect(leavesOutAnswer(words)).toBe(false);
  });
});

describe('danger', () => {
  it.each([
    ['我老公喝酒就打我 今天又动手了 孩子也在', 'violence'],
    ['邻居把我打了', 'violence'],
    ['他说再去要钱就弄死我', 'threat'],
    ['不想活了 钱要不回来', 'self_harm'],
    ['他爸喝醉了打孩子', 'child'],
    ['工地上十几个人堵在门口要钱', 'crowd'],
    ['he beats me', 'violence'],
  ])('%s', (words, danger) => {
    expect(dangersInWords(words)).toEqual([danger]);
  });

  it.each(['他打我电话不接', '房东不退押金', '楼上天天拖椅子 快被逼疯了', '我们12个', '给我打了个折'])(
    '%s is none',
    (words) => {
      expect(dangersInWords(words)).toEqual([]);
    },
  );

  it.each([
    ['他打我 我不想活了', ['violence', 'self_harm']],
    ['孩子被他打 他还拿刀', ['child', 'threat']],
    ['老公打我 还打孩子', ['violence', 'child']],
    ['他打我孩子', ['child']],
    ['他威胁要打我', ['threat']],
    ['老板说要弄死我 门口还堵着几十个工人围着', ['threat', 'crowd']],
    ['工地上三十多个工人堵在大门口要工资，老板说要打死人', ['threat', 'crowd']],
    ['he hits me and I want to die', ['violence', 'self_harm']],
    ['He hits my son and has a knife', ['child', 'threat']],
  ])('%s: each of its dangers, the one that decides first', (words, dangers) => {
    expect(dangersInWords(words)).toEqual(dangers);
  });

  it.each(['他拿刀切西瓜', '孩子被老师打电话叫去学校', '她还拿了刀来切菜'])('%s: none', (words) => {
    expect(dangersInWords(words)).toEqual([]);
  });

  it('a kind adds what words do not say, and not what they say more exactly', () => {
    expect(dangersTold(['child'], ['violence'])).toEqual(['child']);
    expect(dangersTold(['violence'], ['self_harm'])).toEqual(['violence', 'self_harm']);
    expect(dangersTold([], ['violence'])).toEqual(['violence']);
  });

  it('kinds that were read are danger too', () => {
    expect(dangersOfKinds(['wages', 'domestic_violence'])).toEqual(['violence']);
    expect(dangersOfKinds(['fire'])).toEqual([]);
  });
});
