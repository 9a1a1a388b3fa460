import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Card } from '../../../bot/chat/card.ts';
import type { Incoming } from '../../../bot/chat/platform.ts';
import { localSurface } from '../../support/local-surface.ts';
import { changesCard, dealCard, formCard } from '../../support/sample-cards.ts';
import type { Surface } from '../../support/surface.ts';

let surface: Surface;
let inbox: Incoming[];
let id = 0;

beforeEach(async () => {
  surface = await localSurface();
  inbox = [];
  await surface.platform.start(async (incoming) => {
    inbox.push(incoming);
    return { fresh: true, id: ++id };
  });
});
afterEach(() => surface.stop());

const tells = (key: string, card: Card, replaces?: string) =>
  surface.platform.send({
    id: ++id,
    conversation: `@${surface.user(key)}`,
    card,
    language: 'zh',
    pictures: new Map(),
    ...(replaces && { replaces }),
  });

test('what a person types arrives as theirs', async () => {
  await surface.says('mei', '今天跟进谁');
  expect(inbox[0]).toMatchObject({ sender: 'mei', conversation: '@mei', said: { kind: 'text', text: '今天跟进谁' } });
});

test('a card is heard by whom it was for, as soon as it was sent', async () => {
  await tells('mei', changesCard('zh'));
  expect(surface.heard('mei')).toHaveLength(1);
  expect(surface.heard('mei')[0]?.text).toContain('金额 ¥500,000 → ¥680,000');
  expect(surface.heard('mei')[0]?.buttons).toEqual(['看详情', '撤销']);
  expect(surface.heard('boss')).toEqual([]);
});

test('a press says the newest button of that label', async () => {
  await tells('mei', dealCard('zh'));
  await surface.presses('mei', '推进到报价');
  expect(inbox[0]?.said).toMatchObject({ kind: 'intent', intent: { name: 'help', input: {} } });
  await expect(surface.presses('mei', '没有的')).rejects.toThrow('没有的');
});

test('a form is filled by its labels, keeps what it came with, and is sent off', async () => {
  await tells('mei', formCard('zh'));
  expect(surface.heard('mei')[0]?.fields).toContain('姓名');
  await surface.presses('mei', '填表');
  await surface.fills('mei', { 姓名: '王建国', 行业: '制造业' });
  expect(inbox[0]?.said).toEqual({
    kind: 'form',
    intent: 'lead.create',
    fixed: { campaign: 'expo' },
    values: {
      company: '苏州恒通精密',
      name: '王建国',
      industry: 'manufacturing',
      closeOn: '2026-12-20',
      nextAt: '2026-11-25 15:00',
    },
  });
});

test('a replaced card is heard in its new state, in its old place', async () => {
  const { platformId } = await tells('mei', dealCard('zh'));
  await tells('mei', changesCard('zh'));
  const again = await tells('mei', formCard('zh'), platformId);
  expect(surface.heard('mei').map((one) => one.text.split('\n')[0])).toEqual(['新线索', '已记录电话：恒通精密']);
  expect(again.platformId).toBe(platformId);
});
