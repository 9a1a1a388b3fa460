import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outgoing } from '../../../bot/chat/platform.ts';
import { type Inbox, inbox, outgoing } from '../../support/dingtalk/bot.ts';
import { type DingtalkSurface, dingtalkSurface } from '../../support/dingtalk-surface.ts';
import { button, card } from './cards.ts';

let surface: DingtalkSurface;
let box: Inbox;
beforeEach(async () => {
  surface = await dingtalkSurface();
  box = inbox();
  await surface.platform.start(box.receive);
  surface.user('mei');
});
afterEach(() => surface.stop());

const shows = (changes: Partial<Outgoing>) => surface.platform.send(outgoing(changes));

test('what a person types arrives, and what the bot sends is heard as a reader sees it', async () => {
  await surface.says('mei', '新线索');
  expect(box.kept).toMatchObject([{ sender: 'staff-mei', said: { text: '新线索' } }]);
  await shows({ card: { title: '#4 [华为]', summary: 's', blocks: [{ kind: 'note', text: '* 注' }] } });
  expect(surface.heard('mei')).toMatchObject([{ text: '#4 [华为]\n\n* 注', buttons: [] }]);
});

test('pressing a button says its sentence as the person', async () => {
  const items = [{ text: '华为', buttons: [button('完成', '完成 #4')] }];
  await shows({ card: card({ kind: 'list', items }) });
  expect(surface.heard('mei')[0]?.buttons).toEqual(['完成']);
  await surface.presses('mei', '完成');
  expect(box.texts()).toEqual(['完成 #4']);
});

test('a button that found no room can be pressed where it is printed', async () => {
  const buttons = Array.from({ length: 8 }, (_, at) => button(`按钮 [${at}]`, `说 (${at})`));
  await shows({ card: card({ kind: 'buttons', buttons }) });
  expect(surface.heard('mei')[0]?.buttons).toHaveLength(8);
  await surface.presses('mei', '按钮 [7]');
  expect(box.texts()).toEqual(['说 (7)']);
});

test('a button nobody shows cannot be pressed', async () => {
  await expect(surface.presses('mei', '完成')).rejects.toThrow('mei sees no button “完成”');
});

test('a form is filled by answering its sentence, what it held already included', async () => {
  const form = {
    intent: 'deal.open' as const,
    fixed: {},
    title: '开商机',
    submit: '提交',
    cancel: '取消',
    open: '填写',
    say: '开商机\n客户：\n金额：',
    fields: [
      { name: 'customer', label: '客户', type: 'text' as const, required: true, value: '华为' },
      { name: 'amount', label: '金额', type: 'money' as const, hint: '如 12 万' },
    ],
  };
  await shows({ card: card({ kind: 'form', form }) });
  expect(surface.heard('mei')[0]?.fields).toEqual(['客户', '金额']);
  await surface.presses('mei', '填写');
  await surface.fills('mei', { 金额: '30 万' });
  expect(box.texts()).toEqual(['开商机\n客户：华为\n金额：30 万']);
  await expect(surface.fills('mei', { 电话: '1' })).rejects.toThrow('no field 电话');
});

test('a group hears what is sent to it, and only that', async () => {
  await surface.saysInGroup('mei', '销售一组', '漏斗');
  const [heard] = box.kept;
  await shows({ conversation: heard?.conversation ?? '', replyVia: heard?.replyVia ?? {} });
  expect(surface.heardInGroup('销售一组')).toHaveLength(1);
  expect(surface.heard('mei')).toHaveLength(0);
});
