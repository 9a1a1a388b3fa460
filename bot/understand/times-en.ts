import type { Spoken, TimeRule } from './times-said.ts';

/** am or pm, in any writing. */
export const half = '([ap])\\s?\\.?\\s?m\\b(?:\\.(?!\\d))?';
/** Where an hour may begin. */
export const from = '(?<![\\d:.,$€£¥#/-])';
/** What follows a figure that is no hour. */
export const unlike =
  '(?!\\s?(?:%|percent|k\\b|w\\b|m\\b|mil|million|[万亿人台个家套条单位名号月日年天周小]|people|persons?|users?|seats?|staff|units?|deals?|leads?|calls?|meetings?|customers?|companies|licen[cs]es|days?|weeks?|wks?|months?|years?|yrs?|hours?|hrs?|min|of\\b|st\\b|nd\\b|rd\\b|th\\b)|\\s(?!(?:this|does|plus|thanks|perhaps)\\b)[a-z]{3,}s\\b)';

/** The hour of a clock of twelve hours with its half of the day. */
export const halved = (hour: number, said: string): Spoken['hour'] =>
  hour > 12 ? hour : (hour % 12) + (/p/i.test(said) ? 12 : 0);

const digits = (said: string) =>
  (said.length > 2 ? [Number(said.slice(0, -2)), Number(said.slice(-2))] : [Number(said), 0]) as [number, number];

const hours = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const hourSaid = (said: string) => (/\d/.test(said) ? Number(said) : hours.indexOf(said.toLowerCase()));

export const englishTimes: TimeRule[] = [
  {
    pattern: new RegExp(`(?:\\bat\\s|@\\s?)?${from}(\\d{1,4})(?:[:.](\\d{2}))?(?::\\d{2})?\\s?\\.?\\s?${half}`, 'gi'),
    time: (m) => {
      const [hour, minute] = digits(m[1] as string);
      return { hour: halved(hour, m[3] as string) as number, minute: m[2] ? Number(m[2]) : minute, sure: true };
    },
  },
  {
    pattern: new RegExp(`(?:\\bat\\s|@\\s?)?${from}(\\d{1,2})(?::?([0-5]\\d))?([ap])(?![a-z\\d])`, 'gi'),
    time: (m) => ({
      hour: halved(Number(m[1]), m[3] as string) as number,
      minute: m[2] ? Number(m[2]) : 0,
      sure: true,
      ...(/^[@a]/i.test(m[0]) ? {} : { weak: true }),
    }),
  },
  {
    pattern: /(?:\bat\s|@\s?)?(?<![\d:.])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])/gi,
    time: (m) => ({
      hour: Number(m[1]),
      minute: Number(m[2]),
      ...(/^0/.test(m[1] as string) ? { sure: true } : {}),
    }),
  },
  {
    pattern: new RegExp(`\\bat\\s(\\d{1,2})\\.([0-5]\\d)(?![\\d.])${unlike}`, 'gi'),
    time: (m) => ({ hour: Number(m[1]), minute: Number(m[2]) }),
  },
  {
    pattern: /\b(?:at\s+)?(\d{1,2})(?::(\d{2}))?\s?o'?\s?clock\b/gi,
    time: (m) => ({ hour: Number(m[1]), minute: m[2] ? Number(m[2]) : 0 }),
  },
  {
    pattern:
      /\b(half|(?:a\s)?quarter|\d{1,2}(?:\s?min(?:ute)?s?)?)\s(past|after|to)\s(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\d:a-z])(?:\s?o'?\s?clock\b)?/gi,
    time: (m) => {
      const counted = /\d/.test(m[1] as string);
      // "10 to 9" is a stretch; with minutes it is a clock.
      if (counted && !/past/i.test(m[2] as string) && !/min/i.test(m[1] as string)) return null;
      const minutes = counted ? Number.parseInt(m[1] as string, 10) : /half/i.test(m[1] as string) ? 30 : 15;
      const ahead = /to/i.test(m[2] as string);
      return { hour: hourSaid(m[3] as string) - (ahead ? 1 : 0), minute: ahead ? 60 - minutes : minutes };
    },
  },
  {
    // As the British say 2:30.
    pattern:
      /\b(?:at\s)?half\s(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})(?![\d:a-z%-])(?=\s?(?:$|[,.;!]|on|am|pm|in|with|to)(?![a-z]))/gi,
    time: (m) => ({ hour: hourSaid(m[1] as string), minute: 30, weak: true }),
  },
  {
    // follow up mon 930: behind a day four figures are a clock.
    pattern:
      /(?<=\b(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun|to|tmrw|tom)(?:day|morrow)?\s(?:at\s|@\s?|by\s|around\s)?)(\d{1,2})(00|15|30|45)(?![\d:/,.-]|\s?(?:[ap]\.?m|k\b|[a-z]{3,}s\b))/gi,
    time: (m) => (Number(m[1]) >= 1 && Number(m[1]) <= 23 ? { hour: Number(m[1]), minute: Number(m[2]) } : null),
  },
  { pattern: /\b(\d{1,2})\s?ish\b/gi, time: (m) => ({ hour: Number(m[1]) }) },
  { pattern: /\b12\snoon\b|\bnoonish\b/gi, time: () => ({ part: 'noon' }) },
  { pattern: /\bmid-?\s?night\b/gi, time: () => ({ part: 'midnight' }) },
  {
    pattern: new RegExp(`(?:\\bat|@)\\s?(\\d{1,2})(?![\\d:/,-]|\\.\\d)${unlike}`, 'gi'),
    time: (m) => ({ hour: Number(m[1]) }),
  },
  {
    pattern: new RegExp(
      `(?:\\b(?:around|about|by|before|after|until|till|circa|than|from)\\s)?${from}\\b(\\d{1,2})(?![\\d:/-]|[.,]\\d|[a-z]|\\s?[ap]\\s?\\.?\\s?m\\b)${unlike}`,
      'gi',
    ),
    time: (m) => ({ hour: Number(m[1]), weak: true }),
  },
  {
    pattern:
      /(?<!\bgood\s)\b(?:(?:in|by|at|before|after)\s(?:the\s)?|this\s)?(?:(early|mid|late|later)(?:\s(?:in\s)?(?:the|this))?\s)?(morning|noon|midday|lunchtime|afternoon|evening|night)s?\b/gi,
    time: (m) => {
      const named = (m[2] as string).toLowerCase();
      if (named === 'night' && /^mid/i.test(m[1] ?? '')) return null;
      const plain = /^night/i.test(m[0]) || (named === 'night' && !/^(?:late|at)/i.test(m[0]));
      const shade = (m[1] ?? '').toLowerCase().replace('later', 'late').replace('mid', '');
      return { part: shade === '' ? named : `${shade} ${named}`, ...(plain ? { weak: true } : {}) };
    },
  },
  { pattern: /\btoni(?:ght|te)\b/gi, time: () => ({ part: 'tonight' }) },
  {
    pattern: /\b(?:eod|eob|cob|end of (?:the )?day|(?:close|end) of (?:business|play))\b/gi,
    time: () => ({ part: 'eod' }),
  },
  {
    pattern: /\bend of (?:the\s|this\s)?(?=today|tomorrow|tmrw|mon|tue|wed|thu|fri|sat|sun)/gi,
    time: () => ({ part: 'eod' }),
  },
  {
    pattern: /(?<=[a-z]\s)([ap])m\b(?=\s?(?:$|[,.;!?)])|\s(?:to|or|and|for|with|at|-)\b)/gi,
    time: (m) => ({ part: /a/i.test(m[1] as string) ? 'morning' : 'afternoon', weak: true }),
  },
  { pattern: /\bfirst thing(?: in the (?:am|morning))?\b/gi, time: () => ({ part: 'morning', weak: true }) },
  { pattern: /\bin the daytime\b/gi, time: () => ({ part: 'daytime' }) },
  { pattern: /\b(?:at|after)\slunch\b/gi, time: () => ({ part: 'lunch' }) },
  { pattern: /\bbefore\slunch\b/gi, time: () => ({ hour: 11, sure: true }) },
  { pattern: /\bafter\sdinner(?:time)?\b/gi, time: () => ({ hour: 20, sure: true }) },
  { pattern: /\b(?:at|around|over)\sdinner(?:time)?\b/gi, time: () => ({ part: 'dinner' }) },
];
