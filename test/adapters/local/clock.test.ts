import { expect, test } from 'vitest';
import { moveTo, wall, wallTime } from '../../../adapters/local/clock.ts';

const shanghai = 'Asia/Shanghai';
const monday = new Date('2026-11-23T01:12:00Z');

test.each([
  ['hour', '2026-11-23T02:12:00.000Z'],
  ['tomorrow', '2026-11-24T01:00:00.000Z'],
  ['monday', '2026-11-30T01:00:00.000Z'],
  ['week', '2026-11-30T01:12:00.000Z'],
  ['quarter', '2027-02-21T01:00:00.000Z'],
] as const)('from Monday morning in Shanghai, %s is %s', (move, there) => {
  expect(moveTo(move, monday, shanghai)?.toISOString()).toBe(there);
});

test('back is the real time', () => {
  expect(moveTo('back', monday, shanghai)).toBeNull();
});

test('tomorrow is the person’s tomorrow, wherever the machine is', () => {
  const late = new Date('2026-11-23T20:00:00Z');
  expect(moveTo('tomorrow', late, shanghai)?.toISOString()).toBe('2026-11-25T01:00:00.000Z');
  expect(moveTo('tomorrow', late, 'America/New_York')?.toISOString()).toBe('2026-11-24T14:00:00.000Z');
});

test('nine o’clock stays nine o’clock over a change of the clocks', () => {
  const saturday = new Date('2026-10-24T12:00:00Z');
  expect(moveTo('tomorrow', saturday, 'Europe/London')?.toISOString()).toBe('2026-10-25T09:00:00.000Z');
  expect(moveTo('tomorrow', new Date('2026-03-28T12:00:00Z'), 'Europe/London')?.toISOString()).toBe(
    '2026-03-29T08:00:00.000Z',
  );
});

test('a wall time is read in the person’s zone; a day that does not exist is none', () => {
  expect(wallTime('2026-12-01T08:30', shanghai)?.toISOString()).toBe('2026-12-01T00:30:00.000Z');
  for (const wrong of ['2026-02-30T08:30', '2026-13-01T08:30', 'tomorrow', '2026-12-01', ''])
    expect(wallTime(wrong, shanghai)).toBeNull();
  expect(wall(new Date('2026-12-01T00:30:00Z'), shanghai)).toBe('2026-12-01T08:30');
});
