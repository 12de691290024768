import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromiumPatienceMs, startChromium } from '../support/chromium.ts';
import { photo } from '../support/photos.ts';
import { startProgram, temporaryFolder, type Program } from '../support/program.ts';

const folder = temporaryFolder();
const oldPhone: BrowserContextOptions = { viewport: { width: 360, height: 640 }, locale: 'zh-CN', hasTouch: true };
let browser: Browser;
let program: Program;
/** What went wrong in the pages, and whatever they asked for elsewhere. */
let troubles: string[];

beforeAll(async () => {
  const settings = { PORT: '0', DATABASE_URL: `file:${folder.path}/zone.db`, LOG_LEVEL: 'warn' };
  [browser, program] = await Promise.all([startChromium(), startProgram(settings)]);
}, chromiumPatienceMs);
afterAll(async () => {
  await browser.close();
  await program.stop();
  folder.remove();
});
beforeEach(() => (troubles = []));
afterEach(() => expect(troubles).toEqual([]));

async function open(path: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...oldPhone, ...options });
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(program.url) && !/^(?:data|blob):/.test(url)) troubles.push(`asked for ${url}`);
  });
  await page.goto(program.url + path);
  return page;
}

const jpeg = async (number: number) => ({ name: `${number}.jpg`, mimeType: 'image/jpeg', buffer: await photo(number) });
const isNoWiderThanItsScreen = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth');

it('without JavaScript a report is told, numbered, followed and added to', async () => {
  const page = await open('/p/QY-0217', { javaScriptEnabled: false });
  expect(await page.getByRole('link', { name: /119/ }).getAttribute('href')).toBe('tel:119');
  expect(await page.getByRole('button', { name: /位置/ }).isVisible()).toBe(false);
  await page.getByText('疏散通道堵塞').tap();
  await page.getByLabel(/说几句/).fill('二楼楼梯口堆满纸箱 🔥 <b>x</b>');
  await page.getByLabel('从相册选').setInputFiles([await jpeg(1), await jpeg(2)]);
  await page.getByRole('button', { name: '上报', exact: true }).tap();
  await page.getByText(/编号 H-\d{4}-\d{4}/).waitFor();
  await page.getByRole('link', { name: /看进展/ }).tap();
  await page.getByText('二楼楼梯口堆满纸箱 🔥 <b>x</b>').waitFor();
  expect(await page.getByRole('img', { name: '整改前' }).count()).toBe(2);
  await page.getByText('补充').tap();
  await page.getByLabel(/说一句/).fill('还有几辆电瓶车');
  await page.getByRole('button', { name: '补上' }).tap();
  await page.getByRole('status').getByText('补上了').waitFor();
  await page.getByText(/还有几辆电瓶车/).waitFor();
  await page.context().close();
});

it('a form that came back has everything in it, and the second try is enough', async () => {
  const page = await open('/report', { javaScriptEnabled: false });
  await page.getByLabel(/说几句/).fill('井盖没了');
  await page.getByLabel('从相册选').setInputFiles([await jpeg(3)]);
  await page.getByRole('button', { name: '上报', exact: true }).tap();
  await page.getByRole('alert').getByText('还差地点').waitFor();
  expect(await page.getByLabel(/说几句/).inputValue()).toBe('井盖没了');
  await page.getByText('已经收到 1 张').waitFor();
  await page.getByLabel(/在哪里/).fill('村口小卖部门前');
  await page.getByRole('button', { name: '上报', exact: true }).tap();
  await page.getByText('照片收到 1 张').waitFor();
  await page.context().close();
});

it('with JavaScript the position is one touch away, and photos of camera and album add up', async () => {
  const position = { geolocation: { latitude: 28.9, longitude: 120.05 }, permissions: ['geolocation'] };
  const page = await open('/report', position);
  await page.getByRole('button', { name: '用我现在的位置' }).tap();
  await page.getByRole('button', { name: '位置已填好' }).waitFor();
  for (const number of [4, 5]) await page.getByLabel('拍一张').setInputFiles([await jpeg(number)]);
  await page.getByLabel('从相册选').setInputFiles([await jpeg(6)]);
  await page.getByRole('button', { name: '× 5.jpg' }).tap();
  expect(await page.locator('[data-thumbs] img').count()).toBe(2);
  await page.getByText('路灯', { exact: true }).tap();
  await page.getByRole('button', { name: '上报', exact: true }).tap();
  await page.getByText(/编号 H-\d{4}-\d{4}/).waitFor();
  await page.getByText('照片收到 2 张').waitFor();
  await page.context().close();
});

it('nothing runs out of the screen, on a narrow phone and with letters twice as large', async () => {
  for (const viewport of [
    { width: 320, height: 568 },
    { width: 180, height: 320 },
  ]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open('/p/QY-0217', { viewport, colorScheme, deviceScaleFactor: 2 });
      expect(await isNoWiderThanItsScreen(page)).toBe(true);
      await page.context().close();
    }
  }
});
