import type { Reading } from './context.ts';
import { remember } from './remember.ts';

const common =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚文高马金万';
const rarer =
  '张庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐梅莫庄辛管祝左涂谷祁耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄柏宁柯阮桂闵解强丛华车冉房边';
const surname = `(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|[${common}${rarer}])`;
/** 经理说 may be ours, 周经理说 is somebody of theirs. */
export const notSurname = `(?<![${common}${rarer}])`;
const titles =
  '董事长|师傅|协理|副理|总经理|副总经理|副总裁|副总|总裁|总监|总工|总|经理|主任|主管|老师|老板|工程师|工|姐|哥|董|局长|局|处长|处|科长|科|部长|厂长|院长|校长|所长|行长|书记|秘书|会计|律师|博士|医生|教授|先生|女士|小姐|店长|队长|组长|采购|财务';
const titled = new RegExp(
  `(?:[老小阿]${surname}(?![\\p{Script=Han}])|${surname}生(?=$|[\\s,在说话讲])|(?:[老小](?=${surname}[总工董姐哥]))?${surname}[\\p{Script=Han}]{0,2}?(?:${titles})(?!部|办|公司|结|体|之|共|是|额|价|数|算|量|监(?!$|[\\s,])))`,
  'gu',
);
const commonTitled = new RegExp(`[${common.slice(0, 60)}][\\p{Script=Han}]?(?:${titles})$`, 'u');
const role = new RegExp(`^[\\p{Script=Han}]{0,6}(?:${titles})$`, 'u');
const plain = new RegExp(`^${surname}[\\p{Script=Han}]{1,2}$`, 'u');
const common2 = new RegExp(`[${common.slice(0, 30)}][\\p{Script=Han}]{1,2}$`, 'u');
const english = /^(?:(?:mr|mrs|ms|miss|dr|prof)\.?\s+)?[\p{L}][\p{L}'.-]{0,30}(?:\s+[\p{L}][\p{L}'.-]{0,30}){0,3}$/iu;
const organisation =
  /(公司|集团|科技|精密|制造|股份|有限|实业|电子|机械|贸易|银行|医院|学校|大学|中心|工厂|网络|软件|信息|建设|地产|物流|食品|医药|汽车|能源|重工|材料|传媒|商城|酒店|餐饮|部门|财务|采购部|\b(inc|ltd|llc|corp|gmbh|group|co|company|bank|labs?|systems|technologies|solutions)\b)/i;

/** Whether a text names a company by one of the words companies end in. */
export const looksLikeCompany = (text: string): boolean => organisation.test(text);

/** People named with a title in a Chinese text (王总, 李经理, 张工, 老王), where each stands. */
export const findTitled = remember(titledIn, (text: string) => text);

function titledIn(text: string): Reading<string>[] {
  return [...text.matchAll(titled)].map((match) => {
    const end = match.index + match[0].length;
    // 恒安王总: the rare surname is the end of a company's name when a common one stands right behind it.
    const inner =
      !common.includes(match[0][0] as string) && /^[老小阿]/.test(match[0]) === false
        ? commonTitled.exec(match[0].slice(1))
        : null;
    const start = inner ? match.index + 1 + inner.index : match.index;
    return { start, end, value: text.slice(start, end) };
  });
}

/** How much a Chinese word looks like a person's name: 0 not at all, 1 perhaps, 2 likely, 3 it says so (王总). */
export function nameLikeness(text: string): 0 | 1 | 2 | 3 {
  const one = findTitled(text)[0];
  if (one && one.start === 0 && one.end === text.length) return 3;
  if (looksLikeCompany(text) || !plain.test(text)) return 0;
  if (text.length === 3) return common.includes(text[0] as string) || text.startsWith('欧阳') ? 2 : 1;
  return common.slice(0, 24).includes(text[0] as string) ? 2 : 1;
}

/** The person a text names, as a whole, in either language. Null when it does not look like a name. */
export function readPerson(text: string): string | null {
  const trimmed = text.trim().replace(/^(?:是|为|叫|his name is|it's|its|it is|is)\s?/i, '');
  if (trimmed.length > 80) return null;
  if (/\p{Script=Han}/u.test(trimmed)) {
    const inside = findTitled(trimmed);
    if (inside.length === 1 && trimmed.length <= 12 && inside[0]?.end === trimmed.length) return trimmed;
    const decides =
      inside[0]?.start === 0 && /^(?:拍板|说了?算|定|决定|负责|签字|批|点头)/.test(trimmed.slice(inside[0].end));
    if (decides) return inside[0]?.value ?? null;
    return plain.test(trimmed) || (trimmed.length >= 2 && role.test(trimmed)) ? trimmed : null;
  }
  return english.test(trimmed) ? trimmed : null;
}

/** A row of names split where the person begins: 恒通王总 → 恒通 and 王总. Only `company` when no person stands there. */
export function splitContact(text: string): { company: string; contact?: string } {
  const trimmed = text.trim();
  const found = findTitled(trimmed);
  const last = found.at(-1);
  if (last && last.end === trimmed.length && last.start > 0) {
    const company = trimmed.slice(0, last.start).replace(/[\s,的]+$/, '');
    if (company !== '') return { company, contact: last.value };
  }
  if (!looksLikeCompany(trimmed)) {
    const spaced = /^(\S{2,40})[\s的](\S{2,4})$/.exec(trimmed);
    if (spaced && nameLikeness(spaced[2] as string) >= 2)
      return { company: spaced[1] as string, contact: spaced[2] as string };
    const tail = common2.exec(trimmed);
    if (tail && tail.index >= 2 && /^\p{Script=Han}+$/u.test(trimmed) && trimmed.length <= 8) {
      return { company: trimmed.slice(0, tail.index), contact: tail[0] };
    }
  }
  return { company: trimmed };
}
