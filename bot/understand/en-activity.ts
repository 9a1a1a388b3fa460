import { activity, type Channel, whoEnds } from './activity.ts';
import type { Found, Rule } from './context.ts';

const start =
  "^(?:(?:just|i|we|i've|we've|have|had|today|yesterday|already|this morning|this afternoon|earlier|also|then)[\\s,]+){0,4}";
const verbs: [Channel, string][] = [
  [
    'call',
    'called(?: up)?|phoned|rang|rung|dialed|had (?:a |an )?(?:\\w+ )?(?:call|phone call) with|(?:a )?call with|phone call with|spoke (?:with|to) (?=.{1,40} (?:on|by) (?:the )?phone)|left (?:a )?(?:voice ?mail|message) (?:for|with)|tried calling|tried to call|got off (?:the phone|a call) with|jumped on a call with',
  ],
  [
    'demo',
    'demoed(?: (?:to|for|with))?|gave (?:a )?demo to|did (?:a )?demo (?:for|with|at)|showed the product to|presented to|demo with',
  ],
  ['visit', 'visited|dropped by|stopped by|went to see|went to|saw|met up with|visit to|was at'],
  [
    'meeting',
    'met(?: with)?|had (?:a |an )?(?:\\w+ )?(?:meeting|lunch|coffee|dinner|chat over coffee) with|meeting with|sat down with|zoomed with',
  ],
  ['wechat', 'wechatted|wechat(?:ed)? with|messaged (?=.{1,40} on wechat)|wechat to'],
  [
    'email',
    'e-?mailed|mailed|sent (?:an? )?(?:e-?mail|mail) to|wrote (?:to|an email to)|sent (?=.{1,40} an e-?mail)|e-?mail to',
  ],
  ['message', "texted|messaged|pinged|dm'?ed|slacked|sent (?:a )?(?:message|text|dm) to|whatsapped"],
  [
    'other',
    'spoke (?:with|to)|talked (?:with|to)|chatted with|contacted|reached out to|followed up with|caught up with|heard from',
  ],
];
const patterns = verbs.map(([channel, words]) => ({
  channel,
  pattern: new RegExp(`${start}(?:${words})\\s(?:the\\s)?(?=\\S)`, 'i'),
}));
const passive =
  /^(.{2,50}?)\s((?:didn'?t|did not|hasn'?t|never)\s(?:pick up|answer(?:\sthe phone|\smy call)?|reply|respond|show up)|no (?:reply|answer|response))(?:\s(?:to|by|on)\s(?:my\s)?(e-?mail|phone|call|text|message|wechat))?(?=$|[\s,.;!])/i;

/** "called Dana at Northwind, says too expensive, demo next Wed 3pm": a touch that took place, told in the past tense. */
export const englishActivity: Rule = (text, context): Found | null => {
  for (const { channel, pattern } of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length);
    const end = whoEnds(rest, context);
    if (end === 0) continue;
    const via = channel === 'other' && /\b(?:on|by|over) (?:the )?phone\b/i.test(rest) ? 'call' : channel;
    const found = activity(
      rest.slice(0, end).replace(/\s(?:on|by|over)(?:\s(?:the\s)?(?:phone|wechat|email))?$/i, ''),
      via,
      rest.slice(end),
      { from: 0, to: match[0].length },
      context,
    );
    if (found && /voice ?mail|left .*message|tried/i.test(match[0]))
      found.input = { outcome: 'silent', ...found.input };
    return found;
  }
  const silent = passive.exec(text);
  if (silent && !/^(?:i|we|they|he|she|it|there|you)$/i.test(silent[1] as string)) {
    const channel: Channel = /mail|reply|respon/i.test(`${silent[2]} ${silent[3] ?? ''}`)
      ? /wechat/i.test(silent[3] ?? '')
        ? 'wechat'
        : 'email'
      : /text|message/i.test(silent[3] ?? '')
        ? 'message'
        : /show up/i.test(silent[2] as string)
          ? 'meeting'
          : 'call';
    return activity(
      silent[1] as string,
      channel,
      text.slice((silent[1] as string).length),
      { from: 0, to: (silent[1] as string).length },
      context,
      0.8,
    );
  }
  return null;
};
