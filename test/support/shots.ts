import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { findChromium, openChromium } from './browser.ts';
import { fakePage } from './local-page.ts';
import { changesCard, dealCard, digestCard, faultCard, formCard, missingCard, planCard } from './sample-cards.ts';

// Regenerates the pictures of the local page: node test/support/shots.ts [folder], docs/ without one.

type Two = 'zh' | 'en';
const folder = process.argv[2] ?? new URL('../../docs/', import.meta.url).pathname;
const morning = new Date('2026-11-23T01:12:00Z');
const sizes = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };

/** A bar chart as a picture, as the digest carries one. */
async function chart(browser: Browser): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: { width: 800, height: 300 }, deviceScaleFactor: 2 });
  const bars = [12, 7, 4, 2].map(
    (n, at) =>
      `<rect x="${70 + at * 180}" y="${250 - n * 17}" width="110" height="${n * 17}" rx="6" fill="#0c6b5e" opacity="${1 - at * 0.17}"/><text x="${125 + at * 180}" y="${240 - n * 17}" text-anchor="middle" font-size="20" fill="#1a211e">${n}</text>`,
  );
  await page.setContent(
    `<body style="margin:0"><svg width="800" height="300" font-family="sans-serif"><rect width="800" height="300" fill="#fff"/>${bars.join('')}<path d="M50 250H750" stroke="#c9cec5"/></svg>`,
  );
  const png = await page.screenshot();
  await page.close();
  return png;
}

async function withPage(
  browser: Browser,
  look: { size: keyof typeof sizes; dark?: boolean; language: Two },
  draw: (page: Page, fake: ReturnType<typeof fakePage>) => Promise<void>,
) {
  const fake = fakePage({ now: () => morning });
  fake.pictures.set(1, await chart(browser));
  await fake.local.start(async () => ({ fresh: true, id: 1 }));
  const context = await browser.newContext({
    viewport: sizes[look.size],
    colorScheme: look.dark ? 'dark' : 'light',
    deviceScaleFactor: 2,
    locale: look.language === 'zh' ? 'zh-CN' : 'en-GB',
    hasTouch: look.size === 'phone',
  });
  const page = await context.newPage();
  await draw(page, fake);
  await context.close();
  await fake.local.close();
}

async function shoot(page: Page, name: string) {
  // The page draws after its events; fonts and pictures are then there.
  await page.evaluate('document.fonts.ready');
  await page.waitForFunction('[...document.images].every((image) => image.complete)');
  await writeFile(`${folder}/${name}.png`, await page.screenshot());
  console.log(`${folder}/${name}.png`);
}

async function talk(page: Page, fake: ReturnType<typeof fakePage>, language: Two, which: 'rep' | 'manager' | 'form') {
  const rep = language === 'zh' ? 'mei' : 'dana';
  const boss = language === 'zh' ? 'zhao' : 'tom';
  const person = which === 'manager' ? boss : rep;
  const t = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const at = (minutes: number) => new Date(morning.getTime() - minutes * 60_000);
  if (which === 'manager') {
    fake.said(person, t('日报', 'digest'), at(3));
    await fake.tells(person, digestCard(language, 1), { at: at(3), kept: true });
  } else {
    await fake.tells(person, planCard(language), { at: at(12), kept: true });
    fake.said(
      person,
      t('刚跟恒通王总打了电话，金额改成68万，下周三下午3点演示', 'called Hengtong, amount now 680k, demo Wed 3pm'),
      at(4),
    );
    await fake.tells(person, changesCard(language), { at: at(4), kept: true });
    if (which === 'form') {
      fake.said(person, t('推进到报价', 'move Hengtong to quote'), at(3));
      await fake.tells(person, missingCard(language), { at: at(3), kept: true });
      await fake.tells(person, faultCard(language), { at: at(2), kept: true });
      await fake.tells(person, formCard(language), { at: at(1), kept: true });
    } else await fake.tells(person, dealCard(language), { at: at(2), kept: true });
  }
  await page.goto(`${fake.local.address}/#${person}`);
  await page.locator('.message.bot').last().waitFor();
  if (which === 'rep') {
    await fake.tells(boss, digestCard(language));
    await page.locator('.badge:not([hidden])').first().waitFor({ state: 'attached' });
  }
}

const chromium = findChromium();
if (!chromium) throw new Error('No Chromium found: install it, or name one in CHROMIUM_PATH.');
await mkdir(folder, { recursive: true });
const browser = await openChromium(chromium);
for (const language of ['zh', 'en'] as const) {
  for (const size of ['desktop', 'phone'] as const) {
    for (const dark of [false, true]) {
      const name = `page-${language}-${size}${dark ? '-dark' : ''}`;
      await withPage(browser, { size, dark, language }, async (page, fake) => {
        await talk(page, fake, language, 'rep');
        await shoot(page, name);
      });
    }
    await withPage(browser, { size, language }, async (page, fake) => {
      await talk(page, fake, language, 'manager');
      await shoot(page, `page-${language}-${size}-digest`);
      await page.locator('#clock').click();
      await shoot(page, `page-${language}-${size}-clock`);
    });
    await withPage(browser, { size, language, dark: true }, async (page, fake) => {
      await talk(page, fake, language, 'form');
      await shoot(page, `page-${language}-${size}-form`);
    });
  }
}
await withPage(browser, { size: 'desktop', language: 'zh' }, async (page, fake) => {
  fake.demo.state = 'empty';
  await page.goto(fake.local.address);
  await page.locator('#load-demo').waitFor();
  await shoot(page, 'page-zh-desktop-start');
});
await withPage(browser, { size: 'phone', language: 'zh' }, async (page, fake) => {
  fake.demo.state = 'empty';
  await page.goto(fake.local.address);
  await page.locator('#load-demo').waitFor();
  await shoot(page, 'page-zh-phone-start');
  fake.demo.state = 'demo';
  await page.goto(`${fake.local.address}/?#mei`);
  await page.locator('.starter').first().waitFor();
  await shoot(page, 'page-zh-phone-empty');
  await page.locator('#switch').click();
  await shoot(page, 'page-zh-phone-who');
});
await browser.close();
