import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addWorkingDays, isWorkingDay, nextWorkingTime, yearKnown } from '../../bot/insight/working-days.ts';

test('mainland China rests on its holidays and works on the make-up days', () => {
  expect(isWorkingDay('2018-12-29')).toBe(true);
  expect(isWorkingDay('2018-12-31')).toBe(false);
  expect(isWorkingDay('2026-10-01')).toBe(false);
  expect(isWorkingDay('2026-10-10')).toBe(true);
  expect(isWorkingDay('2026-11-22')).toBe(false);
  expect(isWorkingDay('2026-11-23')).toBe(true);
});

interface Published {
  years: Record<string, { rest: string[]; work: string[] }>;
}

test('every day from 2007 to 2026 is worked or not as the State Council’s notices say', () => {
  const { years } = JSON.parse(readFileSync('test/fixtures/china-holidays.json', 'utf8')) as Published;
  const wrong: string[] = [];
  let days = 0;
  for (const [year, { rest, work }] of Object.entries(years)) {
    const off = rest.map((span) => span.split('/').map((one) => `${year}-${one}`));
    for (let at = `${year}-01-01`; at.startsWith(year); at = addDays(at, 1)) {
      const weekday = new Date(`${at}T00:00:00Z`).getUTCDay() % 6 !== 0;
      const published =
        work.includes(at.slice(5)) || (weekday && !off.some(([from = '', to = '']) => from <= at && at <= to));
      if (isWorkingDay(at) !== published) wrong.push(at);
      days += 1;
    }
  }
  expect(days).toBe(7305);
  expect(wrong).toEqual([]);
});

test('elsewhere people work from Monday to Friday, on China’s holidays and not on its make-up days', () => {
  expect(isWorkingDay('2018-12-29', 'Europe/London')).toBe(false);
  expect(isWorkingDay('2026-10-01', 'America/Los_Angeles')).toBe(true);
});

test('a year whose holidays are not published says so, and weekdays stand in for it', () => {
  expect(yearKnown(2026)).toBe(true);
  expect(yearKnown(2040)).toBe(false);
  expect(yearKnown(2040, 'Europe/London')).toBe(true);
  expect(isWorkingDay('2040-10-01')).toBe(true);
  expect(isWorkingDay('2040-09-30')).toBe(false);
});

test('working days are counted across a holiday', () => {
  expect(addWorkingDays('2026-09-30', 1)).toBe('2026-10-08');
  expect(addWorkingDays('2026-11-20', 2)).toBe('2026-11-24');
  expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-23');
  expect(addWorkingDays('2026-11-23', 0)).toBe('2026-11-23');
});

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const zone = fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/Los_Angeles');

test('the day counted to is a working day, and so many working days lie after the first', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 15 }), zone, (from, count, where) => {
      const to = addWorkingDays(from, count, where);
      let between = 0;
      for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, where)) between += 1;
      expect(isWorkingDay(to, where)).toBe(true);
      expect(between).toBe(count);
    }),
  );
});

test('the next working morning is the person’s own', () => {
  const now = new Date('2026-11-20T16:30:00Z');
  const of = (zone: string) => nextWorkingTime(now, { zone, workStart: '09:00', workEnd: '18:00' }).toISOString();
  expect(of('Asia/Shanghai')).toBe('2026-11-23T01:00:00.000Z');
  expect(of('America/Los_Angeles')).toBe('2026-11-23T17:00:00.000Z');
});
