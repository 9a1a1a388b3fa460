import { chineseCities } from './cities.ts';
import { looksLikeCompany, nameLikeness } from './people.ts';

const han = '\\p{Script=Han}';
const behind = `(?<=${han}{2}|[a-z\\d])`;

/** How they came to us, said before who they are: 展会上认识的…, 老客户介绍过来的…. */
const came = new RegExp(
  `((?:认识|介绍|推荐|引荐|碰到|遇到|加到?|加上|换到?|拿到?|转|找|进|问|扫码|留言|咨询)(?:过来|进来|来)?的)(?=${han}{2})(?!客户|老板|线索|名片|潜客|公司|人(?:$|[\\s,]))`,
  'gu',
);
/** What begins the next part of somebody's card where no mark does. */
const begins = new RegExp(
  [
    '(?:公司|单位|企业)(?:名字|名)?(?:是|叫)',
    '(?:电话|手机|微信|邮箱|联系方式)(?=号|是|$|[\\s,\ue000])',
    '(?:职位|职务|痛点|需求|规模|行业)(?=是)|预算|痛点',
    `(?:人|公司|总部)?在(?:${chineseCities})`,
    `(?:做|搞|卖|开|干)${han}{1,8}的(?=$|[\\s,\ue000]|在|公司|手机|电话|微信|预算)`,
    '(?:跟|和)(?:他|她)们?约',
  ]
    .map((one) => `(?:${one})`)
    .join('|'),
  'gu',
);
const called = new RegExp(`(?:名字)?叫做?(${han}{2,4}?)(?=$|[\\s,\ue000]|是|的(?:$|[\\s,]))`, 'gu');
const works = new RegExp(`(?<=(?:^|[\\s,])(?:(?:名字)?叫做?)?(${han}{2,4}?))是(?=${han}{2,16}的)`, 'gu');

/** A person's card dictated in one breath, parted where a next part of it begins. */
export function apart(text: string): string {
  if (!/\p{Script=Han}{6}/u.test(text)) return text;
  return text
    .replace(came, '$1,')
    .replace(new RegExp(`${behind}(?=${begins.source})`, 'gu'), ',')
    .replace(called, (said, name: string, at: number) => (at > 0 && nameLikeness(name) > 0 ? `,${said}` : said))
    .replace(works, (said, name: string, at: number, all: string) => {
      const sure = all[at - name.length - 1] === '叫' ? 0 : 1;
      return nameLikeness(name) > sure ? `,${said}` : said;
    });
}

const departments =
  '采购|信息|技术|财务|市场|销售|营销|行销|运营|营运|生产|行政|人事|人力资源|设备|工程|研发|质量|品质|质检|物流|仓储|供应链|项目|产品|业务|安全|计划|后勤|客服|电商|工艺|机电|总务|it';
const ranks =
  '总监|副?总?经理|主管|主任|厂长|店长|校长|院长|部长|科长|处长|副?总裁|副总|负责人|董事长|创始人|合伙人|工程师|专员|老板娘?|秘书|厂助';
const job = new RegExp(
  `^(.{2,20}?)((?:副|高级|资深|首席)?(?:(?:${departments}){1,2}部?)?(?:${ranks})(?:助理)?)(${han}{2,3})?$`,
  'iu',
);

/** Company, post and name in one word: 润邦机械采购总监, 金穗食品的采购经理宋佳. Null when it is none. */
export function companyAndPost(piece: string): { company: string; title: string; name?: string } | null {
  const match = job.exec(piece);
  const [, front = '', title = '', name] = match ?? [];
  const company = front.replace(/的$/, '');
  const department = new RegExp(`^(?:副|高级|资深|首席)?(?:${departments})`, 'iu').test(title);
  if (!match || (name !== undefined && nameLikeness(name) < 2)) return null;
  if (
    /^(?:他们|我们|一个|一位|华[东南北中]|西[南北])|(?:大?区|中心|部门?|车间|办公室|事业部|执行|[a-z]\s?)$/i.test(
      company,
    )
  )
    return null;
  const long = looksLikeCompany(company) || company.length >= 4 || front.endsWith('的') || name !== undefined;
  if (!long || (!department && !front.endsWith('的') && nameLikeness(piece.slice(-title.length - 1)) > 0)) return null;
  if (!department && nameLikeness(piece.slice(company.length - 1)) === 3) return null;
  return { company, title, ...(name ? { name } : {}) };
}
