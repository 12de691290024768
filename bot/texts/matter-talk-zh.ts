import type { MatterKind, MatterNeed } from '../../core/matter.ts';
import type { MatterTalkTexts } from './matter-talk-texts.ts';

const ask: Readonly<Record<MatterNeed, string>> = {
  facts: '慢慢说，发生了什么事？想到哪说到哪，分几条发也行。',
  about: '这是哪一类事？选一个最像的，拿不准就选“其他”。',
  wants: '你希望怎么解决？比如把钱结清、道个歉、把东西挪走。',
  other_side: '另一方是谁？名字或厂名就行，有电话更好。',
  sum: '大概多少钱？说个大概就行，比如“六千多”“18.6万”。',
  place: '事情在哪里？村名、小区或厂名，发个定位也行。',
  people: '一共几个人遇到这件事？',
  evidence: '有照片、欠条、合同、聊天记录吗？有就发给我，没有也不要紧。',
  wish: '对调解员有要求吗？可以要一位女调解员，也可以点名要哪个调解室。',
  self: '怎么称呼你？再留个电话，调解员好找你。',
  consent: '你是替别人说的。他本人知道、也同意你来说吗？',
  time: '什么时候方便？比如“周末下午”“晚上7点以后”。',
  check: '我是这样记的，对吗？',
};

const askOf: Partial<Record<MatterKind, Partial<Record<MatterNeed, string>>>> = {
  crime_clue: {
    facts: '看到了什么、在哪里、什么时候？知道多少说多少。别自己去查，也别靠近。',
    place: '在哪里看到的？路名、门牌、厂名，发个定位也行。',
    evidence: '手上有照片或录像吗？有就发给我；没有别去补拍，安全要紧。',
    self: '要不要留名？不留名也一样受理，给你一个回执码，凭它查进展。',
  },
  women_adviser: {
    facts: '愿意说说发生了什么吗？说一点就行；不想打字也可以先跳过，直接等人联系你。',
    self: '怎么称呼你？打哪个电话你接着方便、安全？',
    time: '什么时候联系你方便、身边没有别人？',
  },
  counselling: {
    facts: '这阵子是什么让你难受？愿意说多少都行，不想说也可以先跳过。',
    self: '怎么称呼你？打哪个电话方便？',
    time: '什么时候方便聊？',
    wish: '想跟女的聊，还是都可以？',
  },
  help_request: {
    facts: '需要帮什么忙？一句话就行。',
    place: '在哪一户？门牌码、楼栋或村名都行。',
    self: '怎么称呼？留个电话，到了好联系。',
  },
  service_order: {
    facts: '要解决什么问题？说设备、工序或者现象就行。',
    place: '在哪家厂、哪个车间？',
    self: '找谁对接？姓名和电话。',
    time: '什么时候上门方便？',
  },
  legal_question: { facts: '想问什么？把前因后果说清楚一点，答得更准。别写身份证号。' },
};

/** Whoever speaks, or writes, for another is asked about that one. */
const askFor: Readonly<Record<'proxy' | 'desk', Partial<Record<MatterNeed, string>>>> = {
  proxy: { self: '你替的那位怎么称呼？有电话也留一个，没有就只写称呼。', wants: '他希望怎么解决？' },
  desk: {
    facts: '来的人遇到了什么事？照他说的写，一条一条发。',
    self: '来的人怎么称呼？有电话留一个，没有就只写称呼。',
    other_side: '他跟谁有事？名字或厂名，有电话更好。',
    wants: '他希望怎么解决？',
    wish: '他对调解员有要求吗？比如要女调解员，或者点名哪个调解室。',
    evidence: '他带了欠条、合同、照片吗？拍下来发给我。',
    check: '念给来的人听一遍，对吗？',
  },
};

/** Told privately, in Chinese. */
export const matterTalkZh: MatterTalkTexts = {
  title: (number, head) => `${number} · ${head}`,
  head: {
    question: '请回一句',
    worry: '先答你',
    check: '请核对一下',
    resume: '还接着说吗？',
    filed: '收到了',
    dropped: '先放下了',
    safety: '先看这里',
    danger: '请马上看',
    facts: '你要看的',
    next: '请看一下',
    news: '有新进展',
  },
  ask: (need, kind, who) => (who === 'self' ? null : askFor[who][need]) ?? askOf[kind]?.[need] ?? ask[need],
  sumKept: '好，记下了。还差一样：',
  worry: (worry, kind, { told, danger }) => {
    switch (worry) {
      case 'cost':
        return [kind === 'service_order' ? '我这里不收钱。上门的人要是说要收费，你问清楚、同意了再做。' : '不收钱。'];
      case 'secret':
        return kind === 'crime_clue'
          ? ['只有指定的那位民警看得到。不留名，他也不知道是谁说的。']
          : ['只有你和接手的人看得到，不进任何群；谁看过都有记录。'];
      case 'other':
        if (kind === 'crime_clue') return ['不会告诉他，也不会说是谁举报的。'];
        if (kind !== 'dispute' || danger) return ['不会告诉他。怕他翻手机，就把这里的话删掉，我这边照样办。'];
        return told === 'telling'
          ? [
              '没交上去，他不会知道。',
              '交上去以后，调解员会去问他愿不愿意谈，他就知道是谁、大概什么事；你私下说的，他看不到。',
            ]
          : ['调解员会去问他愿不愿意谈，他就知道是谁、大概什么事；你私下说的，他看不到。'];
      case 'wait':
        if (told === 'telling') return ['说完交上来，马上就有人看；不想多说，剩下的都可以跳过。'];
        return [
          told === 'taken' ? '有人接手了，会直接联系你，电话留意一下。' : '正在找人接手，有人接了马上告诉你。',
          ...(danger || kind === 'help_request' ? ['等不及就直接打 110、119、120。'] : []),
        ];
    }
  },
  private: '只有你和接手的人看得到。随时可以停，说一声“算了”就行。',
  answer: {
    no_sum: '跟钱没关系',
    alone: '就我一个人',
    no_evidence: '没有了',
    woman: '要女调解员',
    anybody: '都可以',
    any_time: '什么时候都行',
    nameless: '不留名',
    named: '可以留名',
    may_speak: '知道，也同意',
    not_asked: '还没问他',
  },
  edit: (need) =>
    `改${
      {
        about: '类型',
        facts: '经过',
        wants: '要求',
        other_side: '对方',
        sum: '金额',
        place: '地点',
        people: '人数',
        evidence: '材料',
        wish: '对调解员的要求',
        self: '称呼和电话',
        consent: '本人是否同意',
        time: '时间',
      }[need]
    }`,
  checkNext: '对就交上去。哪里不对就改哪里，或者直接写给我。',
  theirWord: '他本人愿不愿意调解，接手的人会再问。',
  readOut: '他说不对的地方，改了再交。',
  voluntary: '交上去就是说你愿意调解。全凭自愿，随时可以不谈。',
  kept: '内容加密保存，只有你和接手的人看得到，办完后到期自动删除。',
  notSaid: '没说',
  resume: (_number, hours) =>
    `上次说到一半，要接着说吗？不想说了也没关系：${hours}小时没有回音就先收起来，不会给别人看。`,
  filedDesk: (number) => `把编号 ${number} 写给来的人，以后来问报编号就行。他又说了什么，发“补充”加在前面。`,
  filed: (kind, { room, takeMinutes, helpMinutes, nameless }) =>
    ({
      dispute: [
        `先请${room === '' ? '调解员' : `${room}的调解员`}看，一般 ${takeMinutes} 分钟内有人接；没人接，我再往上找。`,
        '接下的人会先问对方愿不愿意谈。谈不谈都由你们自己定，不收钱，也不耽误你去仲裁或打官司。',
      ],
      crime_clue: [
        '只有指定的那位民警看得到，不会告诉别人是谁说的。',
        nameless ? '别自己去查，也别跟人说起。' : '别自己去查，也别跟人说起。再看到什么，接着发给我就行。',
        '怕人翻手机，就把聊天记录删掉，不影响办。',
      ],
      women_adviser: ['会有一位女同志按你方便的时间联系你。', '要是等不及，或者身边不安全，直接打 110。'],
      counselling: [
        '会有专业的人按你方便的时间联系你。',
        '难受得厉害就别等，现在就可以打心理援助热线 12356；打不通，打 120。',
      ],
      help_request: [`${helpMinutes} 分钟内会有人回你。`, '电话请留意一下，可能是陌生号码。'],
      service_order: ['会安排技术人员先打电话，再约上门的时间。'],
      legal_question: ['会有懂法的人带着法条答复你，答好了我告诉你。', '答复是帮你弄明白，不算正式的法律意见。'],
    })[kind],
  filedDanger: ['已经叫人了，会尽快直接联系你。', '不会安排你跟对方见面；要不要跟对方谈，先听你的意思。'],
  filedUrgent: '已标为紧急，先办。',
  receipt: (code) => `回执码：${code}`,
  receiptHow: '请记在别处。查进展，发“回执”加这串码；又看到什么，写在码后面一起发。不用说你是谁。',
  dropped: {
    told: '好，不说了。刚才说的没有交给任何人。想再说，随时发“我要调解”。',
    silence: '有一阵没说了，先收起来，没有交给任何人。想再说，随时发“我要调解”。',
  },
  safety: {
    violence: ['先离开动手的人，到邻居家或人多的地方。', '受伤了先去看，把伤拍下来，病历留好。', '这不是你的错。'],
    threat: ['别单独去见他，也别回激他的话。', '威胁的话和短信都留着，马上报警。'],
    self_harm: [
      '谢谢你说出来。难受的时候不用一个人扛。',
      '现在就打下面的电话，什么时候都有人听你说。',
      '要是说的是身边的人：陪着他，别让他一个人，先把药、刀、绳子收好。',
    ],
    child: ['先把孩子带到安全的地方，陪着他。', '别反复追问孩子，告诉他不是他的错。'],
    crowd: ['先往边上站，别挤，别堵门、堵路。', '推几个人出来谈，事情照样办，也更快。'],
  },
  safetyRing: '现在就打：',
  safetyLine: (name, phone) => `${phone} ${name}`,
  safetyNext: '我这边也在叫人。你什么都不用填，先顾安全。',
  pointer: (why, number) =>
    why === 'begun' ? `记下了，编号 ${number}。这里人多，我们私聊里说。` : `${number}：有一件事等人接手，详情看私聊。`,
  pointerHow: (why, number) => (why === 'begun' ? `私聊我，发：接着说 ${number}` : `私聊我，发：看 ${number}`),
  pointerOver: (number) => `${number} 有人接了，谢谢大家。`,
  pointerLink: '到私聊里说',
};
