import type { Reading } from '../context.ts';
import { mask } from '../normalize.ts';
import { remember } from '../remember.ts';

export type Channel = 'call' | 'visit' | 'wechat' | 'email' | 'message' | 'meeting' | 'demo' | 'other';

const s = '[\\s]?';
const one =
  '(?:个|通|一个|一通|[两三几好]几?[个通遍次条封回]|次|一次|条|一条|封|一封|场|一场|下|趟|一趟|顿|几次|三次|两次)';
const end = '(?:了一?下|过去|过来|打通|没打通|做完|完|好|成|过|到|着|了)*';

/** What is sent to a customer. */
const paper =
  '(?:the|an?|our|their|his|her|updated|revised|final|new)\\s(?:\\w+\\s){0,3}?(?:quotes?|quotations?|proposals?|contracts?|decks?|pricing|price list|samples?|brochures?|invoices?|agreements?|sow|nda|msa)(?![a-z])';

/** How one gets in touch, in the words of both languages, the more telling way first. */
const words: [Channel, string, string][] = [
  [
    'call',
    `(?:打|回|通)了?${one}?(?:的)?${s}(?:电话|call|语音)|电话(?:里|上|中)?(?:沟通|联系|聊|回访|跟进|拜访|问)?|通(?:了|完|过)?${one}?电?话|致电|来电|语音(?:通话|聊|沟通)?|call(?=了|过|完|进来|刚|已)|(?:过|打|开)完?了?(?:个|一个)?(?:(?:conf|teams|zoom|video|sales) )?call|呼叫|打通|没打通|接通|拨(?:了|通)${one}?|来电话|打过[来去]|(?<!再|要|会|记得)打给|电话(?=过去|断|里|那头|两|才)|(?:挂|断)了电话|回电(?=了|话|给|说)|回拨|打了(?:[一二两三四五几]次|好几[次个遍])|手机(?=关机|停机|占线|没|打不)|关机|忙音|占线|(?<=给.{1,12})打了(?=$|[\\s,])`,
    'called(?: up| back)?|gave(?=\\s[^,;.!]{1,40}?\\sa (?:quick )?(?:call|ring|shout|bell|buzz)(?![a-z]))|(?<=gave\\s[^,;.!]{1,40}\\s)a (?:quick )?(?:call|ring|shout|bell|buzz)(?: back)?|left(?=\\s[^,;.!]{1,40}?\\s(?:an?|another)\\s(?:\\w+\\s)?(?:v\\.?ms?|voice ?mail|message))|(?<=left\\s[^,;.!]{1,40}\\s)(?:an?|another)\\s(?:\\w+\\s)?(?:v\\.?ms?|voice ?mail|message)|had a tele-?con(?:f|ference)? with|phoned|rang|rung|dialed|(?:had |did |got off |jumped on |just had )*(?:a |an |the )?(?:\\w+ )?(?:phone )?call (?:with|w/?|to)(?=\\s)|(?:got )?(?:on|off) the phone (?:with|w/?)(?=\\s)|voice ?mail|by phone|over the phone|on the phone|left (?:a )?(?:voice ?mail|message|vm|v\\.?m)(?: for| with)?|\\bvms?\\b|left (?:\\w+ ){0,2}vms?(?: for| with)?|hopped on (?:a|the) (?:call|phone) with|rang up|buzzed|got through to|spoke (?:with|to) (?=.{1,40} (?:by|on|over) (?:the )?phone)|tried(?: calling| to call| to reach| reaching| ringing)?|cold.?called|(?:on|during) (?:the|our) (?:\\w+ )?call|(?:^|(?<=\\s))(?:phone )?call(?=:|\\s?$|[\\s\\ue000]{1,30}went| was| done| \\d+ ?min|,| no (?:answer|reply))|(?<=\\S\\s)(?:phone )?call(?=(?:[\\s\\ue000]{1,30}|\\s(?:today|yesterday|earlier|(?:this|yesterday) (?:morning|afternoon)|just now))(?:$|,))',
  ],
  [
    'wechat',
    `(?:加|发|用|在|回)?了?${one}?(?:的)?微信(?:上|里)?(?:联系|沟通|聊|跟进|问|发|回复|回)?|加V`,
    'wechatted|wechat(?:ed)? with|on wechat|over wechat|via wechat',
  ],
  [
    'email',
    `(?:发|写|回)了?${one}?(?:邮件|email|mail)|邮件(?:联系|沟通|跟进)?|email(?=没|了|回|过|已|发|也)|mail(?=没|了|过)|(?:发|回)(?:了)?(?:邮件|email)`,
    'e-?mailed (?:over )?(?:the|an?|our|my|some) [^,;.!]{1,40}? (?:over |across |out )?to(?=\\s)|e-?mailed|mailed|(?:sent|shot|dropped|fired|wrote)(?: off)?(?=\\s[^,;.!]{1,40}?\\s(?:an?|another) (?:\\w+ )?e-?mail(?![a-z]))|(?<=(?:sent|shot|dropped|fired|wrote)\\s[^,;.!]{1,40}\\s)(?:an?|another) (?:\\w+ )?e-?mail|e-?mail(?=\\s(?:no|bounced|unanswered|went|got|still no)(?![a-z]))|sent (?:an? )?(?:e-?mail|mail)(?: to)?|wrote (?:to|an email to)|by e-?mail|(?:my|his|her|their|the) e-?mails?|e-?mail (?:to|with)(?=\\s)',
  ],
  [
    'message',
    `(?:发|回)了?${one}?(?:短信|消息|信息)|(?:ping|message|text|dm|whatsapp)(?=了|过)|短信|钉钉(?:上|里)?(?:联系|沟通|聊|说|问|回)?|(?:teams|slack|telegram|whatsapp)(?:上|里)|whatsapp|(?<![a-z])line(?![a-z])(?:上|里)?`,
    "(?:texted|messaged) (?:over )?(?:the|an?|our|my|some) [^,;.!]{1,40}? (?:over |across )?to(?=\\s)|(?:sent|shot|dropped)(?: off)?(?=\\s[^,;.!]{1,40}?\\s(?:an?|another) (?:\\w+ )?(?:text|message|msg|note|dm|line|whatsapp)(?![a-z]))|(?<=(?:sent|shot|dropped)\\s[^,;.!]{1,40}\\s)(?:an?|another) (?:\\w+ )?(?:text|message|msg|note|dm|line|whatsapp)|(?:linkedin |whatsapp |slack |teams )?(?:msg|message|dm|text) to(?=\\s)|got (?:a |an )?(?:text|message|msg|dm) from|msg'?d|texted|messaged|pinged|dm'?ed|slacked|whatsapped|whatsapp(?=\\s[^,;.!]{2,40}\\salready)|sent (?:a )?(?:message|text|dm)(?: to)?|text(?:ing)? with|by text|on slack|on whatsapp|on teams|over text",
  ],
  [
    'demo',
    `(?:做|给|去|看)?了?${one}?(?:产品|线上|方案)?(?:演示|demo|讲解|宣讲|presentation)`,
    "demo(?:ed|'d)(?: (?:to|for|with))?|(?:gave|did|had|ran|finished) (?:a |an |the )?(?:product |\\w+ )?demo(?: (?:to|for|with|at))?|showed the product to|presented to|presented (?:at|for)|walked (?=.{1,40} through)|(?<=(?:loved?|liked?|enjoyed|hated|happy with|impressed by) (?:the|our) (?:\\w+ )?)demo|(?:^|(?<=\\s))demo(?=[\\s\\ue000]{1,30}went|\\s(?:done|was)|:)|(?<=\\S\\s)demo(?=(?:[\\s\\ue000]{1,30}|\\s(?:today|yesterday|earlier|(?:this|yesterday) (?:morning|afternoon)|just now))(?:$|,))",
  ],
  [
    'meeting',
    `(?<!说?[在正]|内部|他们|人家|客户)开(?:了|完)?${one}?(?:腾讯|线上|视频|电话|钉钉|飞书)?(?:会议?|meeting)|(?:腾讯|视频|线上|飞书|钉钉)会议?|线上(?=聊|沟通|谈)|视频(?=$|[\\s,])|面谈|会面|碰头|碰了?${one}?面|[吃约](?:了|完|过)?${one}?饭|喝(?:了|完|过)?${one}?(?:茶|咖啡)|(?:腾讯|视频|线上|飞书|钉钉)会议?(?:开|聊|谈)|meeting|会议|碰头会|交流会|评审会|讲标|路演|zoom(?:了|完|会)|teams会|腾讯会议|视频(?:了|过|聊)|(?:线上|视频)会|开(?:完|了)(?:zoom|teams|会)|饭局`,
    '(?:had|have|did|just had|(?:just )?(?:came|come|coming|walked|stepped) out of|out of|got out of|finished|sat through) (?:a |an |the )?(?:\\w+ )?(?:meeting|mtg|lunch|coffee|dinner|breakfast|chat over coffee|zoom|workshop)(?: (?:with|w/?|at)(?=\\s))?|(?:meeting|mtg|lunch|coffee|dinner|zoom) (?:with|w/?|at)(?=\\s)|sat down with|zoomed with|(?:on|during|for) (?:the|our) (?:[\\w\\ue000]+ )?(?:meeting|mtg|zoom)|(?<=\\ue000 )(?:meeting|mtg|zoom|lunch|coffee)(?=$|[,.;!])|(?:^|(?<=\\s))(?:meeting|mtg|lunch|coffee|dinner|zoom|workshop)(?=:|[\\s\\ue000]{1,30}went| was| done)|(?<=\\S\\s)(?:meeting|mtg|lunch|coffee|dinner|zoom|workshop)(?=(?:[\\s\\ue000]{1,30}|\\s(?:today|yesterday|earlier|(?:this|yesterday) (?:morning|afternoon)|just now))(?:$|,))|over zoom|on zoom|via zoom|on teams|over lunch|over coffee|took .{1,30} to (?:lunch|dinner)|grabbed (?:lunch|coffee|a coffee|dinner|drinks) with',
  ],
  [
    'visit',
    `(?:登门|上门)?拜访|(?:顺路|顺便|路过|专程|特意|去)看(?:了|望了?)(?:一?下|看|一趟)?|看望|(?:进去|进门)?坐了坐|(?:在.{0,6}(?:办公室|厂里|公司|车间|店里|工地|现场))(?=谈|聊|说|见|碰|坐)|visit(?=了|过|完)|登门|走访|参观|进去坐了?坐|上门|面访|回访|约见|(?<![听看]不?)见(?:到|了|着|过|完)?${one}?面?(?!效|外|过世面|积|识)|(?<!来\\p{Script=Han}|过|[出寄发送])去了?${one}?(?!年|掉|世)|跑了?${one}?|逛了?|(?:从(?!\\s?[\\d一二两三四五六七八九十百千万])|离开)(?=.{1,12}(?:出来|回来|了))|(?<=^(?:我们?)?(?:现在|正|人)?在\\S{2,10})这[儿里](?=$|[\\s,]|跟|和|见|\\p{Script=Han}{1,3}(?:带|陪|接待|说))|到访|探访|visit|(?<=在.{2,10})坐了(?:一?会儿?|半天|.{0,6}小时|一上午|一下午)?|现场(?:看|考察|转)了?(?:看|一圈)?|来(?:我们)?公司|过去(?:看|聊|谈)了|去过`,
    'visited|visit (?:to|at)(?=\\s)|(?:drove|flew|headed|went|travell?ed|popped) (?:out |over |up |down |across |round )?to(?: see)?(?=\\s)|(?:walked|toured) (?:the |their )?(?:\\w+ )?(?:line|floor|plant|site|warehouse|shop) with|(?:did|had|finished) (?:the|a|our|my) (?:\\w+ )?(?:walk-?thr(?:u|ough)|tour|site visit|visit) (?:at|of|with|for)|dropped by|dropped in (?:on|at)|stopped by|swung by|went to see|went (?:over )?to|(?:just )?saw|met (?:up )?with|met|was at|were at|popped (?:in|by|into|round|over)(?: (?:to|on))?(?: see)?|(?<!(?:budget|money|cash|nothing|time|days?|weeks?|months?|hours?|anything|much) )(?:just )?left(?! (?:a |\\w+ )?(?:voice|message)| (?:me |us )?on read)|back from(?: a visit to| visiting| seeing)?|(?<!(?:based|works|working|people|is|was) )out of(?= [a-z])(?! (?:the |my )?(?:office|town|country|budget|money|stock|time|luck|the|their|scope|range)(?![a-z]))|(?:^|(?<=\\s))visits?(?=:|\\swent| done)|(?<=\\S\\s)(?:site )?visit(?=(?:[\\s\\ue000]{1,30}|\\s(?:today|yesterday|earlier|(?:this|yesterday) (?:morning|afternoon)|just now))(?:$|,))|(?:was |were )?on.?site (?:at|with)|pitched|toured|spent (?:the )?(?:morning|afternoon|day|an hour) (?:at|with)|sat with|bumped into|ran into',
  ],
  [
    'other',
    '(?:发|寄|传|递)(?:过去|出去)(?=了)|聊|谈(?!不|崩)|沟通|联系(?!不|人|方|电)|交流|(?<!换了?个?人)对接(?!人)|跟进(?=了|过|完)|碰了?(?:一下)?(?=方案|需求)|回访',
    `(?:sent|shared|forwarded|couriered)(?: over| across| off)?(?=\\s[^,;.!]{1,40}?\\s${paper})|(?<=(?:sent|shared|forwarded|couriered)(?: over| across| off)?\\s[^,;.!]{1,40}\\s)${paper}|(?:sent|shared|forwarded|couriered)(?: over| across| off)? ${paper}(?: over| across)? (?:to|with)(?=\\s)|` +
      'came back(?: to (?:us|me))? (?:asking(?: for)?|saying|wanting|with)|spoke (?:with|to)|spoke|talked (?:with|to)|(?:quick |long |good |great |had a )*(?:chat|catch.?up|convo|conversation) (?:with|w/?)(?=\\s)|got (?:a )?(?:reply|answer|word) from|chatted (?:with|to)|contacted|reached out to|followed up with|caught up with|heard (?:back )?from|checked in with|connected with|got hold of|touched base with',
  ],
];

const zh = words.map(([channel, chinese]) => ({ channel, pattern: new RegExp(`(?:${chinese})${end}`, 'giu') }));
const en = words.map(([channel, , english]) => ({
  channel,
  pattern: new RegExp(`(?<![a-z])(?:${english})(?![a-z])`, 'gi'),
}));

/** What was given or left: the verb before it says that it was. */
const thing =
  /^(?:an?|another) (?:\w+ )?(?:call|ring|shout|bell|buzz|text|message|msg|note|dm|line|whatsapp|e-?mail|v\.?ms?|voice ?mail)(?: back)?$/i;

export interface Way extends Reading<Channel> {
  /** The words say that it took place. */
  done: boolean;
}

/** Every word for getting in touch in a text; none overlaps a more telling one. */
export const findWays = remember(waysIn, (text) => text);

function waysIn(text: string): Way[] {
  const found: Way[] = [];
  let left = text;
  for (const { channel, pattern } of [...(/\p{Script=Han}/u.test(text) ? zh : []), ...en]) {
    for (const match of left.matchAll(pattern)) {
      if (match[0] === '') continue;
      const latin = !/\p{Script=Han}/u.test(match[0]);
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        value: channel,
        done: latin
          ? !thing.test(match[0]) &&
            !/^(?:(?:a |an |the )?(?:phone |site )?(?:call|visit|email|e-mail|meeting|mtg|demo|lunch|coffee|dinner|zoom|workshop|chat|text)(?:\s(?:with|w\/?|at|to))?|over zoom|on zoom|by phone|by e-?mail|over the phone|on the phone|on wechat|on slack)$/i.test(
              match[0],
            )
          : /了|过|完|到|着|好|从|离开|^这[儿里]$/.test(match[0]),
      });
    }
    left = mask(left, found);
  }
  return found.sort((a, b) => a.start - b.start);
}

const order: Channel[] = ['call', 'wechat', 'email', 'message', 'demo', 'meeting', 'visit', 'other'];
/** The channel of a touch told with these words: the most telling of them. */
export const channelOf = (ways: readonly Way[]): Channel =>
  order.find((channel) => ways.some(({ value }) => value === channel)) ?? 'other';
