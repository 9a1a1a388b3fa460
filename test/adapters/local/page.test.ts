import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '../../../bot/chat/card.ts';
import { findChromium, openChromium } from '../../support/browser.ts';
import { fakePage, plainCard } from '../../support/local-page.ts';
import {
  changesCard,
  dealCard,
  digestCard,
  faultCard,
  formCard,
  missingCard,
  planCard,
} from '../../support/sample-cards.ts';

const chromium = findChromium();
if (!chromium) {
  console.warn(
    'NOT RUN: test/adapters/local/page.test.ts — no Chromium here (set CHROMIUM_PATH). The page itself was not tried.',
  );
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const longest: Card = {
  title: '一个没有空格的很长的标题'.repeat(8),
  summary: 'long',
  blocks: [
    { kind: 'text', text: `https://example.com/${'a'.repeat(300)}` },
    { kind: 'facts', facts: [{ label: 'x'.repeat(80), value: 'y'.repeat(200), was: 'z'.repeat(200) }] },
    {
      kind: 'table',
      columns: Array.from({ length: 12 }, (_, at) => ({ label: `第${at}列` })),
      rows: [Array.from({ length: 12 }, () => '一些内容')],
    },
    {
      kind: 'progress',
      steps: Array.from({ length: 9 }, (_, at) => ({ label: `Negotiation ${at}`, state: at < 4 ? 'done' : 'todo' })),
    },
    { kind: 'buttons', buttons: [{ label: 'w'.repeat(120), say: '', intent: { name: 'help', input: {} } }] },
  ],
};

/** In the page: every text whose contrast with what is behind it is below what WCAG AA asks. */
const lowContrast = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => [0, 1, 2].map((at) => top[at] * top[3] + under[at] * (1 - top[3])).concat(1);
  const behind = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) layers.unshift(rgba(getComputedStyle(one).backgroundColor));
    return layers.reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const light = (color) => {
    const [r, g, b] = color.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!words || !element.checkVisibility() || element.closest('.unseen, .skip, .top-title, noscript, option, :disabled')) continue;
    const ground = behind(element);
    const [a, b] = [light(over(rgba(getComputedStyle(element).color), ground)), light(ground)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.push(ratio.toFixed(2) + ' ' + element.className + ' ' + element.textContent.slice(0, 20));
  }
  return found;
})()`;

/** In the page: what a screen reader would have no name for, or be told wrongly. */
const unnamed = `(() => {
  const name = (element) =>
    element.getAttribute('aria-label') ||
    (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim() ||
    [...(element.labels ?? [])].map((label) => label.textContent).join('') || element.getAttribute('alt') || element.textContent.trim() || element.title;
  const found = [];
  for (const element of document.querySelectorAll('button, input, select, textarea, a[href], img:not([alt=""]), [role], dialog[open], section, nav')) {
    if (element.checkVisibility() && !element.matches('[role=status], [role=alert]') && !name(element)) found.push('no name: ' + element.outerHTML.slice(0, 90));
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push('id twice: ' + id);
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
    for (const element of document.querySelectorAll('[' + attribute + ']')) {
      if (!element.checkVisibility()) continue;
      for (const id of element.getAttribute(attribute).split(' ')) if (!document.getElementById(id)) found.push(attribute + ' points nowhere: ' + id);
    }
  }
  if (!document.documentElement.lang) found.push('no language');
  return found;
})()`;

describe.runIf(chromium)('the page in a real browser', () => {
  let browser: Browser;
  const closing: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    browser = await openChromium(chromium as string);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function opened({
    as,
    look = {},
    prepare,
  }: {
    as?: string;
    look?: BrowserContextOptions;
    prepare?: (bot: ReturnType<typeof fakePage>) => Promise<unknown> | unknown;
  } = {}) {
    const bot = fakePage();
    await bot.local.start(async () => ({ fresh: true, id: 0 }));
    closing.push(() => bot.local.close());
    await prepare?.(bot);
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...look });
    closing.push(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on(
      'console',
      (line) => line.type() === 'error' && /Content Security Policy/.test(line.text()) && wrong.push(line.text()),
    );
    closing.push(async () => expect(wrong).toEqual([]));
    await page.goto(`${bot.local.address}/${as ? `#${as}` : ''}`);
    if (as) await page.locator('#say').waitFor();
    return { bot, page, say: page.locator('#say') };
  }

  const bubbles = (page: Page) => page.locator('.message.me .bubble').allTextContents();
  const titles = (page: Page) => page.locator('.card-title').allTextContents();
  const sideways = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  test('one picks who to be, says something, and sees the answer', async () => {
    const { bot, page, say } = await opened();
    bot.answer = ({ sender }) => void bot.tells(sender, planCard('zh'));
    await page.locator('.panel .person', { hasText: '陈美' }).click();
    await say.fill('今天跟进谁');
    await say.press('Enter');
    await page.locator('.card-title', { hasText: '陈美，早上好' }).waitFor();
    expect(await bubbles(page)).toEqual(['今天跟进谁']);
    expect(bot.inbox[0]).toMatchObject({ sender: 'mei', said: { kind: 'text', text: '今天跟进谁' } });
    await expect.poll(() => page.locator('#status').textContent()).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('say');
  });

  test('Enter while an input method is composing chooses the word and sends nothing', async () => {
    const { bot, page, say } = await opened({ as: 'mei' });
    await say.focus();
    const wire = await page.context().newCDPSession(page);
    await wire.send('Input.imeSetComposition', { text: 'jintian', selectionStart: 7, selectionEnd: 7 });
    await page.evaluate(
      "document.getElementById('say').addEventListener('keydown', (event) => { window.composing = event.isComposing; }, { once: true })",
    );
    await wire.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    expect(await page.evaluate('window.composing')).toBe(true);
    await wire.send('Input.insertText', { text: '今天' });
    expect(await say.inputValue()).toContain('今天');
    expect(bot.inbox).toHaveLength(0);
    await say.press('Enter');
    await page.locator('.message.me[data-id]').waitFor();
    expect(bot.inbox).toHaveLength(1);
  });

  test('Shift+Enter is a new line, and what was typed is shown as typed', async () => {
    const { bot, page, say } = await opened({ as: 'mei' });
    await say.fill('<b>一</b>');
    await say.press('Shift+Enter');
    await say.pressSequentially('二');
    expect(bot.inbox).toHaveLength(0);
    await say.press('Enter');
    await page.locator('.message.me[data-id]').waitFor();
    expect(bot.inbox[0]?.said).toEqual({ kind: 'text', text: '<b>一</b>\n二' });
    expect(await bubbles(page)).toEqual(['<b>一</b>\n二']);
  });

  test('a pressed button says its intent once, however often it is clicked, and shows that it was pressed', async () => {
    const { bot, page } = await opened({ as: 'mei', prepare: (one) => one.tells('mei', dealCard('zh')) });
    const button = page.locator('.button', { hasText: '推进到报价' });
    await button.dblclick();
    await page.locator('.pressed-line', { hasText: '推进到报价' }).waitFor();
    expect(bot.inbox).toHaveLength(1);
    expect(bot.inbox[0]?.said).toMatchObject({ kind: 'intent', intent: { name: 'help', input: {} } });
    expect(await button.getAttribute('class')).toContain('pressed');
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await bot.tells('mei', missingCard('zh'));
    await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull();
  });

  test('what cannot be taken back is asked about first, and the careful answer has the focus', async () => {
    const { bot, page } = await opened({ as: 'mei', prepare: (one) => one.tells('mei', dealCard('zh')) });
    const lost = page.locator('.card .button', { hasText: '输单' });
    await lost.click();
    await page.locator('#ask[open]').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('再想想');
    await page.keyboard.press('Enter');
    await page.locator('#ask[open]').waitFor({ state: 'detached' });
    await lost.click();
    await page.keyboard.press('Escape');
    await page.locator('#ask[open]').waitFor({ state: 'detached' });
    expect(bot.inbox).toHaveLength(0);
    await lost.click();
    await page.locator('#ask .button', { hasText: '记为输单' }).click();
    await page.locator('.pressed-line').waitFor();
    expect(bot.inbox).toHaveLength(1);
  });

  test('a form says what is missing, then is sent off as it was filled, and folds away', async () => {
    const { bot, page } = await opened({ as: 'mei', prepare: (one) => one.tells('mei', formCard('zh')) });
    const form = page.locator('.form');
    await form.locator('[type=submit]').click();
    expect(await form.locator('.wrong:visible').textContent()).toBe('「姓名」还没有填');
    expect(await page.evaluate('document.activeElement.name')).toBe('name');
    expect(bot.inbox).toHaveLength(0);
    await page.getByLabel('姓名').fill('王建国');
    await page.getByLabel('行业').selectOption({ label: '制造业' });
    await page.getByLabel('预算').fill('50万');
    await page.getByLabel('下一步时间').fill('2026-11-26T10:30');
    await form.locator('[type=submit]').click();
    await page.locator('.folded .sent').waitFor();
    expect(await form.isVisible()).toBe(false);
    expect(bot.inbox[0]?.said).toEqual({
      kind: 'form',
      intent: 'lead.create',
      fixed: { campaign: 'expo' },
      values: {
        company: '苏州恒通精密',
        name: '王建国',
        industry: 'manufacturing',
        budget: '50万',
        closeOn: '2026-12-20',
        nextAt: '2026-11-26 10:30',
      },
    });
    await page.locator('.folded .button').click();
    expect(await page.getByLabel('姓名').inputValue()).toBe('王建国');
  });

  test('a person’s language is the page’s, and changes with it', async () => {
    const { bot, page, say } = await opened({ as: 'mei' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    await page.locator('.side .person', { hasText: 'Dana' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    expect(await say.getAttribute('placeholder')).toBe('Say something as Dana Ruiz');
    expect(await page.locator('#my-role').textContent()).toBe('Sales rep · International');
    bot.answer = async () => {
      Object.assign(bot.people.find((one) => one.id === 'dana') ?? {}, { language: 'zh' });
      await bot.tells('dana', plainCard('以后我用中文和你说。'));
    };
    await say.fill('speak Chinese');
    await say.press('Enter');
    await expect.poll(() => say.getAttribute('placeholder')).toBe('以Dana Ruiz的身份说点什么');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  });

  test('before anybody is picked, both languages are one press away', async () => {
    const { page } = await opened({ prepare: (one) => Object.assign(one.demo, { state: 'empty' }) });
    await page.locator('#other-language').click();
    await page.getByRole('heading', { name: 'Choose how to start' }).waitFor();
    await page.locator('#other-language').click();
    await page.getByRole('heading', { name: '先选一种开始的方式' }).waitFor();
  });

  test('in an empty house one may load the demo team, or be the newcomer', async () => {
    const { bot, page } = await opened({ prepare: (one) => Object.assign(one.demo, { state: 'empty' }) });
    await page.locator('#load-demo').click();
    await page.locator('.panel .person', { hasText: '陈美' }).waitFor();
    expect(bot.demo.state).toBe('demo');
    await page.locator('.panel .person', { hasText: '新来的人' }).click();
    await page.locator('#say').fill('你好');
    await page.locator('#send').click();
    await page.locator('.message.me[data-id]').waitFor();
    expect(bot.inbox[0]).toMatchObject({ sender: 'newcomer', conversation: '@newcomer' });
  });

  test('reminders for others are counted beside their names until one is them', async () => {
    const { bot, page } = await opened({ as: 'mei' });
    await page.waitForFunction("document.querySelector('.side .person')");
    await bot.tells('zhao', plainCard('日报'));
    await bot.tells('zhao', plainCard('提醒'));
    const badge = page.locator('.side [data-person=zhao] .badge');
    await expect.poll(() => badge.textContent()).toBe('2');
    expect(await page.title()).toMatch(/^\(2\) /);
    await page.reload();
    await expect.poll(() => badge.textContent()).toBe('2');
    await page.locator('.side [data-person=zhao]').click();
    await page.locator('.card-title', { hasText: '提醒' }).waitFor();
    expect(await titles(page)).toEqual(['日报', '提醒']);
    expect(await badge.isVisible()).toBe(false);
  });

  test('when the bot was away the open page waits, comes back by itself and shows what came meanwhile', async () => {
    const { bot, page, say } = await opened({ as: 'mei', prepare: (one) => one.tells('mei', plainCard('之前')) });
    await page.locator('.card-title').waitFor();
    bot.port = Number(new URL(bot.local.address).port);
    await bot.local.close();
    await page.locator('#status', { hasText: '连接断开了' }).waitFor();
    await say.fill('没人听的时候说的');
    await say.press('Enter');
    await page.locator('.message.failed').waitFor();
    await bot.tells('mei', plainCard('断开时来的'), { kept: true });
    await bot.tells('zhao', plainCard('断开时给主管的'), { kept: true });
    await bot.local.start(async () => ({ fresh: true, id: 0 }));
    await page.locator('.card-title', { hasText: '断开时来的' }).waitFor();
    await page.locator('.side [data-person=zhao] .badge', { hasText: '1' }).waitFor();
    await page.locator('.failed .link', { hasText: '再试一次' }).click();
    await page.locator('.message.me[data-id]').waitFor();
    expect(await titles(page)).toEqual(['之前', '断开时来的']);
    expect(bot.inbox.map((one) => one.said)).toEqual([{ kind: 'text', text: '没人听的时候说的' }]);
  });

  test('a line that breaks while the page stays open is taken up again, and nothing is missing or there twice', async () => {
    const { bot, page, say } = await opened({ as: 'mei', prepare: (one) => one.tells('mei', plainCard('一')) });
    await page.locator('.card-title').waitFor();
    await page.context().setOffline(true);
    await say.fill('没网的时候说的');
    await say.press('Enter');
    await page.locator('.message.failed').waitFor();
    expect(bot.inbox).toHaveLength(0);
    await bot.tells('mei', plainCard('二'), { kept: true });
    await page.context().setOffline(false);
    await page.locator('.failed .link', { hasText: '再试一次' }).click();
    await page.locator('.message.me[data-id]').waitFor();
    await bot.tells('mei', plainCard('三'));
    await page.reload();
    await page.locator('.card-title', { hasText: '三' }).waitFor();
    expect(await titles(page)).toEqual(['一', '二', '三']);
    expect(await bubbles(page)).toEqual(['没网的时候说的']);
    expect(bot.inbox).toHaveLength(1);
  });

  test('an answer that was lost on the way does not make a second message when it is tried again', async () => {
    const { bot, page, say } = await opened({ as: 'mei' });
    let lost = 0;
    await page.route('**/api/people/mei/messages', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await say.fill('记一条');
    await say.press('Enter');
    await page.locator('.message.me[data-id]').waitFor();
    const retry = page.locator('.failed .link', { hasText: '再试一次' });
    if (await retry.isVisible()) await retry.click();
    await bot.tells('mei', plainCard('好'));
    await page.locator('.card-title').waitFor();
    expect(await bubbles(page)).toEqual(['记一条']);
    expect(bot.inbox).toHaveLength(1);
  });

  test('when both the answer and the line were lost, the page learns from the talk that its message had arrived', async () => {
    const { bot, page, say } = await opened({ as: 'mei' });
    let down = true;
    await page.route('**/api/live*', (route) => (down ? route.abort() : route.continue()));
    await page.route('**/api/people/mei/messages', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await route.abort();
    });
    await page.reload();
    await say.fill('记一条');
    await say.press('Enter');
    await page.locator('.message.failed').waitFor();
    down = false;
    await page.locator('.message.me[data-id]').waitFor();
    expect(await bubbles(page)).toEqual(['记一条']);
    expect(await page.locator('.message.failed').count()).toBe(0);
    expect(bot.inbox).toHaveLength(1);
  });

  test('the demo clock moves in the person’s own time, and the page shows it', async () => {
    const { bot, page } = await opened({ as: 'mei', look: { timezoneId: 'America/New_York' } });
    await page.locator('#clock').click();
    await page.locator('[data-move=tomorrow]').click();
    await page.locator('#clock.moved').waitFor();
    expect(await page.locator('#clock-time').textContent()).toMatch(/ 09:00$/);
    expect(bot.clock.sets[0]?.toISOString()).toMatch(/T01:00:00\.000Z$/);
    await page.locator('#clock').click();
    await page.locator('[data-move=back]').click();
    await expect.poll(() => page.locator('#clock.moved').count()).toBe(0);
    expect(bot.clock.sets.at(-1)).toBeNull();
  });

  test('a real team’s clock is shown, and cannot be moved', async () => {
    const { page } = await opened({ as: 'mei', prepare: (one) => Object.assign(one.demo, { state: 'own' }) });
    await page.locator('#clock').click();
    await page.locator('.clock-is', { hasText: '时钟不能拨' }).waitFor();
    expect(await page.locator('[data-move]').count()).toBe(0);
  });

  test('after / the commands that fit are offered, and taken with the keys', async () => {
    const { bot, page, say } = await opened({ as: 'mei' });
    await say.pressSequentially('/d');
    await expect.poll(() => page.locator('.hint-say').allTextContents()).toEqual(['/deal', '/digest']);
    await say.press('ArrowDown');
    expect(await say.getAttribute('aria-activedescendant')).toBe('hint-1');
    await say.press('Enter');
    expect(await say.inputValue()).toBe('/digest ');
    expect(bot.inbox).toHaveLength(0);
    await say.press('Enter');
    await page.locator('.message.me[data-id]').waitFor();
    expect(bot.inbox[0]?.said).toEqual({ kind: 'text', text: '/digest ' });
  });

  test('a first sentence that is offered is put in the box, to be changed or sent', async () => {
    const { bot, page, say } = await opened({ as: 'mei' });
    await page.locator('.starter', { hasText: '今天跟进谁' }).click();
    expect(await say.inputValue()).toBe('今天跟进谁');
    expect(bot.inbox).toHaveLength(0);
    await say.press('Enter');
    await expect.poll(() => page.locator('#starters').isVisible()).toBe(false);
  });

  test('what somebody had begun to write is theirs, and waits for them', async () => {
    const { page, say } = await opened({ as: 'mei' });
    await say.fill('写到一半');
    await page.locator('.side [data-person=lei]').click();
    await expect.poll(() => say.inputValue()).toBe('');
    await page.locator('.side [data-person=mei]').click();
    await expect.poll(() => say.inputValue()).toBe('写到一半');
  });

  test('a card that is replaced changes where it stands', async () => {
    const { bot, page } = await opened({ as: 'mei' });
    const first = await bot.tells('mei', plainCard('原来的'));
    await bot.tells('mei', plainCard('后来的'));
    await bot.tells('mei', plainCard('改过的'), { replaces: first });
    await expect.poll(() => titles(page)).toEqual(['改过的', '后来的']);
  });

  test('a text that is too long is refused in words and stays to be split', async () => {
    const { bot, page, say } = await opened({ as: 'mei' });
    await say.fill('好'.repeat(30_000));
    await say.press('Enter');
    await expect.poll(() => page.locator('#status').textContent()).toContain('太长');
    expect((await say.inputValue()).length).toBe(30_000);
    expect(bot.inbox).toHaveLength(0);
  });

  test('a card’s words never run, whatever they are', async () => {
    const nasty = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
    const { page } = await opened({
      as: 'mei',
      prepare: (one) => one.tells('mei', { title: nasty, summary: nasty, blocks: [{ kind: 'text', text: nasty }] }),
    });
    await page.locator('.card-title').waitFor();
    expect(await titles(page)).toEqual([nasty]);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });

  const everything = async (bot: ReturnType<typeof fakePage>) => {
    for (const language of ['zh', 'en'] as const) {
      for (const card of [planCard, changesCard, dealCard, missingCard, faultCard, digestCard, formCard])
        await bot.tells('mei', card(language));
    }
    bot.said('mei', '改到下周三', new Date());
    await bot.tells('mei', formCard('zh'));
  };

  test.each([
    ['a desktop', {}],
    ['a phone', phone],
    ['a small phone', { viewport: { width: 320, height: 568 } }],
  ])('on %s nothing runs out of the side, also not the longest words', async (_what, look) => {
    const { bot, page } = await opened({ as: 'mei', look, prepare: everything });
    await bot.tells('mei', longest);
    await page.locator('.card-title', { hasText: '一个没有空格' }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(
      await page.evaluate(
        "(() => { const log = document.getElementById('log'); return log.scrollWidth - log.clientWidth; })()",
      ),
    ).toBe(0);
  });

  test('on a phone one becomes somebody else from the head of the page', async () => {
    const { page } = await opened({ as: 'mei', look: phone });
    expect(await page.locator('#side').isVisible()).toBe(false);
    await page.locator('#switch').click();
    await page.locator('#sheet .person', { hasText: '赵敏' }).click();
    await expect.poll(() => page.locator('#my-name').textContent()).toBe('赵敏');
    expect(await page.locator('#sheet').isVisible()).toBe(false);
  });

  test.each(['light', 'dark'] as const)('in the %s all words can be read', async (colorScheme) => {
    const { page } = await opened({ as: 'mei', look: { colorScheme, reducedMotion: 'reduce' }, prepare: everything });
    await page.locator('.form:visible').waitFor();
    expect(await page.evaluate(lowContrast)).toEqual([]);
    await page.locator('#clock').click();
    await page.locator('[data-move=hour]').waitFor();
    expect(await page.evaluate(lowContrast)).toEqual([]);
  });

  test.each([
    ['a desktop', {}],
    ['a phone', phone],
  ])('on %s everything one can press or fill has a name, and the talk is a log', async (_what, look) => {
    const { page } = await opened({ as: 'mei', look, prepare: everything });
    await page.locator('.form:visible').waitFor();
    expect(await page.evaluate(unnamed)).toEqual([]);
    const log = page.getByRole('log', { name: '与跟进的对话' });
    expect(await log.getAttribute('aria-live')).toBe('polite');
    expect(await log.getAttribute('aria-busy')).toBeNull();
    expect(await page.getByRole('textbox').or(page.getByRole('combobox')).count()).toBeGreaterThan(0);
  });

  test('with the keyboard alone one reaches the box, a button, and sees where one is', async () => {
    const { bot, page } = await opened({ prepare: (one) => one.tells('mei', dealCard('zh')) });
    await page.locator('.panel .person', { hasText: '陈美' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.button', { hasText: '推进到报价' }).waitFor();
    await page.locator('#say').focus();
    for (let n = 0; n < 12; n++) {
      await page.keyboard.press('Shift+Tab');
      if (await page.evaluate("document.activeElement.textContent === '推进到报价'")) break;
    }
    expect(
      await page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle + ' ' + document.activeElement.textContent",
      ),
    ).toBe('solid 推进到报价');
    await page.keyboard.press('Enter');
    await page.locator('.pressed-line').waitFor();
    expect(bot.inbox).toHaveLength(1);
  });
});
