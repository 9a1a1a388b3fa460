import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { findChromium, openChromium } from './browser.ts';

// Makes the README's pictures of the real bot with its demo team: npm run shots [-- folder], docs/ without one.

const folder = process.argv[2] ?? join(import.meta.dirname, '../../docs');
const address = 'http://127.0.0.1:4610';
const talks = {
  en: {
    person: 'Dana Ruiz',
    boss: 'Priya Shah',
    said: [
      'new lead: Sam Hill, Blue Harbor, sam@blueharbor.com, budget 60k, webinar',
      'open a deal for Blue Harbor 60k closing Dec 15',
      'move Blue Harbor to quote',
      'pain: slow delivery, decision maker Ms Hill, budget 60k',
      'called Sam at Blue Harbor, says too expensive, demo next Wed 3pm',
    ],
    talk: 'what do I say when they find it too expensive',
    plan: '/today',
    digest: 'digest',
  },
  zh: {
    person: '陈梅',
    boss: '周启明',
    said: [
      '新线索 王建国 苏州恒通精密 13862011234 制造业 预算50w 展会',
      '给恒通精密开个商机 80万',
      '恒通精密推进到报价',
      '痛点是交付慢 决策人王总 预算50w',
      '刚跟恒通王总打了电话，嫌贵，下周三下午3点演示',
    ],
    talk: '客户说太贵了怎么回',
    plan: '今天跟进谁',
    digest: '日报',
  },
};

const chromium = findChromium();
if (!chromium) throw new Error('There is no Chromium here: install one, or set CHROMIUM_PATH.');
await mkdir(folder, { recursive: true });
const data = await mkdtemp(join(tmpdir(), 'genjin-shots-'));
const env = {
  ...process.env,
  DATA_DIR: data,
  PORT: '4609',
  LOCAL_PORT: '4610',
  LOCAL_PAGE: 'on',
  DATABASE_URL: '',
  LOG_LEVEL: 'error',
};
const bot = spawn(process.execPath, ['bot/main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
while (
  !(await fetch('http://127.0.0.1:4609/readyz').then(
    ({ ok }) => ok,
    () => false,
  ))
)
  await new Promise((r) => setTimeout(r, 100));
const browser = await openChromium(chromium);
const first = await open(browser, 1280, 860, 'en-GB');
await first.screenshot({ path: `${folder}/welcome.png` });
await first.getByRole('button', { name: /^(Load the demo team|载入演示团队)$/ }).click();
await first.getByText('Dana Ruiz').first().waitFor({ timeout: 30_000 });
await first.close();
for (const [language, talk] of Object.entries(talks)) {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const page = await open(browser, 1280, 860, locale);
  await choose(page, talk.person);
  for (const text of talk.said) await say(page, text);
  await shoot(page, `page-${language}`);
  await say(page, talk.talk);
  await shoot(page, `talk-${language}`);
  await choose(page, talk.boss);
  await say(page, talk.digest);
  await shoot(page, `manager-${language}`);
  await page
    .locator('#log img')
    .last()
    .screenshot({ path: `${folder}/digest-${language}.png` });
  await page.close();
  for (const colorScheme of ['light', 'dark'] as const) {
    const phone = await open(browser, 390, 844, locale, colorScheme);
    await choose(phone, talk.person);
    await say(phone, talk.plan);
    await shoot(phone, colorScheme === 'light' ? `phone-${language}` : `phone-dark-${language}`);
    await phone.close();
  }
}
await browser.close();
bot.kill('SIGTERM');
await new Promise((resolve) => bot.once('exit', resolve));
await rm(data, { recursive: true, force: true });

async function open(
  from: Browser,
  width: number,
  height: number,
  locale: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const page = await from.newPage({
    viewport: { width, height },
    locale,
    colorScheme,
    deviceScaleFactor: width < 500 ? 2 : 1,
    hasTouch: width < 500,
    bypassCSP: true,
  });
  await page.goto(address);
  await page.locator('#people').waitFor({ state: 'attached' });
  return page;
}

async function choose(page: Page, name: string): Promise<void> {
  await page.locator('[data-person]:visible').filter({ hasText: name }).first().click();
  await page.locator('#say').waitFor();
}

/** Types a sentence and waits for the card that answers it. */
async function say(page: Page, text: string): Promise<void> {
  const cards = page.locator('#log .card');
  const before = await cards.count();
  await page.locator('#say').fill(text);
  await page.locator('#send').click();
  await page.waitForFunction(`document.querySelectorAll('#log .card').length > ${before}`, undefined, {
    timeout: 15_000,
  });
  await page.waitForTimeout(300);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForFunction('[...document.images].every((image) => image.complete)');
  await page.screenshot({ path: `${folder}/${name}.png` });
}
