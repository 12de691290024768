import type { Language } from '../../core/message.ts';

/** The commands that a chat app offers for `/`, described in both languages. */
export const menuCommands: readonly { command: string; description: Readonly<Record<Language, string>> }[] = [
  { command: 'help', description: { zh: '这里能做什么', en: 'What you can do here' } },
  {
    command: 'hazard',
    description: { zh: '报隐患：什么问题、在哪里', en: 'Report a hazard: what is wrong, and where' },
  },
  {
    command: 'mediate',
    description: { zh: '调解、求助：私下说', en: 'Mediation and help, in private' },
  },
  { command: 'my', description: { zh: '我的隐患：要办的、报过的', en: 'My hazards: to do, and reported' } },
  { command: 'area', description: { zh: '片区隐患（负责人）', en: 'Hazards of my area (leaders)' } },
  { command: 'on', description: { zh: '上岗：先叫我', en: 'On duty: call me first' } },
  { command: 'reachable', description: { zh: '下岗：需要时叫我', en: 'Off shift: call me when needed' } },
  { command: 'off', description: { zh: '休息：先别叫我', en: 'Resting: do not call me' } },
  { command: 'lang', description: { zh: '换语言：/lang en', en: 'Change language: /lang zh' } },
  {
    command: 'drill',
    description: { zh: '演练（值班员）：/drill 火灾 西塘工业区', en: 'Drill (duty officer): /drill fire PLACE' },
  },
  {
    command: 'code',
    description: { zh: '绑定码（值班员）：/code 东01', en: 'Binding code (duty officer): /code CALLSIGN' },
  },
  {
    command: 'room',
    description: { zh: '群用途（管理员）：/room squad 队名', en: 'What a group is for (admin): /room squad TEAM' },
  },
];
