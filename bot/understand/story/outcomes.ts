import type { Context, Reading } from '../context.ts';
import { mask } from '../normalize.ts';
import { dealLabels } from '../pairs.ts';
import { findWords } from '../words.ts';

export type Outcome = 'reached' | 'silent' | 'positive' | 'negative';

const lists: [Outcome, RegExp][] = [
  [
    'silent',
    /石沉大海|无(?:人)?(?:回应|应答|回复|音讯)|已读不会|杳无音信|没(?:有)?(?:人)?(?:应|理我?|搭理|音讯|动静|下文)|忙音|停机|没找着|(?:一直|都|又|还是?|也)*(?:没有?人?回(?:复|应|信|我|微信|消息|短信|电话|邮件)?|没人?接(?:电话|通|听)?|没有(?:回复|回应|接|人接)|未接(?:通|听)?|未回复?|不接(?:电话)?|不回(?:复|消息|微信|电话)?|无人接听|没响应|没反应|没动静|没联系上|没找到人|没见到(?:人|面)?|没见着(?:人)?|没碰到人?|联系不上|打不通|没打通|已读不回|不在(?:公司|办公室)?(?=$|[\s,;.!])|扑了?个?空|人不在|关机|占线|挂了(?:我)?电话?)|\bno (?:reply|answer|response|show|luck|pick.?up)\b|\b(?:didn'?t|did not|hasn'?t|haven'?t|never|not|wouldn'?t|don'?t|doesn'?t|isn'?t|aren'?t|won'?t|neither|none|nobody|no one) (?:of them )?(?:pick(?:ed)? up|answer(?:ed|ing)?|repl(?:y|ied|ying)|respond(?:ed|ing)?|show(?:ed)? up|call(?:ed)? (?:me )?back|got back|get back|get through|there)\b|\b(?:left (?:a )?)?voice ?mail\b|\bleft (?:a )?message\b|\bunanswered\b|\bghost(?:ed|ing)(?: me| us)?\b|\bnothing (?:back|yet|from them)(?: yet)?\b|\bradio silence\b|\bcrickets\b|\bno one home\b|\b(?:went|straight) to (?:voice ?mail|vm)\b|\b(?:just )?stopped (?:answering|replying|responding)\b|\bnever (?:got|heard) back\b|\bhaven'?t heard (?:back|from)\b|\bno dice\b|\bgone (?:quiet|dark)\b|\bwent (?:quiet|dark)\b|\bwouldn'?t take my call\b|\bcouldn'?t (?:reach|get (?:hold|through))\b/i,
  ],
  [
    'negative',
    /没(?:有)?(?:什么|啥)?(?:兴趣|意向|需求)|不感?兴趣|没(?:啥|什么)?意思|拒绝了?|回绝了?|被?婉拒了?|拒之门外|不考虑|不想(?:要|买|做|合作|谈|聊)|不太?(?:行|满意|认可|点头|赞不绝口|正面|热烈|理想|看好)|(?:态度)?(?:很|比较|有点)?(?:冷淡|冷漠|敷衍|不好)|反(?:应|馈|响)(?:很|比较|有点)?(?:一般|平淡|冷淡|差|不好|不佳)|没戏|兴趣不大|意向不(?:大|强|高)|不积极|没谈拢|谈崩了?|凉了|不买账|不太想|看不上|没看上|一口回绝|兴致不高|爱答不理|泼冷水|\bnot (?:really |very |too |that )?(?:interested|keen|happy|impressed|convinced|a fit)\b|\bno (?:interest|need|thanks)\b|\bnot for them\b|\brejected\b|\brefused\b|\bdeclined\b|\bturned (?:us|me|it) down\b|\bwent (?:badly|poorly)\b|\bnegative\b|\b(?:flat out )?said no\b|\bsays no\b|\b(?:luke)?cold\b|\bpassed on\b|\bhated it\b|\bunhappy\b|\blukewarm\b|\bblew (?:us|me) off\b/i,
  ],
  [
    'positive',
    /(?:很|挺|非常|比较|蛮|特别|十分|有点|还是)?(?:有意向|意向(?:很|比较|挺)?(?:强|大|明确|高)|感兴趣|有兴趣|兴趣很?(?:大|浓)|满意|认可|愿意|积极|看好|喜欢|有戏|心动|动心|有意思|有想法|热情|上心)|(?:聊|谈|沟通|交流|反馈|反响|反应|效果|印象|评价|感觉|态度|进展|feedback)(?:得|都|也)?(?:很|挺|还|非常|比较|蛮|特别)?(?:不错|好|愉快|顺利|热情|积极|正面|满意|可以|深入|positive|good|great)|(?:很|挺|非常)(?:顺利|愉快|热情|interested|positive|keen|excited|happy)|评价(?:很|挺|非常)?高|一拍即合|当场答应|没问题了?|OK了|想(?:多)?了解|答应试用|同意试用|想(?:要)?(?:合作|买|试用|采购|下单|推进)|有合作意愿|\b(?:very |quite |really |super |pretty |so |definitely |still )?(?:interested|keen|excited|impressed|enthusiastic|eager)\b|\bpositive\b|\bwent (?:really |very |pretty |super )?(?:well|great|smoothly)\b|\b(?:really |totally )?(?:likes?|liked|loves?|loved) (?:it|us|the (?:demo|product|idea|proposal))\b|\bhappy with (?:it|us|the demo|everything)\b|\bgood (?:vibes?|feedback|meeting|call|chat)\b|\bgreat (?:vibes?|feedback|meeting|call|chat)\b|\bthumbs up\b|\bwants? (?:to (?:buy|move forward|go ahead|proceed))\b|\bon board\b|\bthrilled\b|\bsold\b(?! out| to)|\ball smiles\b|\bstoked\b|\bpumped\b|\bdelighted\b|\bbig fan\b|\bloving it\b|\bwarm\b|\breceptive\b|\bgreen light\b|\ball in\b/i,
  ],
  [
    'reached',
    /(?:微信|好友)?通过了|打通了?|拨通了?|(?<![打了])通了(?!个?电?话|电)|接通了?|接了(?:电话)?|秒回|已回复?|有回信|有回音|回信了|回(?:复|了我|我|信|电)了|(?:邮件|微信|短信|消息|钉钉)(?:上|里)?(?:都|也|终于)?回(?:复|我)?了|联系上了?|见到(?:人|面|本人)了?|\breached\b|\bgot through\b|\bpicked up\b|\banswered\b|\breplied\b|\bresponded\b|\bgot (?:back )?a reply\b|\bgot hold of\b|\b(?:pinged|called|texted|emailed|wrote|messaged) (?:me|us) back\b|\bgot back to (?:me|us)\b/i,
  ],
];
const notReally = /(?:不|没|没有|未|not|n't|isn'?t|aren'?t|wasn'?t)\s?(?:很|太|那么|really|very|that|so)?\s?$/i;

/** What came of a touch, by the words that say so. Null when none do. */
export function findOutcome(text: string): Reading<Outcome> | null {
  for (const [outcome, pattern] of lists) {
    const match = pattern.exec(text);
    if (!match || (outcome !== 'silent' && outcome !== 'negative' && notReally.test(text.slice(0, match.index))))
      continue;
    return { start: match.index, end: match.index + match[0].length, value: outcome };
  }
  return null;
}

/** How objections are said beside the words of the playbook: key there → words here. */
const said: [string, RegExp][] = [
  [
    'price',
    /价格?(?:有点|太|偏|比较|还是|确实|有些)?(?:高|贵)|嫌(?:我们)?(?:报|要|开)?(?:得)?(?:贵|高)|(?:报|要|开|卖|收)(?:得|价)(?:太|有点|偏|比较)?(?:高|贵)|贵了|(?:有点|偏|太|还是|比较|觉得|说|喊|嫌)贵|(?:价|报价)(?:太|有点|偏|压)?(?:高|不下来)|price(?:还是|有点|太)高|压价|砍价|还价|超出?预期|便宜(?:点|些|一点)|price (?:is|was|'s)? ?(?:too |a bit |quite |so )?(?:high|steep)|too (?:high|pricey|steep|much money)|over ?priced|cost(?:s)? (?:us |them )?too much|we cost too much|balked at (?:the )?price|sticker shock|price (?:objection|concern|pushback)|wants? a (?:better price|discount|lower price)|push(?:ing|ed) back on price/i,
  ],
  [
    'delivery',
    /嫌?(?:交付|交货|上线|发货|实施|工期|周期|交期|货期)(?:太|有点|比较|得|也)?(?:慢|长|久|紧)|(?:交期|工期|货期)(?:太|有点)?长|嫌慢|(?:担心|怕|顾虑|问)(?:的是)?(?:售后|交付|实施|上线|培训|服务)|(?:lead time|delivery|rollout|implementation|onboarding)(?:太|有点|is too|takes? too|too)?\s?(?:长|慢|long|slow)|(?:worried|concerned|nervous) about (?:delivery|implementation|rollout|support|onboarding|lead time)/i,
  ],
  [
    'timing',
    /(?:年后|明年|下个?月|下个?季度|过(?:完)?年|过阵子|过段时间|以后|后面)(?:再)?(?:说|看|谈|议|定)|再(?:考虑考虑|考虑一下|想想|看看|等等|缓缓)|考虑考虑|不着急|(?:说)?(?:在|很|太)忙|(?:太|最近|现在|年底|月底)*太?忙(?:了|不过来|顾不上)|顾不上|时机(?:不|还没)|明年再看|not (?:right )?now|timing(?:'s| is)? (?:bad|off|not right|wrong)|bad timing|no time|too busy|maybe later|revisit (?:next|in)|bad time|too early|think about it|need(?:s)? (?:some |more )?time/i,
  ],
  [
    'boss',
    /(?:要|得|还要|需要)?(?:问|请示|汇报|跟|和|回去问)(?:一下|下)?(?:领导|老板|上级|总部|董事长|老总|总经理)|(?:老板|领导)(?:还)?(?:没|要|得)(?:批|点头|定|同意|拍板|看)|(?:内部|公司|董事会|集团)(?:再|还)?(?:要)?(?:讨论|商量|研究|开会|过会|上会|审批|评估)|做不了主|(?:ask|check with|talk to|run it by|approval from|sign.?off from) (?:the |his |her |their |my )?(?:boss|board|ceo|cfo|manager|management|team|head office)|board approval|run (?:it|this) (?:by|past)|needs? (?:internal )?(?:approval|sign.?off|buy.?in)|above (?:his|her|their) pay grade|not (?:his|her|their|my) (?:call|decision)/i,
  ],
  [
    'competitor',
    /(?:在|要|还要|也在|正在|再)?(?:比|比较|对比|货比)(?:较)?(?:一下)?(?:几家|三家|两家|别家|其他|一下|价)|(?:在|也)看(?:别家|其他家|几家)|shopping (?:around|us)|looking at other|在?compare(?:几家|一下|中)?|got (?:other|three|two|several) quotes|(?:comparing|looking at|considering|evaluating) (?:other|another|a few|several|some|us|quotes|vendors|options)/i,
  ],
  [
    'budget',
    /(?:没有?|无)预算|预算(?:不够|不足|有限|紧张|紧|卡住|没批|还没批|被砍)|没钱|(?:没|批不下来|拿不出)(?:这?笔)?(?:钱|款)|超预算|no (?:budget|money)|can'?t afford|cannot afford|out of budget|over budget|budget (?:is )?(?:tight|frozen|gone|not approved)/i,
  ],
  [
    'trust',
    /(?:担心|怕|质疑|不放心|顾虑)(?:我们)?(?:的)?(?:公司)?(?:小|质量|品质|效果|稳定性?|安全|规模|资质|案例|不靠谱|靠不住|数据安全)|靠不住|不靠谱|质量(?:不如|不行|不好)|没听说过|want proof|prove it|proof (?:it|that)|对.{1,8}(?:质量|品质|效果)不放心|(?:worried|concerned|nervous) about (?:quality|security|reliability|our size|stability)/i,
  ],
  ['no_need', /用不(?:上|着)|没(?:有)?(?:这个)?需求|暂?时?不需要|不需要|don'?t need|no need for/i],
  [
    'terms',
    /(?:账期|付款|合同|条款|预付|质保|违约|发票|法务)(?:条款|方式|条件|比例)?(?:太|有点|谈不拢|有意见|有问题|有异议|有分歧|卡住|不接受|不同意|不能接受|还要改|太短|太长|过不了)|(?:issues?|problem|trouble|unhappy|stuck|disagree|push(?:ing|ed)? back) (?:with|on|over) (?:the )?(?:\w+ )?(?:terms|contract|clause|legal|payment)/i,
  ],
  [
    'incumbent',
    /(?:已经)?有(?:固定|长期|老|合作的?)?供应商了?|(?:已经|一直|正)?在?用(?:着)?(?:别家|别人|其他家|老供应商)(?:的)?|有合作(?:方|的|伙伴)了?|(?:一直|都)(?:在)?用(?:着)?(?:别家|老|原来)|prefer(?:s)? their (?:existing|current)|existing (?:vendor|supplier|provider)|locked in(?:to)? (?:a contract|with)|already has|(?:happy|satisfied|sticking|staying|fine) with (?:their|the|what|who|our) (?:current|existing|they)|already (?:have|use|using|work(?:ing)? with)/i,
  ],
];

/** The objection a text names: the playbook's own words first, then the ways it is commonly said. */
export function findObjection(whole: string, context: Context): Reading<string> | null {
  // 嘉和总部 is no 和总部.
  const text = mask(
    whole,
    (context.names?.find(whole) ?? []).map(({ start, end }) => ({ start, end })),
  );
  const common = said.flatMap(([key, pattern]) => {
    const match = context.objections.some((one) => one.key === key) ? pattern.exec(text) : null;
    return match ? [{ start: match.index, end: match.index + match[0].length, value: key }] : [];
  });
  const labels = findWords(dealLabels(context), text);
  // 预算 and "budget" alone are a field's name, no objection.
  const own = findWords(context.objections, text).filter(
    ({ value, start, end }) => value !== 'silent' && !labels.some((one) => one.start <= start && one.end >= end),
  );
  const all = [...common, ...own].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return all[0] ?? null;
}
