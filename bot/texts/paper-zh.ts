import type { PaperTexts } from './paper-texts.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const dateOf = (iso: string): string => {
  const { year, month, day } = Temporal.PlainDate.from(iso);
  return `${String(year)}年${String(month)}月${String(day)}日`;
};
const money = new Intl.NumberFormat('zh-CN');

export const paperZh: PaperTexts = {
  title: {
    application: '人民调解申请书',
    rights: '当事人权利义务告知书',
    consent: '自愿调解同意书',
    record: '人民调解记录',
    agreement: '人民调解协议书',
    confirmation: '司法确认申请书',
    visit: '人民调解回访记录',
  },
  file: (number, title) => `${number} ${title}`,
  number: (number) => `编号：${number}`,
  date: dateOf,
  moment: (iso, clock) => `${dateOf(iso)}（星期${weekdays[Temporal.PlainDate.from(iso).dayOfWeek - 1] ?? ''}）${clock}`,
  yuan: (sum) => `${money.format(sum)}元`,
  aboutYuan: (sum) => `约${money.format(sum)}元`,
  letter: (key) => '甲乙丙丁戊己庚辛'['abcdefgh'.indexOf(key)] ?? key.toUpperCase(),
  side: (role, letter) =>
    `${{ applicant: '申请人', respondent: '被申请人', third: '其他当事人' }[role]}（${letter}方）`,
  people: (count) => `共${String(count)}人`,
  proxy: (name, relation) => `代理人：${name}${relation === '' ? '' : `（${relation}）`}`,
  label: {
    name: '姓名或名称',
    phone: '电话',
    address: '住址或单位地址',
    kind: '纠纷类型',
    sum: '涉及金额',
    mediator: '调解员',
    room: '调解组织',
    when: '时间',
    where: '地点',
    present: '到场',
    absent: '未到',
    reportedOn: '申请日期',
    acceptedOn: '受理日期',
    effectiveOn: '协议生效日期',
    court: '受理法院',
    lastDay: '最晚申请日期',
    visitor: '回访人',
    holds: '协议是否履行、问题是否解决',
    said: '回访情况',
    payer: '付款方',
    payee: '收款方',
    amount: '金额',
    what: '内容',
    due: '最晚日期',
    atOnce: '当场',
    deed: '（不涉及金额）',
  },
  heading: {
    sides: '当事人',
    facts: '纠纷的主要事实和争议',
    wants: '申请事项',
    terms: '协议内容',
    record: '调解经过',
    request: '申请事项',
    rights: '你有这些权利',
    duties: '也请做到这些',
    attachments: '随申请一起交',
    visits: '回访',
  },
  yes: '是',
  no: '否',
  notYet: '待回访',
  applicationPlea:
    '我与对方因上述纠纷，愿意通过人民调解解决，特此申请。我知道调解自愿、不收费，可以随时不再调解，也可以去仲裁或者起诉。',
  consentWords:
    '调解员已经向我说明：调解是自愿的，不收任何费用；我可以接受、拒绝，也可以中途要求结束；调解不影响我依法申请仲裁或者向法院起诉。以上我已经看过、听明白，同意由上述调解组织调解这件纠纷。',
  rightsLead: '下面是《中华人民共和国人民调解法》规定的你的权利和义务，调解开始前请先看一遍，不清楚的可以问调解员。',
  rights: [
    '选择或者接受调解员（第二十三条）；觉得调解员和对方有关系，可以要求换人。',
    '接受调解、拒绝调解，或者要求终止调解（第二十三条）。',
    '要求调解公开进行或者不公开进行（第二十三条）。',
    '自主表达意愿、自愿达成调解协议（第二十三条）。',
    '调解不成或者不想调解了，可以依法申请仲裁、行政处理，或者向法院起诉（第三条、第二十六条）。',
    '达成协议后，双方可以在协议生效之日起三十日内，共同向法院申请司法确认（第三十三条）。',
    '调解不收取任何费用（第四条）。',
  ],
  duties: [
    '如实说明纠纷的事实（第二十四条）。',
    '遵守调解现场秩序，尊重调解员（第二十四条）。',
    '尊重对方当事人行使权利（第二十四条）。',
    '达成协议后，按照协议履行（第三十一条）。',
  ],
  agreementLead: '经调解，双方自愿达成如下协议：',
  agreementForce:
    '本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效（《人民调解法》第二十九条），对当事人具有法律约束力，当事人应当按照约定履行（第三十一条）。双方可以自生效之日起三十日内共同申请司法确认（第三十三条）。',
  agreementCopies: (count) => `本协议一式${String(count)}份，当事人各执一份，人民调解委员会留存一份。`,
  oralNote: '双方达成口头协议，由调解员记录如下；口头协议自达成之日起生效（《人民调解法》第二十八条、第三十条）。',
  confirmationPlea: (room, date) =>
    `申请人之间的纠纷，经${room}主持调解，于${date}达成调解协议，现共同申请法院依法确认该调解协议有效。`,
  confirmationPromise: [
    '双方出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为。',
    '如果因为该协议内容给他人造成损害，愿意承担相应的法律责任。',
  ],
  attachments: [
    '人民调解协议书原件',
    '调解组织主持调解的证明',
    '双方身份证明；请人代办的，还有签名或者盖章的授权委托书',
    '与调解协议有关的财产权利证明等材料',
    '双方住所、送达地址、电话',
  ],
  readBack: '以上记录已经念给（交给）当事人，确认无误。',
  signature: '（签名、盖章或按指印）',
  sealed: '人民调解委员会（印章）',
  signedOn: '　　　　年　　月　　日',
  draft: '待双方签字',
  expired: { title: '链接过期了', text: '为了保密，这个链接只用几天。回到聊天里点“查看”，会给你一个新的。' },
  forbidden: {
    title: '这里没有可以给你看的文书',
    text: '文书只给这件事的当事人和调解员看，而且要到了那一步才有。回到聊天里问我一声就行。',
  },
  foot: (zone, page, pages) => `${zone} · 第 ${String(page)} 页 / 共 ${String(pages)} 页 · 内容保密`,
};
