import type { Rule } from '../context.ts';
import { smallNumber } from '../dates-zh-said.ts';
import { whole } from '../shared.ts';

const count =
  /(\d{1,4}|[一二两三四五六七八九十]{1,3}|半|an?|two|three|six)\s?(?:\+\s?)?(个?)\s?(天|日|周|星期|礼拜|月|days?|weeks?|wks?|months?)/iu;
const neglected =
  /没(?:有)?(?:人)?(?:跟进?|联系|动静?|碰|回|管|理|互动|进展)|未(?:跟进|联系)|不动|沉默|无(?:人)?(?:跟进|互动|动静)|放着|\bno (?:activity|touch(?:es)?|contact|reply|response)|untouched|silent|stale|idle|quiet|cold|dead|dormant|(?:haven'?t|not|never|nobody(?: has|'s)?|no one(?: has|'s)?|hasn'?t been) (?:been )?(?:touched|contacted|called|worked|spoken)/iu;
const returned =
  /(?:退|放|扔|丢|还|吐|清|归|移|送|踢|打)(?:回|到|进|还|给)|回收|释放|清理|公海|\b(?:recycle|release|return|dump|drop|throw|toss|kick|send|put|move|push|give)\b.{0,80}\b(?:pool|back)\b|\b(?:recycle|release)\b|\bback (?:to|in|into) (?:the )?pool\b/iu;
const words: Record<string, number> = { a: 1, an: 1, two: 2, three: 3, six: 6 };

/** Leads nobody touched for so long go back to the pool, in whatever order that is said. */
export const giveBack: Rule = (text) => {
  if (text.length > 100 || !/线索|潜客|\b(?:leads?|prospects?)\b/i.test(text)) return null;
  const said = count.exec(text);
  if (!said || !neglected.test(text) || !returned.test(text.replace(neglected, ' '))) return null;
  const number = words[(said[1] as string).toLowerCase()] ?? (said[1] === '半' ? 0.5 : smallNumber(said[1]));
  const unit = /周|星期|礼拜|w/i.test(said[3] as string) ? 7 : /月|month/i.test(said[3] as string) ? 30 : 1;
  const silentDays = Math.round(number * unit);
  return silentDays >= 1 ? whole(text, { name: 'lead.recycle', input: { silentDays } }, 0.9) : null;
};

const two = /(?<![\d#])#?(\d{1,9})(?!\d)(.{0,24}?[^\d#])#?(\d{1,9})(?!\d)/u;
const merging =
  /合并|并(?:一下|起来|到一起|成一[条个]|了)|合(?:成|到|在)一|并(?:到|进|入)|去重|\b(?:merge|dedupe|de-dupe|combine|consolidate)\b/i;
const alike = /同一[个家条位]|一个人|一家|重复|重了|\b(?:duplicates?|dupes?|same (?:person|company|lead|guy|one))\b/i;
const smallWords =
  /保留|留(?:着|下)?|线索|潜客|请|帮我|麻烦|[把和跟与及同是都其实这那两个条的了吧啊一下人家位给它们成起来到在里]|(?:keep(?:ing)?|em|leads?|please|pls|and|with|are|is|the|same|both|they|them|it|those|these|into|one|as|can|you|a|of|numbers?|person|company|guy|together|up)(?![a-z])|[\s,.!#&+:-]/giu;

/** Two leads that are one person: those of their numbers, with any word for that. The first is kept. */
export const sameLead: Rule = (text) => {
  if (text.length > 80) return null;
  const pair = two.exec(text);
  const does = merging.test(text);
  if (!pair || (!does && !alike.test(text)) || !(/#|线索|lead/i.test(text) || does)) return null;
  const again = /(?:keep(?:ing)?|保?留(?:着|下)?)\s?#?(\d{1,9})/i.exec(text);
  if (again && again[1] !== pair[1] && again[1] !== pair[3]) return null;
  const rest = text
    .replace(pair[0], ` ${pair[2]} `)
    .replace(again?.[0] ?? '', ' ')
    .replace(new RegExp(merging.source, 'gi'), ' ')
    .replace(new RegExp(alike.source, 'gi'), ' ')
    .replace(smallWords, '');
  if (rest !== '') return null;
  const [first, second] = [`#${pair[1]}`, `#${pair[3]}`];
  // 把A并到B keeps B.
  const into = again
    ? `#${again[1]}` === second
    : /并(?:到|进|入)|(?<![a-z])(?:into|in to|merge\s?(?:到|进|to))|\b(?:dupe|duplicate|copy) of\b/i.test(
        pair[2] as string,
      );
  const input = into ? { keep: second, drop: first } : { keep: first, drop: second };
  return whole(text, { name: 'lead.merge', input }, does ? 0.95 : 0.5);
};

const mine =
  /^(?:这?[条个]?线索\s?|lead\s)?#(\d{1,9})\s?(?:这[条个])?(?:线索)?\s?(?:我(?:来|要|认领|领|拿|接|跟)|(?:归|给|分给|派给)我|(?:i'?ll take|is mine|to me))(?:跟进?|了|吧|来|领|认领|接|走|拿|\s){0,10}$|^(?:我(?:来|要|想|去)?|please\s|let me\s|i'?ll\s|i (?:want|can)(?: to)?\s)?\s?(?:认领|领取?|接手?|跟进?|拿|捡|claim|take(?: over)?|grab|pick up|assign me)\s?(?:一下|了)?(?:这[条个])?(?:线索|lead)\s?#?(\d{1,9})(?:\s?(?:吧|了|please|for me))?$|^assign (?:lead )?#?(\d{1,9}) to me$/i;

/** A lead of the pool that somebody takes: #31 我来跟, I'll take lead 31. */
export const takeLead: Rule = (text) => {
  const said = mine.exec(text);
  const lead = said?.slice(1).find((one) => one !== undefined);
  return lead ? whole(text, { name: 'lead.claim', input: { lead: `#${lead}` } }, 0.9) : null;
};
