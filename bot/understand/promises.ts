import type { Rule } from './context.ts';
import { resolve } from './refs.ts';
import { whole } from './shared.ts';

const word = '(?:答应|承诺|欠|许诺)';
const what = '(?:什么|啥|哪些(?:事情?)?|过?什么事?)';
const allZh = new RegExp(
  `^(?:看看|查查)?(?:都)?(?:(?:谁|大家|双方)(?:都)?${word}了?(?:谁)?${what}|(?:待|未|没)?兑现的承诺|承诺(?:清单|列表)|(?:有)?哪些承诺)[呢啊]?[?]?$`,
  'u',
);
const theirsZh = new RegExp(
  `^(?:看看|查查)?(?:谁|哪些客户|客户们?|对方|他们)(?:都|还)?${word}(?:了|着|过)?(?:我们?|咱们?)(?:些)?${what}(?:没(?:给|做|兑现))?[呢啊]?[?]?$|^(?:客户们?|对方|他们)(?:都|还)?${word}(?:了|过)?(?:些)?${what}[?]?$`,
  'u',
);
const oursZh = new RegExp(
  `^(?:看看|查查)?(?:我们?|咱们?)(?:都|还)?(?:跟|给|对)?(.{0,30}?)${word}(?:了|过|着)?(?:(?:客户|他们|别人)|(.{1,30}?))??(?:些)?${what}(?:没(?:给|做|兑现))?[呢啊]?[?]?$`,
  'u',
);
const oneZh = new RegExp(
  `^(?:看看|查查)?(.{2,30}?)(?:那边|他们)?(?:都|还)?${word}(?:了|过|着)?(?:我们?|咱们?)?(?:些)?${what}(?:没(?:给|做|兑现))?[呢啊]?[?]?$`,
  'u',
);

const allEn =
  /^(?:show me |list |show |so )?(?:who (?:has )?promised (?:what|whom what)|(?:the |all |my |our )?(?:open |pending )?promises)[?]?$/i;
const theirsEn =
  /^(?:so )?(?:who owes (?:us|me) (?:what|anything|something)|what (?:do|did|have) (?:they|customers?|clients?)(?: all)? (?:owe|promised?)(?: (?:us|me))?|what (?:are|am) (?:we|i) (?:still )?(?:owed|waiting (?:for|on)))[?]?$/i;
const oursEn =
  /^(?:so )?what (?:do|did|have) (?:we|i)(?: all| still)? (?:owe|promised?)(?: (?:to )?(?!us\b|me\b)(.{1,60}?))?[?]?$/i;
const oneEn = /^(?:so )?what (?:does|did|has|have) (.{1,60}?)(?: still)? (?:owe|promised?)(?: (?:us|me))?[?]?$/i;
const anybody = /^(?:who|客户|别人|customers?|clients?|people|anyone|them|everybody|everyone)?$/i;

/** Who promised what: 谁答应了什么, who owes us what, what did we promise Acme. */
export const promises: Rule = (text, context) => {
  if (text.length > 90 || /[,;!]/.test(text)) return null;
  const answer = (side: 'us' | 'them' | null, said = '') => {
    const who = anybody.test(said) ? null : resolve(said, context, ['deal', 'customer', 'lead']);
    return whole(text, { name: 'promise.list', input: { ...(who ? { who } : {}), ...(side ? { side } : {}) } }, 0.92);
  };
  if (allZh.test(text) || allEn.test(text)) return answer(null);
  if (theirsZh.test(text) || theirsEn.test(text)) return answer('them');
  const ours = oursZh.exec(text) ?? oursEn.exec(text);
  if (ours) return answer('us', (ours[1] || ours[2] || '').trim());
  const one = oneZh.exec(text) ?? oneEn.exec(text);
  return one ? answer('them', one[1]?.trim()) : null;
};
