import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, instantOf, WallTimeError, wallTimeOf } from '../../bot/insight/wall-time.ts';

const iso = (wall: string, zone: string) => instantOf(wall, zone).toISOString();

test('a wall time means the moment at which the zone’s clocks show it', () => {
  expect(iso('2026-11-23 15:00', 'Asia/Shanghai')).toBe('2026-11-23T07:00:00.000Z');
  expect(iso('2026-07-01 09:00', 'America/Los_Angeles')).toBe('2026-07-01T16:00:00.000Z');
  expect(iso('2026-12-01 09:00', 'America/Los_Angeles')).toBe('2026-12-01T17:00:00.000Z');
});

test('a time the clocks jump over becomes the first moment after the jump', () => {
  expect(iso('2026-03-08 02:30', 'America/Los_Angeles')).toBe('2026-03-08T10:00:00.000Z');
  expect(iso('2026-03-29 01:15', 'Europe/London')).toBe('2026-03-29T01:00:00.000Z');
  expect(iso('2026-10-04 02:10', 'Australia/Lord_Howe')).toBe('2026-10-03T15:30:00.000Z');
});

test('a time the clocks show twice is the first of the two', () => {
  expect(iso('2026-11-01 01:30', 'America/Los_Angeles')).toBe('2026-11-01T08:30:00.000Z');
  expect(iso('2026-10-25 01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
});

test('a whole day that a zone left out gives the first moment after it', () => {
  expect(iso('2011-12-30 12:00', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
});

test('what is no wall time and no zone is refused in words', () => {
  expect(() => instantOf('2026-02-30 09:00', 'Asia/Shanghai')).toThrow(WallTimeError);
  expect(() => instantOf('tomorrow', 'Asia/Shanghai')).toThrow(/YYYY-MM-DD HH:mm/);
  expect(() => instantOf('2026-02-03 09:00', 'Mars/Base')).toThrow(/time zone/);
});

test('a day is the person’s, not the server’s', () => {
  const at = new Date('2026-11-23T17:00:00Z');
  expect(dayOf(at, 'Asia/Shanghai')).toBe('2026-11-24');
  expect(dayOf(at, 'America/New_York')).toBe('2026-11-23');
});

test('reading a clock and setting it again comes to the same wall time, in every zone and season', () => {
  const zones = [
    'Asia/Shanghai',
    'America/Los_Angeles',
    'Europe/London',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
  ];
  const at = fc.date({ min: new Date('2012-02-01'), max: new Date('2036-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(at, fc.constantFrom(...zones), (moment, zone) => {
      const wall = wallTimeOf(moment, zone);
      const again = instantOf(wall, zone);
      expect(wallTimeOf(again, zone)).toBe(wall);
      expect(again.getTime()).toBeLessThanOrEqual(moment.getTime());
    }),
    { numRuns: 500 },
  );
});
