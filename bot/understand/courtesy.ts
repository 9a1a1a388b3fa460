import { noted, unforgotten } from './keeping.ts';

/** Words in front of a request that only ask nicely or gather one's thoughts; also "can you …", which is no question here. */
const before =
  /^(?:(?:那个|嗯+|呃+|额|哎+|诶|喂|哈喽|嗨|你好|您好|麻烦[你您]?|请(?!示|教|客|假|了)[你您]?|帮(?:我|忙|个忙)|替我|劳驾|拜托[你您]?|辛苦[你您]?|能不能|能否|可不可以|小助手|机器人)(?:帮(?:我|忙))?[\s,]*|(?:hey|hi|hello|yo|ok(?:ay)?|um+|uh+|please|pls|plz|kindly|(?:can|could|would|will) (?:you|u)(?! (?:believe|imagine|remember|explain|see why|guess))|would you mind|go ahead and|real quick|quickly|hey bot|bot)\b(?!')[\s,:]*(?:please\b[\s,]*)?){1,6}(?=\S)/iu;
/** Words behind a request that say nothing more of it. */
const behind = new RegExp(
  `(?<=\\S)(?:[\\s,.!~]*(?:谢谢(?:啦|了|您|你|哈|哦)?|谢了|谢啦|多谢|感谢|辛苦(?:了|啦|您|你)?|麻烦(?:了|啦|您|你)|拜托(?:了|啦)|在线等(?:急)?|${unforgotten}|${noted}|(?:记得)?你?(?:给我|帮我|替我)?排(?:进去|上|一下)|记得(?:排|记|安排)(?:上|一下)?|[哈呗哟噢喔咯啦]+|(?<=忘了?|[下着点上去记])啊|[\\s,](?:ah|lah|leh|lor|hor|eh|mate|liao|sia|meh|yaar|bro|dude|innit|tbh|ngl|(?<![A-Z][a-z]{1,15}[\\s,])sir|please|pls|plz|thanks(?: a lot| so much)?|thank (?:you|u)|thx|tnx|ty|cheers|for me|real quick|quickly|asap|when you (?:can|get a (?:sec(?:ond)?|min(?:ute)?|chance|moment))|if you (?:can|could|don'?t mind))(?=[\\s,.!?~]|$))){1,5}[\\s,.!~]*(\\??)$`,
  'iu',
);

/** Courtesies are looked for in so many characters at the end. */
const longestTail = 80;

/** A request without its courtesies, and how many characters of it went in front. */
export function uncourteous(text: string): { text: string; from: number } {
  const front = before.exec(text)?.[0].length ?? 0;
  const rest = text.slice(front);
  const from = Math.max(0, rest.length - longestTail);
  const tail = behind.exec(rest.slice(from));
  const kept = tail && from + tail.index > 0 ? rest.slice(0, from + tail.index) + (tail[1] ?? '') : rest;
  return kept.trim() === '' ? { text, from: 0 } : { text: kept.trim(), from: front };
}

/** Said before one begins, whatever follows: ok so, 那个, 对了, 汇报一下. */
const opening =
  /^(?:(?:ok(?:ay)?,? so|so|alright,?(?: so)?|right,? so|um+|uh+|hm+|anyway|quick (?:one|update|note)|just fyi|fyi|btw|heads up)(?=[\s,:;.-])(?! far\b| that\b)[\s,:;.-]{1,3}|(?:那[个個]|嗯+|呃+|额|[对對]了|话说|跟你说(?:一?下)?|说一?下|汇报(?:一?下)?|报告(?:一?下)?)[\s,:;.]{1,3}){1,4}(?=\S)/i;
/** Said when one is done: write it down. */
const closing =
  /[\s,;.!-]{1,3}(?:(?:can|could) (?:you|u) )?(?:(?:please|pls|plz|kindly|just) )?(?:(?:log|note|record|save|add|update|jot|put) (?:it|this|that)(?: down| in)?|noted?|make a note(?: of (?:it|this|that))?|for the record|fyi|lol|haha+|smh)(?: (?:please|pls|plz|for me|thanks|thx|ok))?[\s.!)?]{0,3}$/i;

/** A text without what is said before one begins and when one is done, that says nothing of it. */
export function unframed(text: string): string {
  const front = text.replace(opening, '');
  const from = Math.max(0, front.length - longestTail);
  const tail = front.slice(from).replace(closing, (all, at: number) => (from + at === 0 ? all : ''));
  const bare = (front.slice(0, from) + tail).trim();
  return bare === '' ? text : bare;
}
