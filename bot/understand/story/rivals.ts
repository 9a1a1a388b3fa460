import type { Context, Reading } from '../context.ts';

const name = '([A-Z][\\w&.-]*(?:\\s[A-Z][\\w&.-]*)?)';
const patterns = [
  /(?:冒出来?|又来|杀出来?|插进来?|来)了?(?:一?家|一?个)(?:叫)?\s?([^\s,;的]{2,8}?)(?:的(?:方案|报价|产品|系统)|来?报价|来?竞争|在谈|也在)/,
  /(?:(?<=那边)|(?<=家)|(?<=公司)|(?<=[说讲])|^|(?<=[\s,;]))(?:也在|还在|在|正在|同时)?(?:跟|和|与)?\s?([^\s,;]{2,8}?)\s?(?:也在谈|也在跟|也来?报了?价?|也来过?(?:[一两三几][次回趟])?了|也在报价?|也介入了?|也盯上了?|也掺和进来|也在抢|也去了|也进来了|在竞争|也参与了?|也在投标|也入围了)/,
  /(?:也在|还在|正在|同时在?|他们在|又在)\s?(?:跟|和|与)\s?([^\s,;]{2,10}?)\s?(?:谈|接触|聊|比价?|沟通)/,
  /(?:也在|还在|正在|同时在?|他们在|又在)(?:看|谈|比|对比|接触|考虑|试用|用|找)了?\s?([^\s,;]{2,12})/,
  /(?:还在|也在|正在|又在|在)\s?(?:evaluate|compare|trial|demo|check|talk to|看|谈|比)\s?([A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*)?)/,
  /(?:跟|和)(?:咱们?|我们?)(?:一起)?(?:竞争|争|抢|打|PK|比|拼)的?(?:就|还)?(?:是|有)\s?([^\s,;\ue000]{2,8}?)(?=$|[\s,;\ue000]|把握|胜算|价格|报价|他们?|我|咱)/i,
  /(?:竞争对手|竞品|对手|对面)(?:是|有|里有|还是|就是)\s?([^\s,;]{2,12})/,
  /\bdown to (?:just )?(?:us|you) (?:and|or|vs\.?|against) ([\p{L}][\w&.-]*)/u,
  new RegExp(
    `(?:(?:[Aa]lso|is|are|'re|'s|was|were|been|still|[Aa]nd)\\s(?:also\\s|still\\s)?(?:looking (?:at|into)|talking (?:to|with)|considering|evaluating|in talks with|checking out|trial(?:l)?ing|piloting|demoing|leaning towards?|meeting|shortlisting)|[Cc]omparing (?:us )?(?:with|to|against)|[Uu]p against|[Cc]ompeting (?:with|against)|[Aa]gainst|[Vv]ersus|vs\\.?)\\s(?:the\\s)?${name}`,
  ),
  new RegExp(
    `${name}\\s(?:is|are)\\s(?:also\\s|still\\s)?(?:in the (?:running|mix|race)|competing|pitching|bidding|in there|sniffing around|quoting|the (?:main |only |other )?(?:rival|competitor|competition))`,
  ),
  /(?:^|\s(?:and|but|so)\s|,\s?)([a-z][\w&.-]*(?:\s[a-z][\w&.-]*)?)\s(?:is|are)\s(?:our\s|the\s)(?:main\s|only\s|other\s)?(?:rival|competitor|competition)/,
];
/** All in small letters a name is one word at the end, and none that stands for several. */
const small =
  /\b(?:also|still|is|are|they're)\s(?:looking at|talking to|considering|evaluating|comparing us (?:to|with)|checking out|trialing|piloting|demoing)\s(?!(?:other|others|options|alternatives|someone|somebody|new|different|some|several|more|cheaper|another|everything|things|prices|plans|demos|quotes|competitors|vendors|our|us)\b)([a-z][\w&.-]{2,20})$/;
const nobody =
  /^(?:我|他|她|你|咱|下周|下个?月|明天|今天|后天|周[一二三四五六日末]|让|想|要|我们|他们|一下|方案|价格|产品|几家|别家|竞品|友商|预算|合同|需求|流程|供应商|其他家?|别人|内部|the|us|our|it|this|that|them|option|plan|phase|q[1-4]|you|me|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday)(?:\s|$)?/i;

/** 本地一家叫绿源的: the name alone. */
export const rivalName = (said: string): string =>
  said
    .replace(
      /^(?:(?:本地|当地|隔壁|对面|同行业?|外地|老家)的?(?:一家|一个|个|家)?|一家|一个)?(?:小?公司|厂家?)?(?:名?叫)?(?=\S{2})/,
      '',
    )
    .replace(/(?<=\S{2})的$/, '');

/** Who else is in the running: 也在看金蝶, 恒通还在跟用友谈, also looking at Acme, Acme is bidding too. */
export function rivalIn(text: string, context: Context): Reading<string> | null {
  for (const pattern of /[A-Z]/.test(text) ? patterns : [...patterns, small]) {
    const match = pattern.exec(text);
    const said = match?.[1];
    if (!match || !said) continue;
    const bare = rivalName(said.replace(/^.*那边/, '')).replace(/(?:了|的|那边|家|家的|谈|比价?)$/, '');
    if (bare.length < 2 || nobody.test(bare)) continue;
    const known = context.names?.find(bare).find(({ start, end }) => start === 0 && end < bare.length - 1);
    const value = known ? bare.slice(known.end) : bare;
    const at = text.indexOf(value, match.index);
    // "Kestrel is up against Acme": the verb is of the rival, the name before it of the deal.
    const start = /^[A-Za-z']/.test(match[0]) && at > match.index ? match.index : at;
    return { start, end: match.index + match[0].length, value };
  }
  return null;
}
