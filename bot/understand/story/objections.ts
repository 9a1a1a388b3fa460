import type { Context, Reading } from '../context.ts';
import { mask } from '../normalize.ts';
import { dealLabels } from '../pairs.ts';
import { remember } from '../remember.ts';
import { findWords } from '../words.ts';

/** Words of degree between what is blamed and what is wrong with it. */
const very =
  '(?:还是|有点儿?|有些|太|偏|比较|确实|实在|稍微|略|过于|都|也|又|就|还|他们?|她们?|那边|这边|真的?|是|实在是|一直|压|开|报|要|定|收|卖|得)*';
const tooEn =
  "(?:is|are|was|were|feels?|seems?|looks?|sounds?|would be|will be|'s|way|a bit|a little|a tad|bit|too|very|so|quite|pretty|kind of|kinda|just|still|really|on the|on|\\s)*";
const worriedEn =
  "(?:worr(?:ied|ies|y)|concerne?d?s?|nervous|wary|skeptical|sceptical|unsure|not (?:so |too |really )?sure|doubts?|doubtful|cautious|uneasy|hesitant|anxious|don'?t trust|afraid|question(?:s|ed)?) (?:about|of|over|on|whether)?\\s?(?:our|the|us|their|how)?\\s?(?:\\w+ )?";
const heads =
  '(?:boss(?:es)?|board|ceo|cfo|cto|coo|md|vp|gm|director|owner|partners?|manager|management|team|committee|head office|hq|husband|wife|dad|father|superiors?|higher.?ups?|leadership|procurement|legal|finance|folks upstairs)';
const bosses =
  '(?:领导|老板|上级|上面|上头|总部|总公司|母公司|集团|董事会|股东会?|老总|高层|总经理|董事长|合伙人|家里人|内部|班子|管理层|投委会)';
const vendorEn = '(?:supplier|vendor|provider|partner|system|tool|solution|software|platform|guys?|setup|contractor)s?';

/** How objections are said beside the words of the playbook: key there → words here, Chinese and English. */
const said: [string, string[]][] = [
  [
    'price',
    [
      `(?:价格|价钱|价位|报价|单价|总价|售价|开价|要价|费用|成本|价|price|pricing|quote)${very}(?:高|贵|离谱|吓人|超了|不下来|下不来|接受不了|吃不消|受不了|承受不(?:了|起)|不合适|没优势|没竞争力|不划算|谈不下来|high|steep)`,
      `(?:嫌|说|觉得|喊|抱怨|认为|比.{1,8})(?:我们?的?|咱们?的?|你们?的?|东西|产品|方案|软件|系统)*${very}(?:贵|高(?=$|[\\s,.;了]))`,
      `(?:\\d|万|千|百|块)[wk万千]?(?:块|元|多)?${very}(?:贵|离谱|接受不了|吃不消|受不了|拿不出)|(?:觉得|嫌|说)(?:这|报|开)?(?:个|价|得)?(?:太|有点|真)?离谱`,
      '嫌[\u4e00-\u9fff]{1,6}?(?:太|有点|卖得|报得)?贵|贵了|(?:有点儿?|偏|太|还是|比较|死|真|好|忒|老)贵|贵得?(?:离谱|多|太多|不少)|压价|砍价|还价|杀价|讲价|超出?预期|便宜(?:点|些|一点)|性价比(?:不高|太?低|差|一般)|不划算|不值(?:这个?|那个?|这么|那么)|(?:再|还|给|要求?|想要?|希望|让我们?)(?:个|点|些)?(?:优惠|降价?|让利?|便宜|打折|折扣)(?:点|些|一点|一些|个?点)',
      `(?:price|pricing|cost|costs|quote|fee|fees|rate|rates|number|proposal)\\s?${tooEn}\\s?(?:high(?:er side)?|steep|rich|much|pricey|expensive|heavy|dear|nuts|crazy|insane|ridiculous|outrageous|brutal|issue|problem|sticking point)`,
      "too (?:dear|ex(?=$|\\W)|high|pricey|steep|costly|rich|much money|much for them)|(?:bit|little|so|very|quite|pretty|rather) (?:dear(?=$|\\W)|pricey|steep|costly|expensive)|over ?priced|costs?(?: us| them)? too much|we(?: are|'re)? (?:cost too much|too expensive|twice the price)|more than they (?:want|wanted|can|planned|expected|hoped)(?: to (?:pay|spend))?|(?:balk|chok|flinch|winc)(?:ed|ing|es)? (?:at|on) (?:the |our )?(?:price|quote|number|cost)s?|sticker shock|price (?:objection|concern|pushback)|wants? (?:a |an |us to |some )?(?:better (?:price|deal)|discount|lower price|lower the price|cheaper|money off|\\d{1,2}\\s?(?:%|percent|points?) off)|(?:ask(?:ed|ing|s)? for|after|need(?:s|ed)?) (?:a |an |some )?(?:\\d{1,2}\\s?% )?(?:discount|better price|lower price)|push(?:es|ing|ed)? back on (?:the |our )?(?:price|pricing|cost)|haggl(?:ed?|ing)|hung up on (?:the )?(?:price|cost)|can'?t justify the (?:price|cost|spend)|out of their price range|cheaper (?:elsewhere|option|quote)|complain(?:s|ed|ing)? about (?:the |our )?(?:price|pricing|cost)s?",
    ],
  ],
  [
    'delivery',
    [
      `(?:交付|交货|上线|发货|实施|施工|工期|周期|交期|货期|到货|安装|部署|供货|排产|出货|物流|售后|服务|响应)(?:周期|时间|速度|期|进度)?${very}(?:慢|长|久|紧|晚|跟不上|来不及|不及时|没保障|等不了|赶不上|不行)`,
      '嫌(?:我们?)?(?:太)?慢|等不了(?:那么|这么)?久|(?:担心|怕|害怕|顾虑|问|不放心|操心|疑虑|忧虑|发愁)(?:的)?(?:主要)?(?:是|我们?的?|咱们?的?)*(?:后期|后续)?(?:售后|交付|实施|上线|培训|服务|交期|工期|交货|维护|安装|部署|运维|落地|响应)|(?:lead time|delivery|rollout|implementation|onboarding)(?:太|有点)?(?:长|慢)',
      `(?:lead times?|deliver(?:y|ies)|roll.?out|implementation|onboarding|deployment|shipping|set.?up|go.?live|turnaround|installation|support|timeline|migration)(?: times?| dates?| schedule| team)?\\s?(?:takes?|took)?\\s?${tooEn}\\s?(?:long|slow|late|tight|far out|forever|killing (?:it|us|them)|brutal|a (?:problem|concern|deal ?breaker)|an issue)`,
      `${worriedEn}(?:deliver(?:y|ing)|implementation|roll.?out|support|onboarding|lead times?|migration|training|after.?sales|service|go.?live|deployment|installation|timeline|fast we)`,
      "takes? too long(?: to (?:deliver|implement|install|set up|roll out))?|can'?t wait that long|needs? it (?:sooner|faster|quicker)|too slow to (?:deliver|ship|implement)",
    ],
  ],
  [
    'timing',
    [
      '(?:年后|节后|春节后|明年|来年|下半年|下个?月|下个?季度|过(?:完)?年|过了年|过阵子|过段时间|过一?阵|过些日子|以后|后面|将来|等一?等|缓一?缓|改天|改日|回头)(?:以?后)?(?:再|才|会)(?:说|看|谈|议|定|考虑|启动|上|弄|搞|做|聊|研究|来)',
      '(?:要|得|想|先)?等(?:到|过了?)?(?:年后|明年|来年|过完?年|下个?月|下个?季度|节后|开春|下半年|年底)|(?:放|推|拖|挪|延)到(?:明年开春|明年[上下]半年|明年年[初底中]|年后|节后|明年|来年|下半年|开春|明年开春|下个?月|下个?季度|以后)(?:再(?:说|看|谈|议|定|考虑))?|再(?:考虑考虑|考虑一下|考虑|想想|想一想|看看|等等|缓缓|琢磨琢磨|观望)|考虑考虑|不着急|不急着?|(?:说)?(?:在|很|太|正)忙|(?:太|最近|现在|年底|月底|年末|这阵子?|正)*太?忙(?:着|了|不过来|顾不上|得很|疯了)|(?:没|抽不出|腾不出)(?:空|时间|精力)|顾不上|顾不过来|排不上|排不开|时机(?:不|还没)|不是时候|还(?:太|有点)?早|暂缓|搁置|(?:先)?(?:放一?放|缓一?缓|往后(?:放|推|拖|挪)|拖一?拖)|(?:今年|本季度|这个?季度|年内)(?:不|没法?)(?:上|做|搞|动|考虑|弄|采购|买)|(?:犹豫|观望)',
      "not (?:right )?now|(?:now|this)(?: is|'s)? (?:not|isn'?t) (?:the |a )?(?:right |good )?time|not (?:this|until next|before next|for another) (?:year|quarter|month)|timing(?:'s| is)?\\s?(?:bad|off|not right|wrong|isn'?t right|terrible|poor)|(?:bad|wrong|terrible|not a good) (?:time|timing)|no (?:time|bandwidth|capacity)|(?:too|very|super|really|crazy) busy|swamped|slammed|maybe (?:later|next)|(?:revisit|reconnect|circle back|try again|check back|come back|talk|look at it|look again|get back to (?:it|us))(?: (?:in|next|after|later|again))|too (?:early|soon)|(?:think(?:ing)?|mull(?:ing)?) (?:about it|it over|on it|it through)|sleep on it|needs? (?:some |more )?time|(?:rather|wants? to|prefers? to|going to|gonna|'ll|decided to|need to) (?:wait|hold off|put it off|postpone|delay)|(?:put|putting|is|it'?s|project|everything) (?:it |us |this |the project )?on (?:hold|ice|pause)|not (?:a )?priority|in no (?:rush|hurry)|no rush|kick(?:ed|ing)? the can",
    ],
  ],
  [
    'boss',
    [
      `(?:要|得|还要|需要|必须|先|再|回去)*(?:问|请示|汇报|请教|商量|沟通|报|跟|和|与|向|给|找|等|看)(?:一下|下|问|示)?(?:他们?|她们?|自己|公司|的)*${bosses}`,
      `${bosses}(?:那边)?(?:还|都)?(?:没|要|得|不|需要?)(?:批|点头|定|同意|拍板|看|过|签字|松口|说了算|开口)|(?:内部|公司|集团|董事会)(?:还|再|先)*(?:要|得|需要?|在)?(?:再)?(?:讨论|商量|商议|研究|开会|过会|上会|审批|评估|走流程|走一?下)|做不了主|(?:上|过|问|找|ask)(?:一下)?(?:她|他们?)?(?:的)?(?:board|boss|HQ)|定不了|拍不了板|说了不算|没(?:有)?(?:决定权|决策权|拍板权|权)|不敢(?:定|拍板)|要?(?:(?<!线)上会|过会|(?:还)?在?走(?:内部|公司|集团)?(?:流程|审批)|(?:上|过)一?下?(?:董事会|股东会|办公会|党委会|总经理会))`,
      `(?:ask|asking|check(?:ing)? with|talk(?:ing)? to|run(?:ning)? (?:it|this|us) (?:by|past)|take (?:it|this) to|clear (?:it|this) with|consult(?: with)?|discuss (?:it |this )?with|bring (?:it|this) to|present (?:it )?to|get (?:approval|sign.?off|buy.?in|the ok|a yes|permission|the nod) from|approval (?:from|of)|sign.?off (?:from|by)|waiting (?:on|for)|up to|depends on) (?:the |his |her |their |my |our )?(?:\\w+ )?${heads}`,
      `${heads} (?:still |also |would |will )?(?:needs?|ha(?:s|ve)|wants?) to (?:approve|sign|ok|okay|decide|review|bless|weigh in|agree|see it)`,
      "board approval|(?:needs?|pending|awaiting|waiting (?:on|for)) (?:the )?(?:\\w+ )?(?:approval|sign.?off|buy.?in|green light)|run (?:it|this) (?:by|past)|above (?:his|her|their) pay grade|not (?:his|her|their|my) (?:call|decision)|can'?t decide (?:alone|on (?:his|her|their) own|without)|(?:not|isn'?t) the decision.?maker|(?:discuss|talk|review)(?:ing)? (?:it |this )?internally|internal (?:discussion|review|approval)s?",
    ],
  ],
  [
    'competitor',
    [
      '(?:在|要|还要|也在|正在|再)?(?:比|比较|对比|货比)(?:较)?(?:一下|一比)?(?:几家|三家|两家|别家|其他|一下|价)|货比三家|比比?价|(?:要|想|得|还要|再|先)比一?比|(?:拿|有|找|看)(?:着|了)?[两三四五几]家(?:供应商|厂家|公司|方案|报价)?(?:的)?(?:一起|都|也|在|正){0,4}(?:比|看|谈|报价|对比)|(?:跟|和|与|拿)\\S{2,8}?的?(?:方案|报价|价格|产品)?(?:再|做|一起)?(?:比比|比一?比|对比|做个?比较)|(?:在|也|还|同时|正)*(?:看|谈|接触|考察|聊|跟|联系|找|约)(?:着|了)?(?:别家|其他家|其他供应商|其它家|别的(?:供应商|厂家|公司|家)|几家|好几家|另外?[一两三几]?家|别人家?|同行|友商|竞品|对手|隔壁)|(?:更?倾向|偏向|看中|相中|选了?|用)(?:于)?(?:别家|友商|竞品|对手|同行|别人家?)|(?:友商|竞品|对手|同行|别家)(?:的)?(?:价格?|报价)?(?:更|比我们|要|给|报)?(?:便宜|低|先进|好|有优势)|在?compare(?:几家|一下|中)?',
      "shopping (?:it |us )?around|shopping us|looking (?:at|into) (?:other|another|a few|several|some|two|three|alternatives)|got (?:a )?(?:other|three|two|several|cheaper|better|competing) (?:quotes?|offers?|bids?)|(?:comparing|considering|evaluating|weighing|demoing|trialing|testing|talking (?:to|with)|meeting (?:with)?|seeing|checking out|getting quotes from|collecting|also (?:seeing|talking to|looking at)) (?:us (?:to|with|against|and)|other|another|a few|several|some|two|three|quotes|options|vendors|bids|competitors?|(?:a |the |our )?(?:competition|competitors?|rivals?))|leaning (?:toward|towards|to)(?! us)|(?:a |the |our )(?:competitor|rival)(?:'s)? (?:is|was|offer(?:ed|s)?|quoted?|came)",
    ],
  ],
  [
    'budget',
    [
      '没批(?:下来)?(?:这个?|这笔)?预算|预算(?:还|也|都|根本|一直)?(?:批不下来|没批下来|批不了)|(?:一分钱?|一点儿?|半点)的?预算(?:都|也)没有?|(?:没有?|无|缺)(?:这个?|这笔|那么多|多余的?|足够的?|什么|啥)*(?:预算|budget|经费|资金|钱)|(?:预算|budget)(?:已经|都|也|还|早|今年|年底|目前|全部?|被|又|暂时|整个|一下子){0,4}(?:不够|不足|有限|紧张|紧|卡住|卡|没批|还没批|没下来|没到位|没着落|被砍|用光|用完|花完|花光|用得差不多|冻结|冻住|超了|见底|没了)|(?:资金|经费|手头|现金流|账上)(?:比较|很|太|有点|也)?(?:紧|不到位|困难|没钱|不足)|掏不出|(?:没|批不下来|拿不出)(?:这?笔)?(?:钱|款)|超预算|买不起',
      "(?:no|zero|not enough|lack of|without|don'?t have (?:the |any |enough |a )?|doesn'?t have (?:the |any |enough |a )?|haven'?t got (?:the |any )?|out of|over|beyond|exceeds?)\\s?(?:the |their )?(?:budget|money|funds|funding|cash)|can'?t afford|cannot afford|budgets? (?:is |are |was |has been |have been |got |already |all |'s )*(?:tight|frozen?|freeze[ds]?|zero|nil|gone|cut|slashed|spent|used up|maxed|exhausted|not approved|not there|blown|locked|dried up)|(?:spent|used up|blew) (?:their|the) budget|short on (?:cash|budget|money)|strapped|funding (?:fell through|dried up|got pulled|was cut)|budget freeze",
    ],
  ],
  [
    'trust',
    [
      '(?:担心|怕|害怕|质疑|怀疑|不放心|不信|不相信|顾虑|疑虑|忧虑|嫌)(?:的是|我们?的?|咱们?的?|你们?的?|这个?)*(?:公司|厂|团队|产品|系统|东西)?(?:的)?(?:太|有点|比较)?(?:小|质量|品质|效果|稳定性?|安全|规模|实力|资质|案例|不靠谱|靠不住|数据|数据安全|不稳定?|不成熟|没名气|名气小|不行|倒闭|跑路|做不[好了来])|靠不住|不靠谱|信不过|没(?:什么|啥)?(?:信心|名气|知名度)|牌子(?:太)?(?:小|不响)|没听说过|没听过|(?:没有?|缺|太少)(?:同行业?|行业|成功|类似|标杆|同类)*案例|不敢用|(?:质量|品质|效果|稳定性|产品)(?:太|也|还)?(?:不如|不行|不好|差|不稳定?|一般|有问题|没保障)|对.{1,8}(?:质量|品质|效果|安全|稳定性|实力|能力)(?:不太?放心|不信任|没(?:有)?信心|有(?:点|些)?(?:疑虑|顾虑|担心|担忧|怀疑|疑问))',
      `want(?:s|ed)? (?:to (?:see|talk to|have) )?(?:some |a few |more |two |three )?(?:customer |client )?(?:references|proof|evidence|a case study|case studies|a track record)|prove it|proof (?:it|that|of)|${worriedEn}(?:quality|security|reliability|size|stability|track record|company|privacy|data|being (?:so |too )?(?:small|new)|uptime|it works|credibility|experience|we (?:can|could))|never heard of us|we(?:'re| are) too (?:small|new|young)|no track record|don'?t trust (?:us|it|the)|(?:quality|security|reliability)\\s?${tooEn}\\s?(?:issue|concern|problem|poor|bad|worse)`,
    ],
  ],
  [
    'no_need',
    [
      '用不(?:上|着|到)|没(?:有)?(?:这个?|这方面的?|这块的?|啥|什么|实际|相关)?(?:需求|需要|必要)|(?:暂时?|目前|现在|近期)?(?:还)?不需要|没必要|不缺|够用了?',
      "don'?t (?:really )?need|doesn'?t (?:really )?need|no need (?:for|of|right|at)|not needed|no use (?:case|for)|(?:do|handle|build|built|building) (?:it|this|that) (?:all )?(?:in.?house|themselves|internally)|happy without",
    ],
  ],
  [
    'terms',
    [
      '(?:账期|付款|合同|条款|预付款?|质保|保修|违约金?|违约责任|发票|法务|尾款|保证金|首付款?|首款|定金|回款|结算|赔偿|知识产权|保密协议|legal terms|terms)(?:条款|方式|条件|比例|周期|期|那边|部门?|审核|里|上|的|这块|违约金|他们|对方|客户|双方)*(?:太|有点|比较|偏|还|也|都|一直|过于|要求)*(?:长|短|高|低|死|苛刻|严|多|狠|谈不拢|谈不来|没谈妥|没谈拢|有意见|有问题|有异议|有分歧|有争议|卡住?|僵住?|不接受|不同意|不能接受|接受不了|(?:他们?|她们?|我们?)?接受不了|不认可?|不肯|还要改|要改|过不了|没过|不过)(?:着|了)?',
      "(?:issues?|problems?|trouble|unhappy|not happy|stuck|disagree|hung up|push(?:es|ing|ed)? back|stumbl(?:ed|ing)|object(?:s|ed|ing)?|can'?t agree|won'?t budge|fighting) (?:with|on|over|about|to|at) (?:the |our )?(?:\\w+ )?(?:terms|contract|clauses?|legal|payment|indemnity|liability|warranty|nda|penalt(?:y|ies)|redlines|sla)|(?:terms|contract|clauses?|payment terms|legal|indemnity|liability|warranty|nda|net \\d+)(?: team| department| folks)?\\s?(?:is|are|was|were|'s|don'?t|doesn'?t|won'?t|got)?\\s?(?:too (?:strict|long|short|rigid|harsh)|stuck|a (?:problem|sticking point|deal.?breaker|no.?go)|an issue|hung up|not acceptable|unacceptable|work for them|won'?t accept|can'?t accept|objects?)|(?:legal|lawyers?) (?:is |are |has |have )?(?:stuck|blocking|objects?|not happy|unhappy|pushing back)",
    ],
  ],
  [
    'incumbent',
    [
      '(?:已经?|早就?|一直|都)?有(?:了)?(?:固定的?|长期的?|老的?|稳定的?|合作的?|现成的?|自己的?|签约的?)*(?:供应商|供货商|服务商|合作方|合作伙伴|系统|厂家)了?|(?:已经|一直|正|都|还)*在?用(?:着)?(?:别家|别人家?|其他家|其它家|老供应商|另一?家|老系统|现成|[A-Z][\\w.]+(?=的|$|[\\s,]))(?:的)?(?:系统|产品|东西)?|在?用(?:着|的是|的)?(?:金蝶|用友|鼎捷|浪潮|纷享销客|销售易|简道云|管家婆|钉钉|飞书|企微|SAP|Oracle|Salesforce|HubSpot|Zoho)|有合作(?:方|的|伙伴)了?|(?:一直|都)(?:在)?用(?:着)?(?:别家|老|原来)|用(?:惯|得好好|顺手|得挺好)|(?:刚|才|已经)(?:跟|和|与)(?:别家|别人|其他家|.{2,6})(?:签|续)(?:了|约|完)|(?:不想|懒得|没打算|不打算|不愿意?|不敢)(?:折腾)?换|换(?:系统|供应商|厂家|起来)?(?:太|很)?(?:麻烦|折腾|成本高)|(?:继续|还是)(?:用|跟)(?:老|原来|现在|现有)',
      `(?:already|currently)\\s?(?:ha(?:ve|s)(?: got)?|got|us(?:e|es|ing)|work(?:s|ing)? with|on|signed(?: with)?|locked in(?: with)?|under contract(?: with)?|committed to|buy(?:s|ing)? from|covered)|ha(?:ve|s) (?:a|an|their|another|someone|somebody)(?: \\w+)? ${vendorEn}(?: (?:already|in place|they))?|prefers? their (?:existing|current|old)|(?:existing|current|present) ${vendorEn}|locked in(?:to)? (?:a contract|with)|(?:happy|satisfied|content|sticking|staying|fine|comfortable|good|loyal) (?:with|to) (?:their|the|what|who|our|whoever) ?(?:current|existing|they|old|vendor|supplier|provider|present|incumbent)|just (?:renewed|signed|re.?signed) (?:with|a)|(?:don'?t|doesn'?t|not) (?:want|wanna|looking|ready|willing)(?: to)? (?:switch|change)|switching (?:is|costs?|would)|(?:too )?hard to switch|no (?:real |good )?(?:reason|point|plans?|desire|intention|intent) (?:to|in|of) (?:switch|chang|mov|leav)(?:e|ing)?`,
    ],
  ],
];

const han = /\p{Script=Han}/u;
const patterns = said.map(([key, sources]) => ({
  key,
  zh: sources.filter((source) => han.test(source)).map((source) => new RegExp(source, 'i')),
  en: sources
    .filter((source) => !han.test(source))
    .map((source) => new RegExp(`(?<![a-z])(?:${source})(?![a-z])`, 'i')),
}));

/** What speaks against an objection being one: 不贵, not too expensive, isn't worried about delivery. */
const denied =
  /(?:不再?(?:嫌|觉得|认为|担心|怕)(?:我们?)?(?:太|有点)?|不|没有?|没人|别|并不|不再|没觉得|不觉得|不太|不算|线)\s?$|\b(?:not|n't|never|no longer|isn'?t|aren'?t|wasn'?t|without|no)\s(?:a |any |too |that |really |so |very )?$/i;

/** 我跟老板申请下来了: it is our own boss. */
const oursToAsk = /我们?(?:已经|刚才?|也|去|再|又)?\s?$/;
/** Check with my boss: ours, too. */
const myBoss = /\b(?:my|our) (?:boss|manager|director|vp|team|side|finance|legal)\b/i;
/** 法务那边过了: what is settled is no objection. */
const isSettled =
  /^(?:那边|这边|部门?|的?条款)?(?:已经?|都|也|终于)?(?:过了|通过了?|没(?:什么|啥)?(?:问题|意见)|审完|批了|谈妥|谈好|ok)|^\s(?:(?:is|are|has|have|all|already)\s)?(?:approved|signed off|cleared|done|fine|ok|happy)\b/i;

const commonly = remember(
  (text: string) =>
    patterns.flatMap(({ key, zh, en }) => {
      for (const pattern of [...(han.test(text) ? zh : []), ...(/[a-z]{3}/i.test(text) ? en : [])]) {
        const match = pattern.exec(text);
        if (
          match &&
          match[0].trim() !== '' &&
          !(
            key === 'boss' &&
            (oursToAsk.test(text.slice(0, match.index)) ||
              myBoss.test(text.slice(match.index, match.index + match[0].length + 12)))
          ) &&
          !(key === 'terms' && isSettled.test(text.slice(match.index + match[0].length))) &&
          !denied.test(text.slice(0, match.index))
        )
          return [{ start: match.index, end: match.index + match[0].length, value: key }];
      }
      return [];
    }),
  (text) => text,
);

/** 质量追溯, 交付物: a word of the trade that only stands in a longer one says nothing of what they mind. */
const trade = /^(?:质量|品质|交期|交付|交货|售后|实施)$/;
const goesOn =
  /^(?!上|有|问题|不|差|慢|没|能|怎|行|太|要|还|是|方面|[这那]|得|会|和|跟|与|可|够|过|周期|时间|日期|期|风险|保证|保障|稳|啊|呢|吧|的|了|嘛)\p{Script=Han}{2}/u;
const worried = /担心|怕|顾虑|不放心|不满|嫌|介意|纠结|在意|关心|质疑|疑虑|犹豫|追问|问/;

/** The objection a text names: the playbook's own words first, then the ways it is commonly said. */
export function findObjection(whole: string, context: Context): Reading<string> | null {
  // 嘉和总部 is no 和总部.
  const text = mask(
    whole,
    (context.names?.find(whole) ?? []).map(({ start, end }) => ({ start, end })),
  );
  const common = commonly(text).filter(({ value }) => context.objections.some(({ key }) => key === value));
  const labels = findWords(dealLabels(context), text);
  // 预算 and "budget" alone are a field's name, no objection.
  const own = findWords(context.objections, text).filter(
    ({ value, start, end }) =>
      value !== 'silent' &&
      !(value === 'terms' && isSettled.test(text.slice(end))) &&
      !(value === 'boss' && /\b(?:my|our)\s$/i.test(text.slice(0, start))) &&
      !denied.test(text.slice(0, start)) &&
      !(trade.test(text.slice(start, end)) && goesOn.test(text.slice(end)) && !worried.test(text)) &&
      !/\b(?:not|isn'?t|aren'?t|never) (?:\w+ )?(?:worried|concerned|bothered) (?:about|by) (?:\w+ )?$/i.test(
        text.slice(0, start),
      ) &&
      !labels.some((one) => one.start <= start && one.end >= end),
  );
  const all = [...common, ...own].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return all[0] ?? null;
}
