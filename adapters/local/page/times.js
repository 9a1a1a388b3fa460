import { language, state, t } from './state.js';

/** The bot's time: the demo clock, when it was moved. */
export const now = () => new Date(Date.now() + state.skewMs);

const locale = () => (language() === 'zh' ? 'zh-CN' : 'en-GB');
const made = new Map();

function format(date, options) {
  const key = `${locale()} ${state.me?.zone} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale(), { timeZone: state.me?.zone, ...options }));
  return made.get(key).format(date);
}

export const clockTime = (date) => format(date, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Which day it is where the person is: `2026-11-23`. */
export const dayKey = (date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: state.me?.zone, dateStyle: 'short' }).format(date);

/** A day as one says it: today, yesterday, or its date. */
export function dayName(date) {
  const key = dayKey(date);
  if (key === dayKey(now())) return t().today;
  if (key === dayKey(new Date(now().getTime() - 86_400_000))) return t().yesterday;
  const year = key.slice(0, 4) === dayKey(now()).slice(0, 4) ? {} : { year: 'numeric' };
  return format(date, { month: 'long', day: 'numeric', weekday: 'short', ...year });
}

function dayParts(date) {
  const parts = [format(date, { month: 'short', day: 'numeric' }), format(date, { weekday: 'short' })];
  return language() === 'zh' ? parts : parts.reverse();
}

/** The clock in the page's head. */
export const clockName = (date) => [...dayParts(date), clockTime(date)].join(' ');

/** A wall time as a `datetime-local` input takes it. */
export const wallTime = (date) => `${dayKey(date)}T${clockTime(date)}`;
