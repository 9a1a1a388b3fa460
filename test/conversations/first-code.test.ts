import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstCode } from '../../bot/first-code.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice } from '../support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice(await localSurface());
});
afterAll(() => office.close());

test('instances that start at once all come up, and one code is good', async () => {
  const { app } = office.bot;
  const config = { zone: 'Asia/Shanghai', language: 'zh' } as const;
  expect(await firstCode(app, ['local'], config)).toMatch(/^\w{4}-\w{4}$/);
  const codes = await Promise.all(Array.from({ length: 4 }, () => firstCode(app, ['local'], config)));
  expect(codes).toHaveLength(4);
  expect(new Set(codes).size).toBe(4);
  expect(await app.db.invite.count({ where: { usedAt: null, removedAt: null } })).toBe(1);
});
