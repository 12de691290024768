import { describe, expect, it } from 'vitest';
import type { KnownPlace, Message, Reading } from '../../../../core/reading/reading.ts';
import { read } from '../../../../core/reading/read.ts';
import { messageOf } from '../corpus.ts';

/** Written by somebody whose shift runs, in the team's room. */
function onShift(text: string, more: Partial<Message> = {}): Reading {
  return read(messageOf({ text, room: 'patrol', openShift: true, ...more }));
}
/** A photo with a caption. */
function shown(caption: string, more: Partial<Message> = {}): Reading {
  return onShift(caption, { photos: 1, ...more });
}
/** Written in the team's room while no shift of the writer runs. */
function inTeam(text: string): Reading {
  return read(messageOf({ text, room: 'patrol' }));
}

describe('a check-in', () => {
  it.each([
    ['5️⃣', ['5']],
    ['第4家', ['4']],
    ['６号点', ['6']],
    ['6、7', ['6', '7']],
    ['1-3号点 正常', ['1', '2', '3']],
    ['点17到点19全OK', ['17', '18', '19']],
    ['第3第4个点 ok', ['3', '4']],
    ['1 2 3看过 4锁着进不去', ['1', '2', '3', '4']],
    ['8️⃣9️⃣一起发了', ['8', '9']],
    ['6/10', ['6']],
    ['3 4 5号都正常', ['3', '4', '5']],
    ['三四五号点都看过了', ['3', '4', '5']],
    ['三四号点正常', ['3', '4']],
    ['九十号点', ['90']],
    ['补一下2号', ['2']],
    ['1 - 3号点', ['1', '2', '3']],
    ['QY0312 正常', ['QY-0312']],
    ['井头→岗头', ['井头', '岗头']],
    ['不是7号是9号 打错了', ['9']],
    ['1✅2✅3❌', ['1', '2']],
    ['20:05 3号点', ['3']],
    ['拐弯那个14号 锁了', ['14']],
    ['1. 百货楼天台\n2. 百货楼地下室\n没毛病', ['百货楼天台', '百货楼地下室']],
    ['凤凰路公厕→垃圾中转站→环卫车库,三处看完', ['凤凰路公厕', '垃圾中转站', '环卫车库']],
    ['下一家才是毛绒玩具厂,这会儿在纽扣厂,正常', ['纽扣厂']],
    ['刚给孙子打完电话就到红星幼儿园后门了', ['红星幼儿园后门']],
    ['去到陈记凉茶铺,拉咗闸', ['陈记凉茶铺']],
    ['22.40 月亮湾', ['月亮湾']],
    ['QY-1102 gate locked', ['QY-1102']],
    ['架空层充电棚🛵我来啦,插头一个个摸过都不烫😄', ['架空层充电棚']],
    ['一号二号三号点都走过了', ['1', '2', '3']],
    ['打索场——瞅完了——啥事没有', ['打索场']],
    ['Checked the ferry ticket office, all clear', ['ferry ticket office']],
    ['井头篮球场走完 下一站石坎头小学,还没到哈', ['井头篮球场']],
    ['东门西门南门北门 四个门岗都有人', ['东门', '西门', '南门', '北门']],
    ['5号点 灯换好了 正常', ['5']],
    ['5号点对面烧烤摊还没收', ['5']],
  ])('%s names its points', (caption, points) => {
    expect(shown(caption)).toMatchObject({ intent: 'check_in', fields: { points } });
  });

  it('tells when it was, as people write times all night', () => {
    expect(shown('狮子山公墓 0125').fields).toMatchObject({ points: ['狮子山公墓'], time: '01:25' });
    expect(shown('十一点差五分 加压站 没异常').fields).toMatchObject({ points: ['加压站'], time: '22:55' });
    expect(shown('2570 缫丝厂旧址').fields.time).toBeUndefined();
  });

  it('names no point that nobody names', () => {
    for (const caption of ['又一站✅', '下一个', '没啥事', '继续 正常'])
      expect(shown(caption)).toMatchObject({ intent: 'check_in' });
    for (const caption of ['又一站✅', '下一个', '没啥事', '继续 正常'])
      expect(shown(caption).fields.points).toBeUndefined();
  });

  it('is said without a photo of where they have arrived, and asks for one', () => {
    expect(onShift('Just passed the old ferry pier, nobody around')).toMatchObject({
      intent: 'check_in',
      fields: { points: ['old ferry pier'], needsAnswer: 'photo' },
    });
  });

  it('is said of a point that was gone to without a picture', () => {
    expect(onShift('2号去了没拍')).toMatchObject({ intent: 'check_in', fields: { points: ['2'] } });
    expect(onShift('2号还没去').intent).not.toBe('check_in');
  });

  it('is no advert, whatever it names', () => {
    expect(shown('清仓大处理!品牌羽绒服99一件加我微信').intent).not.toBe('check_in');
    expect(shown("my cousin's coffee shop at Renmin Road opens Friday").intent).not.toBe('check_in');
    expect(shown('这是昨天拍的，不是今天的，别记啊').intent).not.toBe('check_in');
    expect(shown('月亮湾 没人')).toMatchObject({ intent: 'check_in', fields: { points: ['月亮湾'] } });
    expect(shown('月亮好圆').intent).not.toBe('check_in');
    expect(shown('井盖补上了撒 踩了踩 稳得很').intent).not.toBe('check_in');
    expect(shown('茶馆的瓦片要掉下来了').intent).not.toBe('check_in');
    expect(onShift('3号点到底算锅炉房还是算浴室').intent).toBe('question');
    expect(shown('在7号点隔壁吃烤鱼 老板送了盘花生').intent).not.toBe('check_in');
  });

  it('is one of points that are closed, and ends no shift', () => {
    expect(shown('寨门→停车场→活动室,下寨这段收工').intent).toBe('check_in');
    expect(shown('光启显示后门巡查完毕,请放心').intent).toBe('check_in');
    expect(shown('收工啦').intent).toBe('shift_end');
    expect(shown('3、4、5号都看了 收队').intent).toBe('shift_end');
  });

  it('stays one where what is wrong at a numbered point is told', () => {
    expect(shown('3号点 广告牌要掉下来了')).toMatchObject({ intent: 'check_in', fields: { points: ['3'], ok: false } });
  });

  it('is no danger that one of the crew does not pick up', () => {
    expect(onShift('东03电话打不通').intent).toBe('small_talk');
    expect(read(messageOf({ text: '东03电话打不通', room: 'squad' })).intent).toBe('comms_risk');
    expect(onShift('孩子电话打不通').intent).not.toBe('small_talk');
  });

  it('is no danger that somebody camps below a bridge', () => {
    expect(shown('21:52 火车桥下面有人搭帐篷,叫他莫生火').intent).not.toBe('emergency');
    expect(shown('火车桥下面有人落水').intent).toBe('emergency');
  });

  it('counts who is there of the crew, and not whom it is done for', () => {
    expect(shown('我跟老谢两个人在新安变电所这里转了一圈').fields.people).toBe(2);
    expect(onShift('李建国请我代发,位置:开发区消防站').fields).toMatchObject({
      proxy: '李建国',
      points: ['开发区消防站'],
    });
  });

  it('gives the words that name each point', () => {
    const { because } = shown('到3号点了 门都锁好');
    expect(because).toContainEqual({ field: 'points', words: '3号点' });
    expect(because).toContainEqual({ field: 'ok', words: '门都锁好' });
  });

  it('is a photo without a word while the shift runs, and only then', () => {
    expect(shown('').intent).toBe('check_in');
    expect(read(messageOf({ text: '', photos: 1, room: 'patrol' })).intent).toBe('unknown');
    expect(read(messageOf({ text: '', photos: 1, room: 'village', openShift: true })).intent).toBe('unknown');
  });

  it('is no photo that answers what the bot asked for a hazard', () => {
    expect(shown('', { room: 'direct', openCase: true }).intent).not.toBe('check_in');
    expect(shown('', { room: 'direct', openQuestion: 'photo' }).intent).not.toBe('check_in');
  });

  it('asks which point where only 到了 is said, and for a photo where only words are', () => {
    expect(onShift('到了')).toMatchObject({ intent: 'check_in', fields: { needsAnswer: 'point' } });
    expect(onShift('5号点正常')).toMatchObject({ intent: 'check_in', fields: { needsAnswer: 'photo' } });
    expect(shown('5号点正常').fields.needsAnswer).toBeUndefined();
  });

  it('is not 到了 to an open order', () => {
    expect(read(messageOf({ text: '到了', room: 'squad', openShift: true })).intent).toBe('check_in');
    expect(onShift('到了', { room: 'squad', openOrder: true }).intent).toBe('arrived');
  });

  it('answers which point it was', () => {
    expect(onShift('渡口', { openQuestion: 'point' })).toMatchObject({
      intent: 'check_in',
      fields: { points: ['渡口'] },
    });
    expect(onShift('5', { openQuestion: 'point' }).fields.points).toEqual(['5']);
  });

  it('knows the zone’s own names for points', () => {
    const places: readonly KnownPlace[] = [{ code: 'P-07', name: '红砖房', aliases: ['老灶披'] }];
    const message = messageOf({ text: '老灶披 正常', room: 'patrol', openShift: true, photos: 1 });
    expect(read(message, { places }).fields.points).toEqual(['老灶披']);
  });

  it('tells what is late, the same again, put right, left out, or done for another', () => {
    expect(shown('补一张 刚才忘拍了 9点15那个点').fields).toMatchObject({ late: true, time: '21:15' });
    expect(shown('同上').fields.again).toBe(true);
    expect(onShift('刚才那张发错了 是8号').fields).toMatchObject({ correction: true, points: ['8'] });
    expect(onShift('10号点修路绕过去了').fields).toMatchObject({ skipped: true, points: ['10'] });
    expect(shown('替老哥打卡 12号点').fields).toMatchObject({ proxy: '老哥', points: ['12'] });
    expect(shown('老周的手机摔坏了，我替他打卡：石坎头桥头').fields).toMatchObject({ proxy: '老周' });
  });

  it('names a point whole, without the words that lead to it, and no call sign', () => {
    expect(shown('图里是井头配电房 锁没人动过').fields.points).toEqual(['井头配电房']);
    expect(shown('西11 新屋机械厂宿舍楼下 都睡了').fields.points).toEqual(['新屋机械厂宿舍楼下']);
    expect(shown('老地方 老样子 正常').fields.points).toBeUndefined();
    expect(shown('继续 正常').fields.points).toBeUndefined();
  });

  it('with something wrong at a numbered point says what', () => {
    expect(shown('4号点那个灭火器过期了')).toMatchObject({
      intent: 'check_in',
      fields: { ok: false, kinds: ['fire_equipment'], points: ['4'] },
    });
  });

  it.each(['3号点灭火器不见了', '三号点灭火器被人拿走了', '3号 灭火器没了', '3号点的救生圈不见了'])(
    '%s without a photo is of what is missing there, and no talk',
    (words) => {
      expect(onShift(words)).toMatchObject({ intent: 'hazard_report', confidence: 0.99, fields: { points: ['3'] } });
    },
  );

  it.each(['3号那个灭火器不见咯', '灭火器不见了'])('%s is no fire', (words) => {
    expect(onShift(words)).toMatchObject({ intent: 'hazard_report', fields: { kinds: ['fire_equipment'] } });
  });

  it.each([
    '3号点灭火器不见了？',
    '要是3号点灭火器不见了怎么办',
    '昨天3号点灭火器不见了 今天补上了',
    '3号点灭火器找到了',
  ])('%s is not that something is missing now', (words) => {
    expect(onShift(words).confidence).toBeLessThan(0.99);
  });

  it('gives way to the hazard where a place is only named, and leaves the point with it', () => {
    expect(shown('岗头桥 路灯两盏不亮')).toMatchObject({
      intent: 'hazard_report',
      fields: { kinds: ['street_light'], points: ['岗头桥'] },
    });
  });

  it.each(['夜宵', '自拍一张', '今晚月亮真圆', '转发：明天停水通知', '招普工 包吃住', '笑死 老周睡着了'])(
    'is no photo of %s',
    (caption) => {
      expect(shown(caption).intent).not.toBe('check_in');
    },
  );

  it.each([
    '5号点有人吗',
    '5号点漏了 谁去补一下',
    '去6号点',
    '请3号点的同志尽快上传照片',
    '收到',
    '你们到哪了',
    '到了没有啊',
  ])('is not said by %s', (text) => {
    expect(onShift(text).intent).not.toBe('check_in');
  });
});

describe('a shift', () => {
  it('begins with who came', () => {
    expect(inTeam('签到，今晚我们3个人')).toMatchObject({ intent: 'shift_start', fields: { people: 3 } });
    expect(inTeam('20:00西塘、荷塘联合出发,人员:西01 西02 荷03').fields).toMatchObject({ people: 3, time: '20:00' });
    expect(inTeam('应到6人实到5人 集结完毕').fields.people).toBe(5);
    expect(inTeam('开工！今晚三男一女').fields.people).toBe(4);
    expect(inTeam('夜班签到 荷塘这边5个').fields.people).toBe(5);
    expect(inTeam('start patrol now, just the two of us').fields.people).toBe(2);
  });

  it('does not begin with a plan, an order or a question', () => {
    for (const text of ['明晚8点老地方集合', '请今晚值班的同志19:50到村委签到', '几点集合', '到齐没'])
      expect(inTeam(text).intent).not.toBe('shift_start');
  });

  it('begins with who says that they came, beside whom they wait for or what they carry', () => {
    for (const text of [
      '我到了 队长还没到',
      '到了，就差队长了',
      '我先到了，他们还在路上',
      '本人已到，东03未到',
      '我和东02到了',
    ])
      expect(onShift(text).intent, text).toBe('shift_start');
    expect(onShift("I'm here, waiting for E02").intent).toBe('shift_start');
    expect(onShift("I'm here with 3 radios").fields.gear).toEqual({ radio: 3 });
  });

  it('does not begin where somebody else is waited for, a point is said, or only others are spoken of', () => {
    for (const text of [
      '我到了 警察还没来',
      '我到了，1号没人',
      '我到了 就差渡口了',
      '我到了 没看到灯亮',
      '队长还没到',
      '我快到了',
    ])
      expect(onShift(text).intent, text).not.toBe('shift_start');
    expect(onShift('我到了 路上有人摔倒了').intent).toBe('emergency');
  });

  it('begins later for whoever says so', () => {
    expect(inTeam('迟到5分钟，抱歉')).toMatchObject({ intent: 'delay', fields: { delayMinutes: 5 } });
  });

  it('ends where going home is checked in', () => {
    expect(shown('下班打卡').intent).toBe('shift_end');
    expect(onShift('下班打个卡').intent).toBe('shift_end');
    expect(shown('下班路口打卡').intent).toBe('check_in');
  });

  it('ends with the distance', () => {
    expect(onShift('巡完了 收队 里程8.6公里')).toMatchObject({ intent: 'shift_end', fields: { distanceKm: 8.6 } });
    expect(onShift('几点收队').intent).not.toBe('shift_end');
    // 9km at the end is no reply code.
    expect(onShift('上半夜巡查完毕,4.9km')).toMatchObject({ intent: 'shift_end', fields: { distanceKm: 4.9 } });
    expect(onShift('走完了 总共五公里多一点 回家').fields.distanceKm).toBe(5);
    expect(onShift('3、4号点巡完 无异常')).toMatchObject({ intent: 'check_in', fields: { points: ['3', '4'] } });
  });

  it('is handed over with gear, counted and missing', () => {
    expect(onShift('下半夜接班 车钥匙拿了 警灯2个对讲机3台少一台充电器')).toMatchObject({
      intent: 'handover',
      fields: {
        side: 'taking',
        equipment: ['patrol_light', 'radio'],
        gear: { patrol_light: 2, radio: 3 },
        missing: { charger: 1 },
      },
    });
    expect(onShift('喊话器和巡逻车都还回去了').fields.side).toBe('giving');
  });

  it('that hands over has counted what is missing, and lost nothing on the way', () => {
    const { fields } = onShift('上半夜交班 警灯2个 手电3把 对讲机少一台 找不到');
    expect(fields).toMatchObject({ side: 'giving', missing: { radio: 1 } });
    expect(fields.missing).toEqual({ radio: 1 });
    expect(fields.lost).toBeUndefined();
  });

  it('is handed over by whoever gives and whoever takes, also where only what is there is counted', () => {
    expect(onShift('东西我都放老张那了 下半夜的去他那拿').fields.side).toBe('giving');
    expect(onShift('救生圈一只 抛绳一条 转给西区接班的了').fields.side).toBe('giving');
    expect(inTeam('下半夜的 接了 警灯少一个').fields).toMatchObject({ side: 'taking', missing: { patrol_light: 1 } });
    expect(inTeam('接班清点 对讲机该有4台 只见着3台').fields).toMatchObject({ side: 'taking', missing: { radio: 1 } });
  });

  it('is asked off and handed over in English too', () => {
    expect(inTeam("Can't make tonight's shift, twisted my ankle").intent).toBe('leave_request');
    expect(inTeam('can I skip tomorrow?').intent).toBe('leave_request');
    expect(onShift('Handing the radio over to Xiao Lü')).toMatchObject({
      intent: 'handover',
      fields: { equipment: ['radio'], side: 'giving' },
    });
  });

  it('is asked off, swapped, given or taken', () => {
    expect(inTeam('今晚我来不了 老王替我').fields).toMatchObject({ request: 'stand_in', proxy: '老王', date: 'today' });
    expect(inTeam('跟老李换个班').fields).toMatchObject({ request: 'swap', proxy: '老李' });
    expect(inTeam('我来顶小胡今晚的班').fields).toMatchObject({ request: 'offer', proxy: '小胡' });
    expect(inTeam('周三我请假').fields).toMatchObject({ request: 'leave', day: '周三' });
    expect(inTeam('不用请假了 今晚照常来').fields).toMatchObject({ correction: true });
    expect(inTeam('请假请提前一天在群里说').intent).not.toBe('leave_request');
  });

  it('is read in a muster by 接龙, but not in a sign-up for another day', () => {
    const muster = inTeam('接龙 今晚到岗\n1 东01 到\n2 东02 请假\n3 东05 20分钟后到');
    expect(muster.lines?.map(({ intent }) => intent)).toEqual(['shift_start', 'leave_request', 'delay']);
    expect(muster.lines?.[2]?.fields.delayMinutes).toBe(20);
    expect(inTeam('接龙 周五夜巡报名\n1 东01 来').lines?.[0]?.intent).toBe('accept');
  });
});

describe('what a patrol comes across', () => {
  it('is suspicious with how many, where and when', () => {
    expect(onShift('0点20 路过渡口 有两个人翻围墙 看到车灯跑了 往北')).toMatchObject({
      intent: 'suspicious',
      fields: { people: 2, time: '00:20', place: '渡口' },
    });
    expect(onShift('没发现可疑人员').intent).not.toBe('suspicious');
  });

  it('is found, or lost by somebody', () => {
    expect(onShift('捡到一个钱包 有身份证').intent).toBe('found_item');
    expect(onShift('刚有个大姐说手机掉在河边步道了').fields.lost).toBe(true);
    expect(onShift('看我捡到什么 一只螃蟹').intent).not.toBe('found_item');
  });

  it('is an emergency where somebody has lost their way', () => {
    expect(onShift('路边捡到个小孩 三四岁 找不到大人')).toMatchObject({
      intent: 'emergency',
      fields: { kinds: ['missing_person'] },
    });
  });
});

describe('coming on duty under a picture', () => {
  it.each(['到岗', '报到', '已到岗', '我到岗了'])('%s is no check-in', (text) => {
    const message = messageOf({ text, photos: 1, room: 'patrol', openShift: true });
    expect(read(message).intent).toBe('shift_start');
  });

  it('is one where it names a point', () => {
    expect(read(messageOf({ text: '到岗 5号', photos: 1, room: 'patrol', openShift: true })).intent).toBe('check_in');
  });
});

describe('outside a patrol’s room', () => {
  it.each(['到了', '签到领鸡蛋', '明天请假带娃看病', '收工了', '捡到一串钥匙 谁的', '5号楼停电了吗'])(
    'a village does not patrol with %s',
    (text) => {
      const { intent } = read(messageOf({ text, room: 'village' }));
      expect(intent).toMatch(/small_talk|unknown|question/);
    },
  );

  it('leave from duty is heard where duty is spoken of', () => {
    expect(read(messageOf({ text: '我明天晚上巡逻请个假', room: 'direct' })).intent).toBe('leave_request');
    expect(read(messageOf({ text: '我明天请假', room: 'village' })).intent).not.toBe('leave_request');
  });
});
