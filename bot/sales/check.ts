import { TZDate } from '@date-fns/tz';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { homeOf } from '../insight/home-country.ts';
import { dayOf } from '../insight/wall-time.ts';
import type { Money } from '../intents.ts';
import { decimal } from './change.ts';
import { Refusal } from './refusal.ts';

/** No deal of any team here is worth more than this (units of any currency): above it is a slip of the finger. */
const absurd = 1e11;

/** An amount as the database keeps it. Refuses negative, absurd and not-a-number. */
export function checkMoney(money: Money, currency: string): { amount: string; currency: string } {
  const said = String(money.amount);
  if (!Number.isFinite(money.amount)) throw new Refusal('bad-amount', { said, reason: 'not-a-number' });
  if (money.amount < 0) throw new Refusal('bad-amount', { said, reason: 'negative' });
  if (money.amount > absurd) throw new Refusal('bad-amount', { said, reason: 'absurd' });
  return { amount: decimal(money.amount), currency: (money.currency ?? currency).toUpperCase() };
}

/** A phone number in E.164. Numbers without a country code are read as of the country where the person works. */
export function checkPhone(said: string, { language, zone }: { language: string; zone: string }): string {
  const phone = parsePhoneNumberFromString(said, homeOf(zone) ?? (language === 'zh' ? 'CN' : 'US'));
  if (!phone?.isPossible()) throw new Refusal('bad-phone', { said });
  return phone.number;
}

export function checkEmail(said: string): string {
  const email = said.trim().toLowerCase();
  if (!/^[^\s@]{1,64}@[^\s@.]{1,63}(\.[^\s@.]{1,63}){1,4}$/.test(email)) throw new Refusal('bad-email', { said });
  return email;
}

/** A day still to come (today counts) and within ten years, in the person's zone; `YYYY-MM-DD` → UTC midnight for a date column. */
export function checkDay(said: string, now: Date, zone: string): Date {
  const today = dayOf(now, zone);
  if (said < today) throw new Refusal('past-date', { said });
  if (Number(said.slice(0, 4)) > Number(today.slice(0, 4)) + 10) throw new Refusal('far-date', { said });
  return new Date(`${said}T00:00:00Z`);
}

/** A moment still to come (the last five minutes count) and within ten years. */
export function checkMoment(said: string, now: Date): Date {
  const at = new Date(said);
  if (at.getTime() < now.getTime() - 5 * 60_000) throw new Refusal('past-date', { said });
  if (at.getTime() > now.getTime() + 10 * 366 * 86_400_000) throw new Refusal('far-date', { said });
  return at;
}

/** A moment that is over (five minutes to come count as now) and at most a year ago. */
export function checkPast(said: string, now: Date): Date {
  const at = new Date(said);
  if (at.getTime() > now.getTime() + 5 * 60_000) throw new Refusal('bad-moment', { said, reason: 'future' });
  if (at.getTime() < now.getTime() - 366 * 86_400_000) throw new Refusal('bad-moment', { said, reason: 'old' });
  return at > now ? now : at;
}

/** Nobody employs more: above it is a slip of the finger. */
const absurdHeadcount = 10_000_000;

export function checkHeadcount(headcount: number): number {
  if (headcount < 0 || headcount > absurdHeadcount)
    throw new Refusal('bad-field', { field: 'headcount', said: String(headcount) });
  return headcount;
}

/** The end of the person's day (24:00 wall time) as an instant. */
export function endOfDay(zone: string, at: Date): Date {
  const local = new TZDate(at, zone);
  return new Date(new TZDate(local.getFullYear(), local.getMonth(), local.getDate() + 1, 0, 0, 0, zone).getTime());
}

/** The start of the person's day as an instant. */
export function startOfDay(zone: string, at: Date): Date {
  const local = new TZDate(at, zone);
  return new Date(new TZDate(local.getFullYear(), local.getMonth(), local.getDate(), 0, 0, 0, zone).getTime());
}
