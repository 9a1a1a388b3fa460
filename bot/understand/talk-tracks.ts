import type { Rule } from './context.ts';
import { whole } from './shared.ts';
import { findObjection } from './story/outcomes.ts';
import { findWords } from './words.ts';

const adds = [
  /^(?:请|帮我|我想)?(?:加|新增|添加|记|提交|分享)(?:一?[条个段句])?新?(?:的)?话术[\s:,]*([^:,\n]{1,20}?)[\s:,]{1,3}(.{4,1000})$/su,
  /^(?:please\s)?(?:add|new|propose|share)\s(?:an?\s|my\s)?(?:new\s)?(?:talk(?:ing)?\s?(?:track|point)s?|script)\s(?:for|on|against|about)\s(.{2,40}?)\s?(?::|,|\s-)\s?(.{4,1000})$/is,
];

/** A colleague's own words for an objection: 加话术 嫌贵：问他停机一天损失多少, add a talk track for price: …. */
export const addTalkTrack: Rule = (text, context) => {
  for (const pattern of adds) {
    const match = pattern.exec(text);
    if (!match) continue;
    const said = match[1] as string;
    const objection = findObjection(said, context)?.value ?? findWords(context.objections, said)[0]?.value;
    if (!objection) continue;
    return whole(text, { name: 'talk.add', input: { objection, words: (match[2] as string).trim() } }, 0.95);
  }
  return null;
};
