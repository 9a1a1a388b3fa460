/** A time of day as a clock shows it. */
export interface Clock {
  hour: number;
  minute: number;
}

/** An hour as said, or a part of the day, before both are put together. */
export interface Spoken {
  hour?: number;
  minute?: number;
  /** The hour needs no guess: 15:30, 3pm, 下午3点. */
  sure?: boolean;
  /** It is an hour only beside a day or a part of the day (tmrw 9, tonight around 7). */
  weak?: boolean;
  part?: string;
}

/** One way of saying an hour or a part of the day. */
export interface TimeRule {
  pattern: RegExp;
  time(match: RegExpMatchArray): Spoken | null;
}

const usual: Record<string, number> = {
  凌晨: 6,
  清晨: 8,
  一早: 9,
  早: 9,
  晨: 9,
  早上: 9,
  早晨: 9,
  早间: 9,
  上午: 9,
  中午: 12,
  正午: 12,
  下午: 14,
  午后: 14,
  傍晚: 18,
  晚: 19,
  晚上: 19,
  晚间: 19,
  夜里: 21,
  深夜: 23,
  半夜: 23,
  daytime: 9,
  morning: 9,
  noon: 12,
  midday: 12,
  lunchtime: 12,
  lunch: 12,
  afternoon: 14,
  evening: 18,
  dinner: 19,
  tonight: 19,
  night: 20,
  midnight: 0,
  eod: 18,
  'early morning': 8,
  'late morning': 11,
  'early afternoon': 13,
  'late afternoon': 16,
  'late evening': 20,
  'late night': 23,
};

/**
 * The clock of an hour said with or without its part of the day. A bare 1–7 is the afternoon: nobody in sales calls at
 * three at night; written with a nought (07:00) it is what it says.
 */
export function clockOf({ hour, minute = 0, sure, part = '' }: Spoken): Clock | null {
  if (hour === undefined) {
    const told = usual[part] ?? usual[part.replace(/^(?:early|late) /, '')];
    return told === undefined ? null : { hour: told, minute: 0 };
  }
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60)) return null;
  let made = hour;
  if (sure) return { hour: hour === 24 ? 0 : hour, minute };
  if (/^(?:下午|午后|傍晚)|afternoon|evening|dinner/.test(part)) made = hour < 12 ? hour + 12 : hour;
  else if (/^[晚夜深半]|night/.test(part)) made = hour < 12 && hour > 4 ? hour + 12 : hour === 12 ? 24 : hour;
  else if (/^[中正]|noon|midday|lunch/.test(part)) made = hour < 10 ? hour + 12 : hour;
  else if (/^凌晨/.test(part)) made = hour === 12 ? 0 : hour;
  else if (part === '' && hour >= 1 && hour <= 7) made = hour + 12;
  return made === 24 ? { hour: 23, minute: 59 } : { hour: made, minute };
}
