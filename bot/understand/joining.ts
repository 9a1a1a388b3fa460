/** What is done to a value in Chinese: each may stand between a field's name and what it is now. */
const done =
  '换|改|变|涨|降|砍|加|提|压|缩|减|追加|敲定|上调|下调|谈|调整|调|定|更新|推迟|延期|延|拖|提前|顺延|缩减|增加|提高|确认|落|挪|推|松|扩|拉|缩水|升级|变更|重新|最终|最后';
const doneTo = `(?:帮我|帮忙)?(?:往[前后上下回])?(?:${done}|(?<![a-z])(?:push|delay|move|update|change|cut|raise|bump|set)(?=\\s?[到至成为]))(?:一下|[高低大小多少])?\\s?`;
/** What one says of a value before saying what it is now: 预算批下来了 60万, 拍板的换人了 现在是王总. */
const news =
  '(?:(?:不是没批|批下来|定下来|下来|换人|变|定|有变化|有变动|弄清楚|搞清楚|问清楚|问到|出来|有)(?:了|啦|啊|吧){0,3}[\\s,]|(?:批下来|定下来|换人|有变化|出来)(?:了|啦)啊?)';
const goes =
  "to|is|are|was|now|at|on|by|of|for|should be|would be|capped at|'s|changed to|changed from .{1,16}? to|from .{1,16}? to|went|goes|gone|got|gets|slashed|trimmed|only|just|came|come|comes|coming|raised|cut|dropped|increased|lowered|bumped|grew|grown|shrank|shrunk|fell|jumped|climbed|approved|confirmed|signed off|moved|pushed|pulled|slipped|slipping|slips|sliding|moving|pushing|likely|probably|doubled|looks like|will be|would be|has been|been|in to|up|down|in|out|back|forward|somewhere|roughly|currently|(?:in )?the region of";
/** The words between a field's name and its value: 从30万 涨到, 大概有, went up to. */
export const joining = new RegExp(
  `^(?:\\s|:|=|->|→|${news}|从.{1,24}?(?=(?:往[前后])?(?:涨|改|降|变|调|到|推|延|提|砍|加|压|缩|减|挪))|${doneTo}(?:成|为|到|至|在)?了?|改一下|更新一下|(?:就|先|就先)(?:放|写|按|填|算|记)|按(?=[\\d一二两三四五六七八九十])|给(?:到|了)|为|是|有|到|至|应该|可能|目前|现在|的话|呢|(?:砍|减|降|压|缩)了(?=只|就|剩)|(?:只|就)?剩下?了?(?=[\\d一二两三四五六七八九十])|只有|就|还|才|也|只|批了|批|[啊呀吧嘛呢]|我(?:觉得|估计|感觉|看)|(?:美金|美元|港币|欧元|人民币)(?=\\s?(?:[\\d一二两三四五六七八九十]|$))|在(?=\\d|[一二两三四五六七八九十]|本|下|明)|也?就是|(?:${goes})(?=\\s|$))+`,
  'i',
);
/** The same before a text of its own, which may begin with any of those words (加班太多): they must say what it became. */
export const joiningText = new RegExp(
  `^(?:\\s|:|=|->|→|(?:[你帮给我]{0,2}记(?:一下|上|录))(?:就?是)?|${doneTo}(?:成|为|到|至)了?|为|就?是|现在是?|目前是?|也?就是|(?:里面?|中|方面|名单|清单)?(?:又|还|也)?(?:多了|多出|有|加了|新增了?|出现了?|冒出)(?:一?[个家])?|(?:to|is|are|was|now|will be|changed to|agreed(?: at| on| as)?|'s)(?=\\s|$))+`,
  'i',
);

/** Words between a field's name and its value that end in saying what it became, whatever is told before: 他们老板又批了点现在是. */
export const becomes = new RegExp(
  `^[^,;?!\\d没不别未]{0,20}(?:${doneTo}(?:成|为|到|至)了?|(?:现在|目前|最终|最后|其实|结果)(?:就?是|有|到|为))\\s?$`,
);
/** Words behind a value that add nothing to it. */
export const behindValue =
  /^(?:[\s,]|(?:走|写|算|报|定|来)(?=$|[了吧啊])|的样子|样子|之间|左右|上下|吧|嘛|啦|了|啊|哈|对|(?:帮我?|你|给我)?(?:记|更新|改|u[pd]{2}ate)(?:一?下|上)?|(?:only|smh|lol|tops|probably|hopefully|i think|or so|max|though|ok|sir|now|please|pls|thx|thanks)(?![a-z])){1,10}$/i;
