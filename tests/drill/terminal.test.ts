import { describe, expect, it } from 'vitest';
import { drillZh } from '../../bot/texts/drill-zh.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Card } from '../../core/message.ts';
import type { StoryEvent } from '../../drill/story.ts';
import { pauseMs } from '../../drill/terminal/live-view.ts';
import { openScreen } from '../../drill/terminal/screen.ts';
import { painted, span, wrapped } from '../../drill/terminal/span.ts';
import { statusBlock } from '../../drill/terminal/status-block.ts';
import { storyLines } from '../../drill/terminal/story-lines.ts';
import { fitted, plain, width } from '../../drill/terminal/width.ts';

const texts = textsIn('zh');
const at = Date.UTC(2026, 10, 22, 12, 0, 5);
const style = { words: drillZh.view, drillMark: texts.mark.drill, timeZone: 'Asia/Shanghai', columns: 79 };
const card = (parts: Partial<Card>): Card => ({
  banner: texts.mark.drill,
  lines: [],
  actions: [],
  links: [],
  loud: true,
  ...parts,
});
const shown = (room: string, parts: Partial<Card>): StoryEvent => ({
  at,
  kind: 'shown',
  room,
  card: card(parts),
  form: 'new',
  direct: true,
});
const written = (...events: StoryEvent[]): string[] =>
  storyLines({ at, events, standing: null }, style).map((line) => painted(line, false));

describe('the width of a text', () => {
  it('counts Chinese and pictures as two columns, Latin as one, joiners as none', () => {
    expect(width('接警 A7K')).toBe(8);
    expect(width('，。（）')).toBe(8);
    expect(width('👌🔴')).toBe(4);
    expect(width('e\u0301')).toBe(1);
    expect(width('👩‍🚒')).toBe(2);
  });

  it('fills up or cuts off to exactly so many columns', () => {
    expect(fitted('东01', 6)).toBe('东01  ');
    expect(fitted('消防设施操作', 6)).toBe('消防… ');
    expect(width(fitted('消防设施操作', 7))).toBe(7);
  });

  it('takes out what would move the cursor', () => {
    expect(plain('李\u001b[2J海\r\n\u202e')).toBe('李 [2J海 ');
  });
});

describe('a wrapped line', () => {
  it('breaks between Chinese characters and between Latin words, never before a closing mark', () => {
    const lines = wrapped([span('现场需要一个电工，再来水带。ready to go')], 12, 9).map((line) => painted(line, false));
    expect(lines.every((line) => width(line) <= 12)).toBe(true);
    expect(lines.some((line) => /^[，。]/.test(line))).toBe(false);
    expect(lines.join('').replaceAll(' ', '')).toBe('现场需要一个电工，再来水带。readytogo');
    expect(lines.slice(-2)).toEqual(['带。ready to', 'go']);
  });

  it('ends with … where there is no room for more, even inside a word that is too long', () => {
    expect(painted(wrapped([span('一二三四五六七八九十')], 8, 1)[0] ?? [], false)).toBe('一二三…');
    const long = wrapped([span('https://example.org/a/very/long/address')], 10, 2).map((line) => painted(line, false));
    expect(long).toEqual(['https://e…']);
  });
});

describe('the lines of a story', () => {
  it('say who, by which door and what, with the answer to a tap behind it', () => {
    expect(
      written({ at, kind: 'said', who: '东01 李海', door: 'button', words: '接警', answer: '接警成功，席位是你的。' }),
    ).toEqual(['20:00:05  东01 李海   按钮 接警 → 接警成功，席位是你的。']);
  });

  it('put a reaction behind the words that it answers', () => {
    const said: StoryEvent = { at, kind: 'said', who: '东08 朱丽娟', door: 'words', words: '收到', answer: null };
    expect(written(said, { at, kind: 'reacted', room: '东08', emoji: '👌' })).toEqual([
      '20:00:05  东08 朱丽娟 文字 “收到”  👌',
    ]);
  });

  it('say the same order to several people once, with the mark of the drill', () => {
    const order = { title: '出警令：火灾' };
    expect(written(shown('东01', order), shown('西02', order), shown('中03', order))).toEqual([
      '20:00:05  群防        发出 东01 西02 中03 [演练] 出警令：火灾',
    ]);
  });

  it('cry out when a card does not carry the mark', () => {
    expect(written(shown('东01', { banner: '【可能重复】', title: '出警令：火灾' })).join()).toContain(
      '[没有演练标记]',
    );
  });

  it('tell of a block and of a lost answer, and what happens next', () => {
    const refused = (why: 'blocked' | 'answer_lost'): StoryEvent => ({
      at,
      kind: 'refused',
      room: '中04',
      why,
      card: null,
    });
    const [blocked, lost] = written(refused('blocked'), refused('answer_lost'));
    expect(blocked).toMatch(/没通 中04 对方拉黑了机器人，马上换下一个人/);
    expect(lost).toMatch(/可能重复/);
  });
});

describe('the block below the story', () => {
  it('shows seats that fill, and fits its terminal', () => {
    const standing = {
      number: 'D-2611-0001',
      state: 'called_out',
      place: '西塘工业区',
      seats: [
        { skill: 'fire_operator', taken: 1, needed: 2 },
        { skill: null, taken: 0, needed: 2 },
      ],
      tally: { waves: 2, asked: 9, standby: 1, declined: 1, withdrawn: 0, undelivered: 1, unanswered: 5 },
      going: [{ name: '东01', expectedAt: at + 480_000 }],
      onScene: [],
      safe: 0,
      went: 0,
      missing: [],
    } as const;
    for (const columns of [60, 79, 119]) {
      const block = statusBlock(at, standing, { ...style, texts, scenario: '厂房着火', about: '小镇', columns });
      const lines = block.map((line) => painted(line, false));
      for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(columns);
      expect(width(lines[0] ?? '')).toBe(columns);
      expect(lines[0]).toMatch(/演练 D-2611-0001.*出警中 20:00:05/);
      expect(lines.join('\n')).toContain('█░');
      expect(lines.join('\n')).toContain('东01(20:08到)');
    }
  });
});

describe('a screen', () => {
  const outputOf = (isTTY: boolean, colours: boolean) => {
    let text = '';
    return {
      output: { isTTY, columns: 80, hasColors: () => colours, write: (more: string) => (text += more) },
      text: () => text,
    };
  };
  const lines = [[span('接警', 'person')]];
  const block = [[span('席位')], [span('路上')]];

  it('draws the block anew in place on a terminal, and leaves the cursor visible', () => {
    const { output, text } = outputOf(true, true);
    const screen = openScreen(output);
    screen.write(lines, block);
    screen.write(lines, block);
    screen.close();
    expect(text()).toContain('\r\u001b[2A\u001b[J');
    expect(text()).toMatch(/\u001b\[\?25l.*\u001b\[\?25h$/s);
  });

  it.each([
    ['a pipe', false, true],
    ['NO_COLOR', true, false],
  ])('writes plain lines to %s', (_name, isTTY, colours) => {
    const { output, text } = outputOf(isTTY, colours);
    const screen = openScreen(output);
    screen.write(lines, block);
    screen.close();
    expect(text()).toBe('接警\n');
  });
});

describe('the pace', () => {
  it('shows short waits longer in proportion than long ones, faster at more speed, and not at all at 0', () => {
    expect(pauseMs(300_000, 1)).toBeLessThan(1_000);
    expect(pauseMs(5_000, 1)).toBeGreaterThan(100);
    expect(pauseMs(5_000, 2)).toBeCloseTo(pauseMs(5_000, 1) / 2);
    expect(pauseMs(5_000, 0)).toBe(0);
  });
});
