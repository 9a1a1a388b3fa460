import type { Context, KnownName } from '../context.ts';
import { looksLikeCompany } from '../people.ts';
import { cleanRef, isPronoun, isUnnamed } from '../refs.ts';

const han = /\p{Script=Han}/u;
const notName =
  /[了吗呢么啊吧哦？:"]|[说要被把没不别很该跟又就差]|(?<![理联思梦])想|(?<![协工大商联博])会(?!计)|(?<![智新动功节光核热])能(?!源|量|效)|给(?!力)|先(?!锋|进|达|科)|再(?!生)|才(?!华|智)|太(?!平|阳|极|古|和|保|空)|真(?!武|诚|功)|快(?!运|递|乐|鱼|手)|^(?:最[大主]|主要|今天|明天|昨天|昨晚|刚才?|现在|最近|客户|对方|大家|我|你们?|他|她|老板|公司$|天气|这|那|有|是|在|目标|感觉|希望|争取|预计|计划|打算|更正|时间|金额|预算|以前|合同|尾款|系统|方案|手机|电话|发票|邮件|群里|小说|电影|游戏|培训|儿子|女儿|孩子|老婆|老公)|为什么|什么|怎么|觉得|有点|价格|担心|顾虑|签下|签单|赢单|丢单|打错|写错|说错|上一?条|不对|到底|是不是|做梦|朋友|同学/;
const notEnglish =
  /\b(?:i|we|you|they|he|she|it|is|are|was|were|the|that|this|not|no|don'?t|to|has|have|had|will|would|just|if|for|my|our|and|but|so|me|him|her|them|who|what|when|why|how|very|really|almost|nearly|last|first|kid|job|movie|dream|game|a|an|his|their|some|lost|won|hoping|hope|wrong|typo|sorry|oops)\b|['"]/i;

/** Words of the trade that are said alone and name nobody. */
const common =
  /^(?:质量|品质|价格|价钱|报价|交期|工期|售后|服务|产品|方案|系统|暂时|主要|主要是|就是|总体|整体|总的来说|一?上午|一?下午|半天|一天|今年|年底|年后|月底|沟通|联系|线上|现场|办公室|厂里|[几两三一]句|一?会儿|一阵|一圈|几[次下]|[一二两三四五六七八九十\d]+[家个次遍通位])$/;

/** Whether words can be what somebody calls a record: short, and no sentence. */
export function refLike(text: string): boolean {
  const ref = cleanRef(text);
  if (ref === '') return false;
  if (/^#\d+$/.test(ref)) return true;
  if (!/\p{L}/u.test(ref)) return false;
  if (han.test(ref) && looksLikeCompany(ref)) return ref.length <= 16 && !/[了吗呢么？:",]/.test(ref);
  if (han.test(ref) && common.test(ref)) return false;
  if (han.test(ref)) return ref.length >= 2 && ref.length <= 14 && !notName.test(ref);
  return ref.length >= 2 && ref.split(/\s/).length <= 4 && !notEnglish.test(ref);
}

const headZh =
  /^(?:嗯+|呃+|唉|哎|一大早|一早|当场|当面|隔壁的?|附近的?|总部的?|线上|路过|经过|顺路|顺道|顺便|陪同|陪着|趁|专程|特意|[\s,:;.的了在对给跟和与找向同去到从把将就也又还都才再说那被让]|他们?|她们?|我们?|咱们?|今天|今早|刚刚?|刚才|方才|上午|下午|中午|早上|晚上|已经|终于|再次?|一起|一直|直接|客户|现在|这边|目前|然后|后来|顺便|打了?|发了?|约了?|用|上次|第[一二三四五六七八九十]次|首次|初次|做了?|见了?|问了?一?下?|看了?一?下?|加了?|请|麻烦|帮我|帮忙|更新一?下|记一?下|记录|记下|move|push){1,10}/u;
const tailZh =
  /(?:的人|试了?|[\s,:;.的了在对给跟和与找向同也又还都再就说把去上里他她啊哈吧呢嘛可已新]|我们?|那边|那里|这边|总部|公司那边|那[一个]?单子?|这[一个]?单子?|那个单子?|这个单子?|单子|一直|直接|终于|已经|可以|应该|可能|大概|估计|基本|一起|今天|昨天|前天|刚刚?|刚才|上午|下午|晚上|现在|目前|最终|最后|有点|觉得|认为|表示|反馈|聊起来|他们?|她们?|对方|客户|人家|还是|比较|非常|态度|完|过|到|三次|两次|几次|一次|次|下|打过去|过去|发了?|打了?|嫌|老|聊|一下|还没|里说|产品|项目|方案|价格|了解了?一?下|回来|出来|move|push|mark|需求确认完了?|没啥问题|没问题|没什么问题|都?谈好了|确认完了?){1,10}$/u;
const headEn =
  /^(?:(?:(?:both|two|three|four|few|\d+) times|twice|once|i|we|i've|we've|just|had|have|has|today|this|morning|afternoon|evening|earlier|already|also|then|and|but|so|ok|okay|lol|btw|well|with|w|w\/|to|at|on|for|from|of|by|the|a|an|they|she|he|it|it's|is|are|was|were|over|in|up|quick|great|good|nice|long|short|brief|another|first|second|third|again|finally|super|really|very|tried|reaching|about|re|off|out|did|do|done|both|gave|give|giving|offered|made|please|pls|got|no objections|update|quick update|fyi)(?=[\s,.:;-]|$)|[\s,.:;'"-]){1,10}/i;
const tailEn =
  /(?:(?<=[\s,.:;-]|^)(?:and|but|so|with|w|w\/|to|at|on|for|from|of|by|the|a|an|they|they're|they've|she|she's|he|he's|it|it's|is|are|was|were|says?|said|thinks?|thought|feels?|seems?|seemed|over|in|again|btw|super|really|very|pretty|still|also|who|that|about|today|yesterday|this|morning|afternoon|evening|earlier|flat|out|phone|wants?|worried|concerned|has|have|had|yet|team|guys|folks|just|now|finally|already|need|needs|i|we|could|did|didn|neither|both|all|went|goes|doubled|deal|us|should|will|may|might|smh|lol|twice|again|(?:both|two|three|four|few|\d+) times|(?:three|four|\d+) times|instead|too|so far|move|moved|them|mark|marked|it|ghosted|voicemail)|[\s,.:;'"-]){1,10}$/i;

/** Words without the small ones at their ends. */
export function core(text: string): string {
  if (isUnnamed(text)) return text.trim();
  const chinese = han.test(text);
  let left = text.trim();
  for (let round = 0; round < 2; round++) {
    for (const pattern of chinese ? [headZh, tailZh] : [headEn, tailEn]) {
      const less = left.replace(pattern, '').trim();
      // 嘉和 and 立新 are names, not 嘉 and 立 with a small word behind.
      if (!(chinese && less.length === 1 && left.length <= 3)) left = less;
    }
  }
  return left;
}

/** Where a name ends that goes on in words of the same record: 益康药房 of 益康连锁药房. */
export function endOf({ start, end, name, kind }: KnownName, said: string): number {
  if (kind !== 'customer' || !han.test(said.slice(start, end))) return end;
  const more = [4, 3, 2].find(
    (size) => said.length >= end + size && name.slice(end - start).includes(said.slice(end, end + size)),
  );
  return end + (more ?? 0);
}

/** Nothing but small words: they name nobody, and hide nobody. */
const small =
  /^(?:我们?|咱们?|客户|对方|他们?|她们?|人家|那边|这边|那个|这个|那单|这单|单子|现在|目前|已经|可以|应该|可能|大概|今天|昨天|刚刚?|刚才|最终|最后|终于|然后|就|也|都|还|先|又|再|把|给|的|了|啊|哈|吧|呢|[\s,.!:]|(?:ok|okay|so|and|then|now|just|we|i|they|the|deal|it|is|are|has|have|please|pls|go|ahead|finally|also|but|move|push|mark|them|he|she|us)(?![a-z])){1,10}$/i;

/**
 * The record that the words beside a command name: as the look-up of names finds it in them, or the words themselves
 * without the small ones. Empty when they point at what the talk is about; null when they can be no name at all.
 */
export function nameOf(said: string, context: Context): string | null {
  const ref = cleanRef(said);
  if (isPronoun(ref)) return '';
  if (/^#\d+$/.test(ref)) return ref;
  const known = (context.names?.find(said) ?? []).filter(({ kind }) => kind !== 'person');
  const one = known.find(({ kind }) => kind !== 'contact') ?? known[0];
  if (one) return cleanRef(said.slice(one.start, endOf(one, said)));
  const number = /^(?:.{0,4}?)(#\d+)$/.exec(ref)?.[1];
  if (number) return number;
  if (refLike(ref) && ref === core(ref)) return ref;
  const rest = cleanRef(core(ref));
  if (rest === '') return small.test(ref) ? '' : null;
  if (isPronoun(rest)) return '';
  return refLike(rest) ? rest : null;
}
