import { acting, places, things } from './words.ts';

const pronoun = '(?:他们?|她们?|它们?|人家|对方|客户|甲方)';
const handed =
  '发|寄|送|交|给|拿|报|传|转|递|出|做|弄|改|补|准备|确认|落实|敲定|定|签|整理|更新|提供|提|结|付|打|清|对|核对|核|算';
const direction = '(?:给|到|去|过去|过来|回来|回去|出来|出去|上来|好|完|掉|了|一下)*';
const thing = `[\\p{Script=Han}\\w+.\\s-]{0,12}?(?:${things})`;

const steps: [RegExp, string][] = [
  // 去机场接他吃饭, 去他们厂里开会: the place is no part of what is done.
  [new RegExp(`^(?:去|到|来|上)(?:一?趟)?${pronoun}?的?(?:${places})(?:里|那边|去)?(?:接${pronoun}?)?`, 'u'), ''],
  [new RegExp(`^在?${pronoun}的?(?:${places})(?:里|那边)?(?=${acting})`, 'u'), ''],
  [new RegExp(`^(?:过去|过来|去|到|来)(?:一?趟)?${pronoun}?(?:那边|那儿|那里)?(?=${acting})`, 'iu'), ''],
  // 把X发给他 is 发X.
  [
    new RegExp(
      `^(?:再|先|去)?(?:把|将)(.{1,20}?)(${handed})(回)?(?:来|去)?${direction}(?:${pronoun}|我们?|咱们?)?${direction}$`,
      'iu',
    ),
    '$2$3$1',
  ],
  // 报价我发, PO出: the thing first, the doing behind it.
  [
    new RegExp(
      `^(${thing})(?:我们?|咱们?|由我|${pronoun})?(?:来|要|得|会|再|先|就|能|可以)*(发|寄|送|交|出|做|提|补|拿|给|改|签|付|打|盖|回|到)${direction}${pronoun}?${direction}$`,
      'iu',
    ),
    '$2$1',
  ],
  [new RegExp(`(发|寄|送|交|传|转|递)(?:给|到)${pronoun}(?=[\\p{Script=Han}\\w])`, 'iu'), '$1'],
  [
    new RegExp(
      `(?:给|跟|和|找|向|同|帮|为|陪|请|约)了?${pronoun}(?=(?:重新|再|重|另外|多|先|当面|上门|免费|正式)*(?:${acting}))`,
      'iu',
    ),
    '',
  ],
  [new RegExp(`^${pronoun}(?=${acting})`, 'iu'), ''],
  [new RegExp(`^(?:跟|和|与|同)(?:我们?|咱们?)(?=${acting})`, 'iu'), ''],
  // 打个电话, 开一次会: one of them is no news.
  [/(?<=^(?:打|开|吃|做|签|见|聊|写|喝|约|发|出|碰|搞|过))一?[个次下顿杯份场趟封](?=\p{Script=Han}{1,8})/u, ''],
  [/^给(?:我们?|咱们?)(?=[\p{Script=Han}\w])/u, '给'],
  [new RegExp(`(?<=^给)${pronoun}(?=.)`, 'u'), ''],
  [new RegExp(`(?<=^(?:催|问|查|看|回|call|ping|email))\\s?${pronoun}们?(?=.)`, 'iu'), ''],
  [/^(?:回|再)?(.)\1(?=\p{Script=Han}{2})/u, '$1'],
  [/^(.{1,3}?)一?下(?=.)/u, '$1'],
  [new RegExp(`(?<=^\\S{1,6})(?:给|到)?${pronoun}$`, 'u'), ''],
  // 下周四再开一次 is one more meeting.
  [/^再?开一?[次个]$/u, '开会'],
  [/(?<=有效期|质保期?|合同)到$/u, '到期'],
  [/^(?:再)?打(?:一?[个下通次]|过去)?$/u, '打电话'],
  [/(?<=[发寄送交传转递打])(?:给|到|过去|过来|回来|回去){1,10}$/u, ''],
  [/^([发寄送])$/u, '$1过去'],
];

/** What is to be done in Chinese, as a calendar would say it: 把方案发给他们 is 发方案, 问问进度 is 问进度. */
export function cutChinese(said: string): string {
  let what = said.trim();
  for (const [pattern, put] of steps) {
    const next = what.replace(pattern, put).trim();
    if (next !== '') what = next;
  }
  return what;
}

const english: [RegExp, string][] = [
  // Push the demo to the 14th: the demo.
  [/^(?:push|move|reschedule|shift|postpone)\s(?:back\s|out\s)?(?:the|our|that|this)\s(?=\w)/i, ''],
  // Emberton demo moved to Tuesday: what it is, and not what became of it.
  [
    /(?<=\w)\s(?:is |was |got |has been |been )?(?:moved|rescheduled|shifted|pushed|bumped|postponed|booked|confirmed|set|scheduled)(?:\s(?:back|out|up|to))?$/i,
    '',
  ],
  [/^(?:get|getting|have)\s(?:the\s|a\s|an\s|our\s)?(.{2,50}?)\s(?:over|across|out|off|ready|done)(?:\sto)?$/i, '$1'],
  [/^(?:owe|promised?|still owe|due)\s(?:(?:them|him|her|you)\s)?/i, ''],
  [/(?<=^\w{2,10})\s(?:him|her|them|it)(?=\s|$)/i, ''],
  [/(?<=\b(?:with|to|for))\s(?:him|her|them)$/i, ''],
  [/\s(?:with|to|for|at|from)$/i, ''],
  [/^(?:a|an|the|our|my|their|some)\s/i, ''],
];

/** What is to be done in English, without the small words: get the quote over is the quote, try him again is try again. */
export function cutEnglish(said: string): string {
  let what = said.trim();
  for (const [pattern, put] of english) {
    const next = what.replace(pattern, put).trim();
    if (next !== '') what = next;
  }
  return what;
}
