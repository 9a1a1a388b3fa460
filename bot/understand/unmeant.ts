import type { Refused } from './context.ts';
import { asked } from './plan/words.ts';
import { findWays } from './story/ways.ts';

/** What may stand in front of a sentence and says nothing of its own. */
const opening =
  '^[\\s"\'(]{0,3}(?:(?:那个|话说|对了|哦|啊|嗯|哎|诶|唉|哈哈|今天|昨天|昨晚|刚才?|刚刚|早上|中午|晚上|上午|下午|前两天|上周|最近|so|hey|lol|btw|fyi|ok|oh|well|haha|today|yesterday|last night|just|apparently|anyway)[\\s,]{0,3}){0,4}';
const begins = (zh: string, en: string) => new RegExp(`${opening}(?:(?:${zh})|(?:${en})(?![a-z]))`, 'iu');

const kinZh =
  '(?:老婆|老公|媳妇|爱人|对象|女朋友|男朋友|妈|爸|爷爷|奶奶|外婆|姥姥|舅舅?|叔叔?|儿子|女儿|闺女|孩子|娃|弟弟?|妹妹?|哥哥?|姐姐?|堂弟|表妹|邻居|室友|房东)';
const friendsZh = '(?:同学|朋友|哥们儿?|闺蜜|老乡|发小|战友|亲戚|师兄|师姐|熟人)';
const kinEn =
  '(?:wife|husband|kids?|son|daughter|mom|mum|dad|father|mother|sister|brother|girlfriend|boyfriend|fianc[eé]e?|roommate|flatmate|landlord|neighbou?r|cousin|uncle|aunt|nephew|niece|grandma|grandpa|in-laws?|dog|cat|fantasy (?:team|league))';
const friendsEn =
  '(?:friend|buddy|pal|mate|ex-?colleague|old colleague|classmate|roommate|contact of mine|recruiter|guy|dude|lady|person|barista|bartender)';

/** Somebody who is neither of us nor the customer, and what they say or saw. */
const voices = [
  begins(
    `据[^,;.!]{1,10}(?:说|讲|透露|了解|称)|据悉|据称|小道消息|听(?!完|了|取|过|课|写|起来|候)[^,;.!]{0,8}?(?:说|讲|聊|传|提)|(?:我|我们|咱)?(?:一个|有个|有一个|个)?(?:以前的)?(?:有人|别人|人家|隔壁(?:组|部门|公司|工位|桌)?|邻桌|同行|圈子?里|业内|群里|网上|外面|坊间|江湖|小道消息|朋友圈|微博|知乎|抖音|(?:出租车|网约车|滴滴)?司机|保安|猎头|${friendsZh}|${kinZh})[^,;.!]{0,12}?(?:说|讲|传|聊|唠|吹|看见|看到|听|透露|评论|爆料|告诉|猜|赌|八卦)|刷[^,;.!]{1,8}(?:看到|看见|刷到)|打车[^,;.!]{0,12}(?:说|唠|聊)|(?:在|从)?(?:网上|新闻|朋友圈|群里|微博|公众号|脉脉)(?:里|上)?(?:看到|看见|刷到|听|有人|都在|说)`,
    `according to|(?:a )?(?:little )?bird(?:ie)? told|(?!(?:i|we|just|also|already) )[a-z]+ (?:told|said to|mentioned to|was telling) (?!me\\b|us\\b|him\\b|her\\b|them\\b|you\\b|that\\b)[a-z]+|(?:the )?(?:rumou?rs?|gossip|grapevine|word)(?: on the street| around the office)? (?:has it|is|says|are|going)|(?:an?|my|some|this|one|the) (?:old |former )?${friendsEn}\\b[^,;.!]{0,40}?\\b(?:says?|said|swore|swears|told|mentioned|reckons?|claims?|claimed|heard|thinks|bet|bets)|(?:an?|my|the) (?:uber|cab|taxi|lyft) driver\\b[^,;.!]{0,30}|(?:someone|somebody|some (?:guy|dude|one)|people|everyone|everybody|folks|the internet|reddit|twitter|linkedin|glassdoor|facebook|blind|the news|the press|google|chatgpt)\\b[^,;.!]{0,30}?\\b(?:says?|said|saying|posted|claims?|thinks?|reckons?|swears?|told|typed|wrote|mentioned|tweeted|keeps? saying|(?:is|are) convinced)|(?:saw|read|seen|spotted) (?:that |it )?(?:someone|somebody|somewhere|online|a (?:post|tweet|article|headline|comment|thread)|on (?:linkedin|reddit|twitter|the news|facebook|glassdoor)|in the (?:news|paper|press))|overheard|(?:their|the|an?|some) (?:intern|analyst|cleaner|temp)\\b[^,;.!]{0,30}?\\b(?:says?|said|mentioned|told|thinks?|expects?|claims?|reckons?)`,
  ),
  /(?:thinks?|says?|said|swears?|reckons?|claims?) (?:that )?(?:she|he|they) (?:over)?heard|说(?:他|她|是)?听(?:人|谁|别人|到)/i,
  /(?:真假|是真是假|真的假的|准不准)(?:就|也|还)?(?:不|没)(?:知道|清楚|好说|确定|准)|(?:也|都)?(?:没|没个|没有)准信|\bno idea (?:if|whether) (?:it'?s|that'?s|this is) (?:real|true|legit)|\b(?:don'?t know|not sure) (?:if|whether) (?:it'?s|that'?s) (?:real|true|legit)/i,
];

const paperZh =
  '(?:模板|范文|范例|样例|示例|例句|例子|案例|话术本?|话术库|手册|剧本|脚本|条款|条文|原文|教程|说明书|教材|课件|公告|周报|日报|月报|截图|聊天记录|新闻|头条|标题|文章|帖子|推文|播客|短视频|公众号|台词|题目|考题|考试|试卷|测验|习题|最后一题|作文|歌词|小程序|弹幕|海报|广告)';
const paperEn =
  '(?:template|sample (?:row|line|data|text|email)|example|headline|newsletter|article|blog(?: ?post)?|podcast|press release|book|slides?|deck|manual|script|handbook|playbook|tutorial|docs?|wiki|faq|poster|ad|commercial|screenshot|transcript|quiz|exam|test question|exercise|case study|role-?play|onboarding|training|lyrics?|notes? from [\\w ]{2,16}|song|webinar recording|thread|meme|tweet|subject line)';

/** Words that stand somewhere: in a template, a headline, a message of somebody else's. */
const written = [
  begins(
    `[^,;.!]{0,12}?${paperZh}[^,;.!]{0,10}?(?:(?:里|上)?(?:说|写|讲|印|是这么写)的?(?:是)?|原文|:|第.{1,3}[条题句页章]|里(?:的|那|有)?(?:个|句|条|案例|case)|:)|转发(?!给|一下|到)[^,;.!]{0,16}:|(?:这句|这段话?|下面这)[^,;.!]{0,20}(?:英文|中文|怎么翻|翻译)`,
    `(?:the |an? |this |that |our |my |in (?:the|this|that|an?) |from (?:the|an?) )?(?:\\w+ ){0,3}?${paperEn}\\b[^,;.!:]{0,30}?(?:\\bsays?|\\bsaid|\\breads?|\\bgoes|\\bhas|\\bshows|\\blists|\\bwas|\\bcalled|:|"|')|(?:fwd?|forwarded|fw)(?: (?:from|by) [^,;.!:]{1,24})?:|(?:fwd?|forwarded) (?:from|by)`,
  ),
  begins(
    '(?:测试|试试|试验|演示|练习|举例|比方|比如|例如|譬如|打个?比方|举个?例子|举个?栗子)(?:一下|说|来说|讲)?\\s?[:,]?|(?:帮我|请|麻烦)?(?:把|将)?[^,;.!:]{0,8}?(?:润色|翻译|改写|校对|纠错)|(?:合同|协议|邮件|微信|短信|群)(?:里|上)(?:写|说|印)',
    "how(?:'?s| does| is) (?:this|that|it) (?:read|sound|look)|does (?:this|that) (?:read|sound|look)|(?:just )?(?:test(?:ing)?(?: test)?:|for (?:example|instance)|e\\.g\\.)|(?:please )?(?:translate|proofread|rephrase|rewrite|polish|spell|i typed|i wrote|draft)",
  ),
  /(?:这句话?|这段话?|这个词)(?:的)?(?:英文|中文|日文|英语)|(?:怎么|如何)翻译/,
];

/** What happens in play, in a film, at an earlier employer's, at home: none of it is ours to record. */
const elsewhere = [
  /小时候|training里|纪录片|看球|球赛|世界杯|剧本杀|狼人杀|桌游|追剧|商战剧|(?:电视|网|短|美|韩|英|日)剧|综艺|脱口秀|相声|漫画|(?:培训|课上|课程|演练|模拟|考试|面试)(?:里|时|中|上)?(?:的|那)?个?(?:案例|case|例子|练习|场景|题)|老东家|(?:前|上一?家|原来?|之前那家|以前那家)(?:公司|单位|雇主)(?=我|的时候|那会|里|时|,|\s)|上一份工作|上辈子|下辈子|平行宇宙|穿越/i,
  /\b(?:podcast|sitcom|netflix|hbo|k-?drama|role-?play(?:ing|ed)?|improv|escape room|monopoly|board game|documentary|soap opera|training (?:case|example|scenario|exercise)|mock (?:call|deal|negotiation|pitch)|in (?:a|another) (?:past|previous|former) (?:life|job|role)|at (?:another|a different|a previous|a former|my first) (?:company|job|place|firm)|(?:my|the) (?:old|previous|former|last|ex) (?:employer|company|gig)|parallel universe)\b/i,
  /\bback in (?:19|20)\d\d\b|\bwhen i (?:was at|worked (?:at|for))\b|\bin a previous role\b/i,
];
const athome = [
  begins(
    `(?:我|我们|咱)家?(?:的)?(?:一个|有个)?(?:${kinZh}|${friendsZh}|同事(?!们))|我家(?!客户)(?:的)?(?:猫|狗|娃|孩子|里|楼下|小区|宝宝)|(?:明天|后天|周末|下?周[一二三四五六日天末])?(?:跟|和|陪|约)(?:我)?(?:${kinZh}|${friendsZh})们?(?:一起)?(?:吃|去|看|打|逛|喝|玩|聚|唱|过)`,
    `(?:grandm|grandp)a|my (?:${kinEn}|${friendsEn}|co-?worker|colleague|team ?mate)`,
  ),
];

/** Wishes, mockery and what nearly was. */
const wished = [
  /(?:该|那)(?:有)?多好|(?:能|要).{2,24}就好[了啦]|信你(?:个|才)|(?:才|算我)怪(?=$|[\s,;.!])|鬼才信|谁信(?:啊|呢|呀)?|想得美|想想(?:而已|罢了|就好)|白日做?梦|痴人说梦|画(?:大)?饼|好想|真想|恨不得|巴不得|祈祷|保佑|许(?:个|了个)?愿|(?:生日|新年)?(?:愿望|心愿|梦想)(?:是|就是|:)|有生之年|但愿|(?:呵呵|才不信|信了你的邪)|(?:太|也太)天真|本来.{0,12}?(?:要|想|打算|准备|计划|说好|应该|可以|都)|差(?:一|那么)?(?:点|步|口气)点?就|早知道|有朝一日|最好.{2,12}能|总有一天|迟早有一天/,
  /\b(?:yeah,? right|as if\b(?! (?:they|he|she|it|nothing))|fat chance|hopefully|ideally|wouldn'?t mind|i'?d (?:pay|love|kill|give anything|die) (?:to|for)|(?:my|the) dream(?:\b)|when (?:pigs|hell)|in my dreams|dream on|and a pony|wouldn'?t it be|(?:would|that'?d) be (?:nice|great|lovely|awesome|amazing)(?! if (?:you|u))|if only|(?:i|we) wish|wish (?:i|we|they|it|he|she)|toying with|(?:half )?tempted to|half a mind|day-?dream|(?:was|were) (?:gonna|going to|supposed to|meant to|about to|all set to)|kinda thinking|(?:'d|would)(?: have|'ve)|woulda|one (?:fine )?day,? (?:i|we)|some ?day,? (?:i|we)|it(?:'d| would) be (?:sweet|nice|great|lovely|cool|awesome|huge|amazing)(?! if (?:you|u))|(?:jok(?:ed|es|ing)|kidding|teased)(?: that)?|said no one(?: ever)?|fingers crossed(?: that)? (?=\S)|pray(?:ing)?(?= \S)|manifest(?:ing)?|my luck|yeah sure)\b/i,
  /^(?:oh |yeah |ya |lol |haha )?sure,? (?!(?:please|pls|move|log|set|go|change|thing|update|add)\b)\S/i,
];

/** What nobody said or what will not be. */
const denied = [
  /(?:签单|成交|签约)无望|没(?:啥|什么)?指望|(?:绝|根本|压根)?不可能(?=$|[\s,;.!的]|签|成|给)/,
  /^(?:nobody|no one|none of (?:us|them)|nothing)\b[^,;.!]{0,30}\b(?:agreed|said|says|confirmed|approved|promised|signed|offered|wants|moved|mentioned)\b|\b(?:(?:i|we) (?:highly |seriously |really )?doubt|no such thing|nothing of the (?:kind|sort)|not happening|no chance|no way in)\b/i,
];

/** Conditions said without if, and whether one should at all. */
const depends = [
  /再不(?!合作|来往|联系|理|提|见)[^;.!]{1,20}就|再没[^;.!]{1,14}就|前提(?:是|:)|(?:同意|肯|付|过会|点头|到位|批)[^,;.!]{0,6}才(?!能力)|(?:看|取决于|得看|就看)[^,;.!]{1,14}(?:再(?:说|定|看)|怎么说|了$)|(?:哪天|啥时候|什么时候)[^;.!]{2,16}(?:再|就)/,
  /^no [\w' ]{2,24} (?:by|before|until|this) [\w ]{2,20}?(?:,| and\b)|\bworst[- ]case\b|(?<!\b(?:is|as|in|to|under)\s(?:a\s|our\s|my\s)?)\bbest[- ]case\b|\bbest[- ]case\b(?!(?:\s(?:for\s|in\s)?(?:this|next)\s(?:month|quarter))?\s*$)|最坏(?:的情况|情况|打算|结果)?/i,
  /^(?:let'?s )?(?:say|suppose|imagine|assume|pretend|hypothetically)\b(?! (?:hi|hello|yes|no|thanks))|\b(?:depends on|depending on|hinges on|had (?:somebody|someone|we|i|they) |should (?:they|he|she) (?:sign|agree|say)|only (?:if|when)|til+ then)\b/i,
];
const wondered = [
  begins(
    '(?:我|我们|咱们?|你说|你觉得)?(?:是不是(?:该|要|得|应该|可以)|要不要|该不该|用不用|需不需要|应不应该|凭什么|干嘛|何必|难道|难不成|莫非)',
    "(?:wait|hang on|hold on|hmm+|um+|remind me again)?,? ?(?:should|shall|ought|do you think|wonder(?:ing)? (?:if|whether)|(?:any ?one|anybody) (?:know|got|remember)|(?:is|are|isn'?t|aren'?t|wasn'?t|weren'?t|didn'?t|doesn'?t|hasn'?t)(?= \\S+ \\S))",
  ),
];

/** Whether one of the patterns stands in a text, and no touch was told before it: then it is a remark on that. */
const frames = (text: string, patterns: RegExp[]) =>
  patterns.some((pattern) => {
    const match = pattern.exec(text);
    return match !== null && (match.index === 0 || !findWays(text.slice(0, match.index)).some(({ done }) => done));
  });

/** Why what a sentence says is nobody's order and no news of ours: told by others, written somewhere, played, wished. */
export function unmeant(text: string): Refused | null {
  if (frames(text, wondered)) return 'question';
  if (frames(text, written)) return 'quoted';
  if (frames(text, voices)) return 'hearsay';
  if (frames(text, denied)) return 'negated';
  if (frames(text, depends)) return 'conditional';
  if (frames(text, elsewhere) || frames(text, wished)) return 'unclear';
  return !asked.test(text) && frames(text, athome) ? 'unclear' : null;
}
