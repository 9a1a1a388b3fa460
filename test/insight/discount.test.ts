import { expect, test } from 'vitest';
import { netOf } from '../../bot/cards/net.ts';
import { covers, limitOf } from '../../bot/insight/discount.ts';
import { afterDays, afterWorkingDays } from '../../bot/insight/due-day.ts';

const limits = { rep: 0.05, manager: 0.15, admin: 1 };

test.each([
  ['rep', 0.05, true],
  ['rep', 0.051, false],
  ['manager', 0.15, true],
  ['manager', 0.2, false],
  ['admin', 1, true],
  ['guest', 0.01, false],
])('%s gives %d without asking: %s', (role, discount, enough) => {
  expect(covers(limits, role, discount)).toBe(enough);
});

test('a role that is none may give nothing', () => {
  expect(limitOf(limits, 'guest')).toBe(0);
});

const hours = { zone: 'Asia/Shanghai', workStart: '09:00', workEnd: '18:00' };
const thursday = new Date('2026-11-12T02:00:00Z');

test.each([
  [0, '2026-11-12T10:00:00.000Z'],
  [1, '2026-11-13T01:00:00.000Z'],
  [2, '2026-11-16T01:00:00.000Z'],
])('%d working days on is within working hours', (days, at) => {
  expect(afterWorkingDays(thursday, days, hours).toISOString()).toBe(at);
});

test.each([
  [1, '2026-11-13T01:00:00.000Z'],
  [2, '2026-11-16T01:00:00.000Z'],
  [90, '2027-02-10T01:00:00.000Z'],
])('%d days away, or the first working day after', (days, at) => {
  expect(afterDays(thursday, days, hours).toISOString()).toBe(at);
});

test.each([
  [680000, 0.1, '612000.00'],
  [100.1, 0.05, '95.10'],
  [1.01, 0.5, '0.51'],
  [0.05, 0.9, '0.01'],
  [99999999999.99, 0.333, '66699999999.99'],
  [500, 0, '500.00'],
  [500, 1, '0.00'],
])('%d with %d off comes to %s, to the cent', (amount, discount, net) => {
  expect(netOf(amount, discount)).toBe(net);
});
