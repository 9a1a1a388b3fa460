import { afterAll, beforeAll, expect, test } from 'vitest';
import { localOptions } from '../../bot/local-page.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';

// What a new user stumbled over, following the README.

let office: Office;
let dana: Someone;
let mei: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
});
afterAll(() => office.close());

const deals = () => office.bot.app.db.opportunity.findMany({ where: { removedAt: null } });

test('an amount that names no currency keeps the currency of its deal', async () => {
  await dana.says('open a deal for Foxglove $100k');
  dana.hears('$100,000');
  await dana.says('Foxglove amount 95k');
  dana.hears('$95,000');
  const [deal] = await deals();
  expect(deal).toMatchObject({ currency: 'USD' });
  expect(Number(deal?.amount)).toBe(95_000);
});

test('an amount that is negative and a day that does not exist never become a name', async () => {
  await dana.says('open a deal for Blue Harbor -50k');
  dana.hears('negative');
  await dana.says('open a deal for Blue Harbor 20k closing Feb 30');
  expect((await deals()).map((deal) => deal.title)).toEqual(['Foxglove']);
});

test('a call nobody answered finishes nothing that was planned', async () => {
  await mei.says('给宏达电子开个商机 30万');
  await mei.says('刚跟宏达电子打了电话,今天下午3点发样品');
  await mei.says('宏达电子 打电话没人接');
  mei.hears('没回音');
  const promise = await office.bot.app.db.touch.findFirstOrThrow({ where: { origin: 'promise' } });
  expect(promise.state).toBe('open');
});

test('what could not be read is answered with sentences about a deal of one’s own', async () => {
  await dana.says('blah blah quux');
  dana.hears('called Dana at Foxglove', 'move Foxglove to quote');
});

test('what was said keeps its time when the demo clock moves', async () => {
  const options = localOptions(office.bot.app, 0, async () => {});
  const before = (await options.history('dana')).map((message) => message.at.toISOString());
  office.clock.at('2026-11-20T02:00:00Z');
  expect((await options.history('dana')).map((message) => message.at.toISOString())).toEqual(before);
});
