import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumPatienceMs, startChromium } from '../support/chromium.ts';
import { startProgram, temporaryFolder, type Program } from '../support/program.ts';

const folder = temporaryFolder();
const oldPhone: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  locale: 'zh-CN',
  hasTouch: true,
  javaScriptEnabled: false,
};
let browser: Browser;
let program: Program;

beforeAll(async () => {
  const settings = {
    PORT: '0',
    DATABASE_URL: `file:${folder.path}/zone.db`,
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'https://qunfang.example',
  };
  [browser, program] = await Promise.all([startChromium(), startProgram(settings)]);
}, chromiumPatienceMs);
afterAll(async () => {
  await browser.close();
  await program.stop();
  folder.remove();
});

async function open(path: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  await page.goto(program.url + path);
  return page;
}

/** Where a link of a chat leads on this machine. */
const here = (href: string | null): string => {
  const { pathname, search } = new URL(href ?? '');
  return pathname + search;
};
const isNoWiderThanItsScreen = async (page: Page): Promise<boolean> => {
  // Without scripts the page itself cannot be asked: its picture says how wide it is.
  const { width } = (await page.locator('html').boundingBox()) ?? { width: Infinity };
  return width <= 360;
};

it('without JavaScript a dispute is told on one page, numbered, and opened by a press alone', async () => {
  const room = await open('/', { viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const phone = room.getByRole('region', { name: '张阿姨的手机' });
  const write = async (text: string): Promise<void> => {
    await phone.getByRole('textbox').fill(text);
    await phone.getByRole('textbox').press('Enter');
  };
  await write('我要调解');
  const form = here(await phone.getByRole('link', { name: '打开网页来说' }).getAttribute('href'));

  const page = await open(form, oldPhone);
  expect(await isNoWiderThanItsScreen(page)).toBe(true);
  await page.getByRole('button', { name: '交上去' }).tap();
  await page.getByRole('alert').getByText('写一句发生了什么').waitFor();
  await page.getByLabel('发生了什么').fill('老板拖了三个月工钱 <b>x</b>');
  await page.getByLabel('名字或厂名').first().fill('恒达五金厂');
  await page.getByLabel('大概多少钱').fill('1.8万');
  await page.getByRole('button', { name: '交上去' }).tap();
  const told = await page.getByRole('heading', { name: /编号 M-\d{4}-\d{4}/ }).textContent();
  const number = /M-\d{4}-\d{4}/.exec(told ?? '')?.[0] ?? '';

  await write(`看 ${number}`);
  const link = phone.getByRole('link', { name: '在网页上看' });
  const matter = await open(here(await link.getAttribute('href')), oldPhone);
  expect(await matter.locator('body').innerText()).not.toContain('工钱');
  await matter.getByRole('button', { name: '打开看' }).tap();
  await matter.getByText('老板拖了三个月工钱 <b>x</b>').waitFor();
  await matter.getByText('18,000 元').waitFor();
  expect(await isNoWiderThanItsScreen(matter)).toBe(true);
});

it('what is private in the chat is covered until it is touched', async () => {
  const room = await open('/', { viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const phone = room.getByRole('region', { name: '张阿姨的手机' });
  const cover = phone.getByRole('button', { name: '私密内容，按一下看' }).last();
  await cover.waitFor();
  const before = await phone.getByText('18,000 元').count();
  await cover.click();
  expect(await phone.getByText('18,000 元').count()).toBe(before + 1);
  await phone.getByRole('button', { name: '遮起来' }).last().click();
  expect(await phone.getByText('18,000 元').count()).toBe(before);
});
