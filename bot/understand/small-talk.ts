export type SmallTalk = 'hello' | 'thanks' | 'bye' | 'who' | 'fine';

const kinds: [SmallTalk, RegExp][] = [
  [
    'hello',
    /^(?:你好|您好|嗨|哈[喽啰]|早上?好?|早安|上午好|中午好|下午好|晚上好|在(?:吗|不在|不|么)?|有人吗|hello|hi|hey|yo|howdy|morning|good (?:morning|afternoon|evening)|you there|anyone there|test(?:ing)?|测试)(?:\s?(?:there|bot|genjin|跟进|机器人|大家))?$/i,
  ],
  [
    'thanks',
    /^(?:太?(?:谢谢|感谢|多谢|谢|辛苦)(?:了|啦|你|您)?|3q|(?:many |great,? )?(?:thanks?|thank you|thx|ty|cheers|appreciated|appreciate it)(?: a lot| so much| again| man| mate)?)$/i,
  ],
  [
    'bye',
    /^(?:再见|拜拜|晚安|下班了?|回头见|明天见|good ?night|周末(?:愉快|快乐)|(?:节日|新年|元旦|中秋|国庆|圣诞|春节)快乐|have a (?:good|nice|great) (?:weekend|evening|day|one)|happy (?:friday|new year|holidays)|bye(?: bye)?|see (?:you|ya)(?: tomorrow)?|later)$/i,
  ],
  [
    'who',
    /^(?:你是(?:谁|什么|干嘛的|做什么的|机器人吗?)|你叫什么(?:名字)?|who are you|what are you|are you (?:a bot|human|real))$/i,
  ],
  [
    'fine',
    /^(?:好的?|行|嗯+|哦+|噢|收到|了解|知道了|明白了?|可以|没事了?|没问题|哈+|呵+|嘿+|厉害|不错|牛|赞|ok(?:ay)?|k|kk|got it|sure|cool|nice|great|perfect|alright|right|fine|no worries|np|lol|haha+|wow|yes|no)$/i,
  ],
];

/** What kind of small talk a whole text is; null when it is none, or more than that. */
export function smallTalk(text: string): SmallTalk | null {
  const said = text
    .normalize('NFKC')
    .slice(0, 60)
    .replace(/[\p{Extended_Pictographic}\s!.,~。,、!?？]{1,40}$/u, '')
    .replace(/[啊呀哈呢哦吧]$/, '')
    .trim();
  return kinds.find(([, pattern]) => pattern.test(said) || pattern.test(text.trim()))?.[0] ?? null;
}
