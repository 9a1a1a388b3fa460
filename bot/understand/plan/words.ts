/** What a seller does for somebody, in Chinese: the words a task begins with. */
export const doing =
  '打|发|寄|送|报|做|开|约|聊|谈|沟通|联系|确认|对接|签|回|催|讲|提|出|安排|汇报|复盘|跟进|更新|准备|问|要|补|交|改|介绍|分享|拿|收|取|看|对账|跟|结|验|装|调试|盘|测|试|请|接|敲定|落实|核对|解决|处理|通知|转|修|维修|保养|量(?=尺|房|现场|一[下遍])|过(?=一[下遍]|[了下]?(?:合同|方案|需求|条款|报价|细节|流程|清单|图纸))|call|email|ping|demo|kick-?off|review|follow';

const together =
  '演示|开会|见面|见客户|拜访|面谈|面聊|会议|评审|吃饭|吃个饭|午饭|晚饭|早饭|饭局|聚餐|喝茶|喝咖啡|喝酒|电话会|视频会|线上会|讲标|培训|签约仪式|启动会|考察|参观|视频|打球|早会|晨会|例会|签约|看样|签字|交流会?|上门|碰头|碰面|碰一下|约见|去见|会面|过去聊|当面|见一面|见个面|看演示';

/** An appointment takes both sides; anything else is a task. */
export const meeting = new RegExp(
  `${together}|^见(?![效积识])|\\b(?:demo|meet(?:ing)?|mtg|catch-up|sync|(?:intro(?:ductory)?|follow-?up|discovery|scoping|kick-?off|conference|video|zoom|teams) call|lunch|dinner|breakfast|brunch|drinks|coffee|visit|workshop|kick-?off|walk-?through|review(?!\\p{Script=Han})|(?:site|plant|factory|warehouse|office|facility|mill) (?:tour|walk)|test drive|zoom|onsite|on-site|presentation)\\b`,
  'iu',
);

/** Every way to begin what is done with somebody. */
export const acting = `${doing}|${together}|meeting|meet|visit|lunch|dinner|coffee|zoom`;

const others =
  '对账|结账|盘点|验货|交货|送货|装机|收款|催款|维护|巡检|续签|打样|量尺|勘察|试机|合同|方案|资料|样品|发票|回款|尾款|首付|付款|开工|交付|上线|验收|试用|招标|投标|开标|评标|截标|续费|续约';
const english =
  'call|phone|ring|email|e-mail|mail|send(?:ing)?|resend|visit|see|meet|text|message|ping|chase|nudge|follow|check|circle|catch|reach|get(?:ting)?|prepare|prep|draft|write|review|quote|proposal|contract|demo|invoice|share|deliver|ship|talk|speak|discuss|present|update|finish|finali[sz]e|submit|sign|confirm|close|book|schedule|set|pick|drop|bring|give|show|try|ask|push|renew|pilot|trial|kick|answer|reply|respond|pay|decide|decision|sample|pricing|po|sow|nda|msa|redlines?|references?|report|swing|stop|head|drive|fly|grab|walk|fax|courier|loop|invite|introduce|install|train|order|redo|rework|revise|tweak|hand|take (?:the|them|him|her|our|a)';

/** Whether words begin with something one does, or with what is due. */
export const does = new RegExp(
  `^(?:再|去|先|一起|要|给|跟|和|帮|把|做|出|交)?(?:${doing}|${together}|${others})|^(?:${english})\\b`,
  'iu',
);

/** Words that are no doing: a remark about a time is no plan. */
export const idle =
  /^(?:no|not|never|nothing|don'?t|没|不)(?![a-z])|^才.{0,6}$|(?:签|定|成|批|付|发|做|来|赶|谈)不(?:了|下来?|及|上|成|来)?$|^(?:再)?说(?:吧)?$|^(?:飞|坐车)?(?:回来|回国|到家)$|^(?:出差|休假|放假|休年假|搬家)|^(?:[\d\s.,:%]*|看看|再说|以后|左右|前后|吧|ok|好的?|可以|不行|没空|有空|放假|休息|出差|回来|上班|下班|天气.*|周末.*|good|see(?: you| u| ya)?|you|愉快|快乐|well|ok(?:ay)?|fine|maybe|later|again|that|this|it|morning|afternoon|see you|talk|thanks|holiday|off|busy|free|weekend|back)$/i;

/** What one hands over: 报价我周一发 is 发报价. */
export const things =
  '报价单?|合同|方案|资料|样[品机本件]|发票|标书|图纸?|清单|报告|文件|协议|订单|ppt|案例|证书|资质|盖章版|数据|对账单|名单|说明书|手册|模板|初稿|终稿|定金|预付款|尾款|首付款?|货款|款|po|sow|nda|msa|proposal|quote|contract|invoice|deck|demo|方案书|计划书?|结果|意见|邮件';

/** Asks for a reminder; what follows is to be done. */
export const asked =
  /^(?:(?:请|帮我|麻烦)\s?){0,10}(?:提醒一下我|提醒我们?|提醒|记得|别忘了?|不要忘了?|到时候?|待办|任务|remind我|\b(?:(?:remind|ping|nudge|poke|buzz|prod|bug) me(?: (?:to|about|re:?)(?![a-z])|,)?|reminder (?:to|for)|reminder:?|remember to|don'?t (?:let me )?forget to|to-?do:?|task:?|note to self:?)(?![a-z]))[\s:,]*/i;

const headsZh =
  '请|帮我|麻烦|提醒一下我|提醒我|提醒|remind我|记得|别忘了?|到时候?|那边|我们?|咱们?|我这边|我自己|由我|还|要|得|需要|必须|应该|准备|等一?会儿?|待会儿?|过会儿?|一会儿?|等一?下|直接|记一下|记一?[个笔条]|记上|排一?[个下]|加一?[个条](?:待办|日程|任务|提醒|事儿?)?|(?:待办|日程)(?=[:\\s])|打算|想着|答应了?|请|就定|人|趟|给我设个提醒|设个提醒|加个?提醒|计划|安排好?了?|约定好?了?|约在|约好了?|约了|定好?了?|定在|说好了?|敲定了?|预约了?|再|会|能|就|先|做个?(?!一?[次场])|进行|大家|一起|继续|之前|以前|前|有个?|有一?场|是|于|在|的|下次|下一步|呢|嗯|first thing|那就|年前|节前|会前|这边|亲自|顺便|抽空|尽快|务必|一定';
/** Small words in front of what is done. */
export const zhHead = new RegExp(`^(?:(?:${headsZh})(?=\\p{Script=Han}|\\s|[a-z0-9:]|$)|[\\s,:;.\\ue000])+`, 'iu');

export const enHead =
  /^(?:(?:(?:put|set|stick|pop|pencil|slot)(?: in)?(?=\san? (?:\w+ )?(?:call|meeting|mtg|demo|visit|lunch|dinner|coffee|chat|sync|catch-?up|review)\b)|remind me (?:to|about)|reminder to|remember to|don'?t forget to|(?:they |he |she )?(?:told|asked|wants?|needs?) (?:me|us) to|i(?:'ll| will| need to| have to| must|'m going to| should| can| shall)?|we(?:'ll| will| need to| have to|'re going to| agreed(?: to| on)?| have an?| set(?: up)?| booked| scheduled)?|will|need(?:s)? to|have to|got to|gotta|must|going to|gonna|set up|setting up|set me(?: up)?|put in|have an?|schedule[d]?|stick in|squeeze in|slot in|pop in|throw in|diari[sz]e[d]?|pencil(?:l?ed)?(?: in)?|calendar|book(?:ed)?:?|arrange[d]?|agreed (?:to|on)|let'?s|plan to|planning to|to|a|an|the|and|then|so|also|next is|next step:?|there(?:'s| is)|is|it's|on|at|by|for|due|please|pls|todo|action)(?=[\s:]|$)|[\s,:;.\ue000-]){1,10}/i;
export const tail =
  /[\s,;:.!\ue000]+$|(?:吧|了|哈|啊|呢|一下|就行|即可|之前|以前|就定|定在|约在|安排在)$|\s(?:on|(?<!(?:swing|stop|drop|pop|come|go)\s)by|at|for|before|with|to|is|are|due|please|pls|thanks|then)$/i;

/** Words without the small ones at either end. */
export function trimmed(text: string, head: RegExp): string {
  let left = text.replace(head, '');
  for (let round = 0; round < 4 && tail.test(left); round++) left = left.replace(tail, '');
  return left.trim();
}

/** What one arranges with somebody to do together is an appointment: 约了老郑看冷库. */
export const booked = /约(?:了|好|着|在|定|上|到)/;
export const sees = /^(?:一起|上门|现场|再)?(?:看|聊|谈|碰|见|过|逛|走|量|测|喝|吃|唱|打球|钓|参观|体验|试)/;

/** Words for that something was agreed on, done as it sounds. */
export const arranged =
  /约|定|安排|说好|敲|再|之后|以后|后|等|前|\b(?:agreed|booked|scheduled|set up|will|again|next)\b|^(?:(?:stick|squeeze|slot|pop|put|throw) in|on-?site|catch-?up|chat)\b/i;

/** They, the client, we: said of people and never the name of a record. */
export const anybody =
  /^(?:客户|对方|他们?|她们?|它们?|人家|那边|这边|甲方|我们?|咱们?|你们?|大家|自己|领导|老板|the (?:client|customer|team|boss)|client|customer|they|them|he|him|she|her|it|i|me|we|us|you|boss|everyone|both|everybody|team)(?:那边|这边|公司|自己)?$/i;

/** People by what they are in a company. */
export const roles =
  '老板娘?|(?:大|二|小)老板|店长|厂长|院长|校长|所长|车间主任|主任|负责人|对接人|联系人|经理|总监|主管|采购|财务|技术|法务|行政|人事|工程师|领导|团队|师傅|秘书|助理|前台|库管|会计|出纳|商务';

/** What stands in front of a meeting and names nobody: 产品演示, 内部评审. */
export const ofMeetings =
  /^(?:内部|产品|线上|线下|现场|视频|电话|客户|公司|部门|团队|商务|技术|项目|季度|年度|月度|每周|销售|例行|最终|方案|合同|需求|第.次|初次|首次|二次|正式|远程|腾讯|飞书|钉钉|微信|邮件|合作|高层|双方|三方|全员|新|老|上门|登门|小范围|临时)/;

/** Which way a thing goes: no name. */
export const ways = '过去|过来|回来|回去|出去|上来|一趟|一下';

/** Where one goes that is nobody's record. */
export const places =
  '机场|车站|高铁站|火车站|酒店|饭店|餐厅|茶馆|咖啡厅|展会|展馆|公司|总部|工厂|现场|厂里|办公室|门店|工地|食堂|会议室|店里|仓库|车间';

/** Asks for a reminder behind what is to be done. */
export const askedLast =
  /[\s,;.]{0,3}(?:(?:到时候?)?(?:记得)?(?:提前.{1,5})?(?:提醒|叫|喊)(?:一下)?我(?:一下)?|(?:千万)?(?:别|不要)忘(?:了|记)?|记得(?:啊|哦)?|(?:and |pls |please )?(?:remind me|don'?t (?:let me )?forget(?: it)?))[\s!.~啊哦]{0,3}$/i;
