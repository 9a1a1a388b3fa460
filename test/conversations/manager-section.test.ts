import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { create } from '../../bot/sales/change.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';

// The README's section for managers, followed as a new manager would: every sentence of it, in its order.

const section = (file: string, head: string) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const part = text.slice(text.indexOf(`## ${head}`)).split(/\n## /)[0] ?? '';
  const bullets = part.split('\n').filter((line) => line.startsWith('- '));
  return bullets.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string));
};
const english = section('README.md', 'For managers');
const chinese = section('README.zh-CN.md', '主管怎么用');
const unread =
  /没听懂|原话记成备注|没有叫|没吃准|没有改动|didn't get|Keep it as a note|No such (?:deal|record)(?!s)|not sure|Nothing was changed/;

describe('what the README tells managers to say', () => {
  let office: Office;
  let boss: Someone;
  let priya: Someone;

  beforeAll(async () => {
    office = await openOffice(await localSurface());
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    priya = await office.hire({ key: 'priya', name: 'Priya Shah', role: 'manager', team: 'East', language: 'en' });
    const lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
    const tom = await office.hire({ key: 'tom', name: 'Tom Becker', role: 'rep', team: 'East', language: 'en' });
    const mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    const dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    await mei.says('给恒通精密开个商机 50万 12月底');
    await dana.says('open a deal for Northwind $60k closing Dec 15');
    const known = [
      [lei.id, '王磊'],
      [tom.id, 'Tom Becker'],
    ] as const;
    office.bot.app.names?.learn(known.map(([id, name]) => create('Person', id, { name })));
    await office.bot.app.names?.refresh();
  });
  afterAll(() => office.close());

  test('is there in both languages', () => {
    expect([english.length, chinese.length]).toEqual([16, 16]);
  });

  test.each(chinese)('%s', async (said) => {
    await boss.says(said);
    boss.hearsNot(unread);
  });

  test.each(english)('%s', async (said) => {
    await priya.says(said);
    priya.hearsNot(unread);
  });
});
