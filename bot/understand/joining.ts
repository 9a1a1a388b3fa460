/** What is done to a value in Chinese: each may stand between a field's name and what it is now. */
const done =
  '换|改|变|涨|降|砍|加|提|压|缩|减|追加|敲定|上调|下调|谈|调整|调|定|更新|推迟|延期|延|拖|提前|顺延|缩减|增加|提高|确认|落|挪|推|松|扩|拉|缩水|升级|变更|重新|最终|最后';
const doneTo = `(?:往[前后上下回])?(?:${done})(?:一下)?`;
const goes =
  "to|is|are|was|now|at|on|by|of|for|should be|would be|capped at|'s|changed to|changed from .{1,16}? to|from .{1,16}? to|went|goes|gone|came|come|comes|coming|raised|cut|dropped|increased|lowered|bumped|grew|grown|shrank|shrunk|fell|jumped|climbed|approved|confirmed|signed off|moved|pushed|pulled|slipped|likely|probably|doubled|looks like|will be|would be|has been|been|in to|up|down|in|out|back|forward|somewhere|roughly|currently|(?:in )?the region of";
/** The words between a field's name and its value: 从30万 涨到, 大概有, went up to. */
export const joining = new RegExp(
  `^(?:\\s|:|=|->|→|从.{1,24}?(?=(?:往[前后])?(?:涨|改|降|变|调|到|推|延|提|砍|加|压|缩|减|挪))|${doneTo}(?:成|为|到|至|在)?了?|改一下|更新一下|为|是|有|到|至|应该|可能|目前|现在|的话|呢|只有|就|还|才|批了|批|在(?=\\d|[一二两三四五六七八九十]|本|下|明)|也?就是|(?:${goes})(?=\\s|$))+`,
  'i',
);
/** The same before a text of its own, which may begin with any of those words (加班太多): they must say what it became. */
export const joiningText = new RegExp(
  `^(?:\\s|:|=|->|→|${doneTo}(?:成|为|到|至)了?|为|是|现在是?|目前是?|也?就是|(?:里面?|中|方面|名单|清单)?(?:又|还|也)?(?:多了|多出|有|加了|新增了?|出现了?|冒出)(?:一?[个家])?|(?:to|is|are|was|now|will be|changed to|agreed(?: at| on| as)?|'s)(?=\\s|$))+`,
  'i',
);
