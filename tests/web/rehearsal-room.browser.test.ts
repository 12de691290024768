import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromiumPatienceMs, startChromium } from '../support/chromium.ts';
import { startProgram, temporaryFolder, type Program } from '../support/program.ts';

const folder = temporaryFolder();
const laptop = { width: 1366, height: 768 };
const fire = '厂里着火了 浓烟 西塘工业区这边';
let browser: Browser;
let program: Program;
let page: Page;
/** What went wrong in the pages, and whatever they asked for elsewhere. */
let troubles: string[];

const start = (port = '0'): Promise<Program> =>
  startProgram({ PORT: port, DATABASE_URL: `file:${folder.path}/zone.db`, LOG_LEVEL: 'warn' });

beforeAll(async () => {
  [browser, program] = await Promise.all([startChromium(), start()]);
}, chromiumPatienceMs);
afterAll(async () => {
  await browser.close();
  await program.stop();
  folder.remove();
});

beforeEach(async () => {
  troubles = [];
  page = await open({ viewport: laptop, locale: 'zh-CN' });
  await act('start-over', {});
  await act('language', { language: 'zh' });
  await phone('张阿姨').waitFor();
});
afterEach(async () => {
  await page.context().close();
  expect(troubles).toEqual([]);
});

/** The room in a browser of its own. */
async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(8_000);
  const opened = await context.newPage();
  opened.on('pageerror', (error) => troubles.push(error.message));
  opened.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(program.url) && !url.startsWith('data:')) troubles.push(`asked for ${url}`);
  });
  await opened.goto(program.url);
  return opened;
}

/** Presses the hint's button until the story is over. What it said at each step. */
async function pressHints(over: Locator): Promise<string[]> {
  const hint = page.getByRole('button', { name: '替我做' });
  const words = page.locator('.hint-words strong');
  const steps: string[] = [];
  while (steps.length < 25) {
    await hint.or(over).first().waitFor();
    if ((await hint.count()) === 0) break;
    const now = (await words.textContent()) ?? '';
    steps.push(now);
    await hint.click();
    await expect.poll(() => words.textContent(), { timeout: 8_000 }).not.toBe(now);
  }
  return steps;
}

async function act(what: string, body: object): Promise<void> {
  const response = await fetch(`${program.url}/rehearsal/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-qunfang': 'rehearsal' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

const phone = (who: string, on = page): Locator => on.getByRole('region', { name: `${who}的手机` });
const button = (who: string, name: string | RegExp): Locator => phone(who).getByRole('button', { name }).last();
const write = async (who: string, text: string): Promise<void> => {
  const field = phone(who).getByRole('textbox');
  await field.fill(text);
  await field.press('Enter');
};
const sees = (who: string, text: string | RegExp): Promise<void> =>
  phone(who).getByRole('log').getByText(text).last().waitFor();

it('in English nothing of the top bar is cut on a small laptop, and the duty room has its name', async () => {
  await act('language', { language: 'en' });
  await page.getByText(/Stays on this computer$/).waitFor();
  const sizes = (of: string): Promise<number[][]> =>
    page.evaluate<number[][]>(
      `[...document.querySelectorAll('${of}')].map((part) => [part.scrollWidth - part.clientWidth, part.scrollHeight - part.clientHeight])`,
    );
  expect(await sizes('.brand h1, .brand p, .top-bar')).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  await page.getByText('Duty room').first().waitFor();
});

it('a factory fire goes from the resident’s words to the report, tapped by hand on four phones', async () => {
  const began = performance.now();
  await write('张阿姨', fire);
  await sees('张阿姨', /110.*119.*120/);
  expect(performance.now() - began).toBeLessThan(2_000);
  await button('王敏', '确认警情').click();
  await button('王敏', /^立即出警/).click();
  for (const who of ['东01', '西02']) {
    await button(who, '接警').click();
    await phone(who)
      .getByRole('status')
      .getByText(/接警成功/)
      .waitFor();
  }
  await button('东01', /^8\s*分钟/).click();
  await write('西02', '10分钟到');
  await sees('王敏', /西02.*(?:10|预计)/);
  await button('东01', '出发了').click();
  await button('东01', '到场了').click();
  await sees('王敏', /已到场 东01/);
  await button('王敏', '收队').click();
  for (const who of ['东01', '西02']) await button(who, '平安').click();
  await sees('王敏', /出警报告/);
  await page.getByText('这次出警走完了').waitFor();
});

it('whoever only presses the hint’s button sees the whole story', async () => {
  const steps = await pressHints(page.getByText('这次出警走完了'));
  expect(steps[0]).toContain(fire);
  expect(steps.join('\n')).toMatch(/确认警情[\s\S]*立即出警[\s\S]*东01[\s\S]*接警[\s\S]*收队[\s\S]*平安/);
  await page.getByRole('link', { name: '看战后报告' }).waitFor();
});

it('a night patrol goes from its announcement to the picture of the night, by the hint’s button alone', async () => {
  await page.getByRole('button', { name: '夜巡', exact: true }).click();
  const steps = await pressHints(page.getByText('这一夜走完了'));
  expect(steps.join('\n')).toMatch(
    /到岗[\s\S]*签到[\s\S]*发一张照片[\s\S]*不用写字[\s\S]*捡到[\s\S]*收队[\s\S]*关门封路/,
  );
  await sees('金国强', /点位 2\/3/);
  await phone('吕红梅').getByRole('log').locator('.card img').last().waitFor();
  await sees('王敏', /捡到东西/);
}, 60_000);

it('a dispute goes from a village group to the seal by the hint’s button alone, and the group reads a number', async () => {
  await page.getByRole('button', { name: '调解', exact: true }).click();
  const steps = await pressHints(page.getByText('协议生效了，群里自始至终只有一个编号'));
  expect(steps.join('\n')).toMatch(
    /周师傅 199[\s\S]*交上去[\s\S]*陈喜[\s\S]*看内容[\s\S]*我来接[\s\S]*愿意调解[\s\S]*明天[\s\S]*签字[\s\S]*签字盖章好了/,
  );
  expect(await page.locator('.phone').count()).toBe(4);
  // On the other side's phone it is covered until they press it; nobody in the group reads more than the number.
  await phone('周师傅').getByRole('button', { name: '西塘村群' }).click();
  await sees('周师傅', /编号 M-\d{4}-\d{4}/);
  const bot = await phone('周师傅').locator('.message.is-bot .card').allTextContents();
  expect(bot.join()).not.toMatch(/工资|一万八|张阿姨/);
  await phone('王敏').getByText('群里还没有消息').waitFor();
}, 60_000);

it('what is said on the stage is read on every phone that is in sight', async () => {
  await page.getByRole('button', { name: '调解', exact: true }).click();
  await sees('张阿姨', /编号/);
  await phone('周师傅').getByRole('navigation').getByRole('button', { name: '群防' }).click();
  await phone('周师傅').getByText('看到险情，直接说就行').waitFor();
  expect(
    await phone('周师傅')
      .getByLabel(/条未读/)
      .count(),
  ).toBe(0);
});

it('everything needed is in sight on a small laptop, without scrolling the page', async () => {
  await write('张阿姨', fire);
  await button('王敏', '确认警情').waitFor();
  const size = '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]';
  expect(await page.evaluate<number[]>(size)).toEqual([laptop.width, laptop.height]);
  const parts = await page.locator('.phone, .composer, .scenario, .switch, .hint-do').all();
  expect(parts.length).toBeGreaterThan(14);
  for (const part of parts) {
    const box = await part.boundingBox();
    if (box === null) throw new Error('a part of the page is not shown');
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(laptop.width);
    expect(box.y + box.height).toBeLessThanOrEqual(laptop.height);
  }
});

it('a reload loses nothing of the scene, nor which chat was open', async () => {
  await write('张阿姨', fire);
  await button('王敏', '确认警情').waitFor();
  await phone('东01').getByRole('button', { name: /值守/ }).click();
  await page.reload();
  await sees('张阿姨', fire);
  await button('王敏', '确认警情').waitFor();
  expect(await phone('东01').getByRole('button', { name: /值守/ }).getAttribute('aria-current')).toBe('true');
});

it('stands at once, every time it is opened', async () => {
  for (let times = 0; times < 8; times += 1) {
    const fresh = await open({ viewport: laptop, locale: 'zh-CN', reducedMotion: 'no-preference' });
    await phone('王敏', fresh).getByRole('textbox').waitFor({ timeout: 5_000 });
    await fresh.context().close();
  }
}, 60_000);

it('starting over asks first, then clears every phone', async () => {
  await write('张阿姨', fire);
  await button('王敏', '确认警情').waitFor();
  await page.getByRole('button', { name: '重新开始', exact: true }).click();
  await page.getByRole('button', { name: '先不' }).click();
  await sees('张阿姨', fire);
  await page.getByRole('button', { name: '重新开始', exact: true }).click();
  await page.getByRole('button', { name: '清空，重新开始' }).click();
  await phone('王敏').getByText('群里还没有消息').waitFor();
  expect(await page.getByText('确认警情').count()).toBe(0);
});

it('a lost connection is said, and the scene comes back by itself with the program', async () => {
  await write('张阿姨', fire);
  await button('王敏', '确认警情').waitFor();
  const port = new URL(program.url).port;
  await program.stop();
  await page.getByRole('alert').getByText('连接断了').waitFor();
  program = await start(port);
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await button('王敏', '确认警情').click();
  await button('王敏', /^立即出警/).waitFor();
}, 60_000);

it('another person can take a phone, and the unread of the other chats are counted', async () => {
  await write('张阿姨', fire);
  await button('王敏', '确认警情').click();
  await button('王敏', /^立即出警/).click();
  await phone('东01')
    .getByLabel(/\d+ 条未读/)
    .waitFor();
  await phone('西02').getByRole('combobox').selectOption({ label: '中04 · 救援队员' });
  await phone('中04').getByRole('log').waitFor();
  expect(await phone('西02').count()).toBe(0);
});

it('a message is quoted, a place is sent, and a photo arrives as a picture', async () => {
  await write('张阿姨', '今晚有雨吗');
  await phone('张阿姨').getByRole('listitem').filter({ hasText: '今晚有雨吗' }).first().hover();
  await phone('张阿姨').getByRole('button', { name: '引用: 张阿姨' }).first().click();
  await write('张阿姨', '我问的是这个');
  await phone('张阿姨').locator('.quoted').getByText('张阿姨：今晚有雨吗').waitFor();
  await button('张阿姨', '照片和位置').click();
  await button('张阿姨', '常驻点').click();
  await phone('张阿姨').locator('.position').waitFor();
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await button('张阿姨', '照片和位置').click();
  await phone('张阿姨')
    .locator('input[type=file]')
    .setInputFiles({ name: '烟.png', mimeType: 'image/png', buffer: png });
  await phone('张阿姨').getByRole('img', { name: '聊天里的照片' }).waitFor();
});

it('words with markup are shown as they were written', async () => {
  const words = '<img src=x onerror="document.title=1"> & <b>着火了</b>';
  await write('张阿姨', words);
  await sees('张阿姨', words);
  expect(await page.title()).toBe('群防 演练场');
});

it('speaks English, bot and page alike', async () => {
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await page.getByRole('button', { name: 'Factory fire' }).click();
  const resident = page.getByRole('region', { name: '张阿姨’s phone' });
  await resident.getByText(/call 110\/119\/120/).waitFor();
  await page
    .getByRole('region', { name: '王敏’s phone' })
    .getByRole('button', { name: /confirm/i })
    .first()
    .waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
});

it('is dark where the system is, and stays as chosen', async () => {
  const dark = await open({ viewport: laptop, locale: 'zh-CN', colorScheme: 'dark' });
  expect(await dark.getAttribute('html', 'data-theme')).toBe('dark');
  await dark.getByRole('button', { name: '换成浅色' }).click();
  await dark.reload();
  expect(await dark.getAttribute('html', 'data-theme')).toBe('light');
  await dark.context().close();
});

it('on a phone one phone fills the screen, and the others are a touch away', async () => {
  const small = await open({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true, isMobile: true });
  await phone('张阿姨', small).getByRole('textbox').fill(fire);
  await phone('张阿姨', small).getByRole('button', { name: '发送' }).tap();
  expect(await small.locator('.phone:visible').count()).toBe(1);
  await small.getByRole('navigation', { name: '换个人拿这部手机' }).getByRole('button', { name: /王敏/ }).tap();
  await phone('王敏', small).getByRole('button', { name: '确认警情' }).tap();
  await phone('王敏', small)
    .getByRole('button', { name: /^立即出警/ })
    .waitFor();
  expect(await small.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  await small.context().close();
});

it('every button, field and list has a name for those who cannot see it', async () => {
  await write('张阿姨', fire);
  await button('王敏', '确认警情').waitFor();
  for (const part of await page.locator('button, select, textarea, a, [role=log]').all()) {
    const name = (await part.getAttribute('aria-label')) ?? (await part.textContent()) ?? '';
    expect(name.trim(), (await part.getAttribute('class')) ?? '').not.toBe('');
  }
});
