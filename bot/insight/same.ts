import { places } from './places.ts';
import { simplified } from './simplified.ts';

/** What a registered name ends with and nobody says. Longest first where one ends with another. */
const legal =
  /(股份合作公司|有限责任公司|集团有限公司|股份有限公司|有限公司|分公司|责任公司|股份公司|总公司|子公司|公司|集团|股份|控股|总厂|分厂|工厂|厂|商行|经营部|事务所|工作室|个体工商户)$/u;
const legalLatin = new Set(
  'inc incorporated llc llp lp ltd limited corp corporation co company gmbh ag kg plc sa sas sarl srl spa bv nv ab oy as aps pty pte kk holding holdings group the and'.split(
    ' ',
  ),
);

/** Words that say what trade a company is in: they tell two of one name apart, but are often left out. */
const trades =
  '精密 机械 机电 机床 电子 电气 电器 电机 电力 电缆 仪器 仪表 科技 技术 实业 工业 制造 贸易 商贸 进出口 国际 发展 投资 物流 运输 供应链 软件 信息 网络 数据 智能 自动化 装备 设备 五金 模具 塑胶 塑料 橡胶 包装 印刷 纺织 服装 服饰 食品 餐饮 饮料 农业 生物 医药 医疗 制药 健康 器械 化工 材料 新材料 能源 新能源 环保 建筑 建设 建材 工程 装饰 房地产 置业 酒店 文化 传媒 广告 教育 培训 咨询 管理 服务 企业 汽车 零部件 汽配 光电 光学 半导体 微电子 通信 通讯 航空 船舶 钢铁 金属 铝业 铜业 矿业 石油 家具 家居 玩具 珠宝 化妆品 日化 百货 超市 连锁 电商 电子商务 银行 保险 证券 金融 租赁 人力资源 计算机 系统 控制 检测 测控 传感 激光 轴承 液压 气动 泵业 阀门 电源 照明 灯饰 显示 新材 玻璃 陶瓷 造纸 木业 皮革 鞋业 制衣 家纺 茶业 酒业 乳业 水产 粮油 冷链 仓储 快递 货运 旅游 体育 影视 互联网 大数据 人工智能 机器人 药业 医院 诊断 制品 用品 配件 配送 批发 零售 工贸'.split(
    ' ',
  );
const vague = new Set('科技 技术 实业 工业 发展 国际 企业 管理 服务 投资'.split(' '));
const tradesLatin = new Set(
  'technologies technology tech systems solutions software labs industries industrial manufacturing machinery machine machines precision electronics electric energy power solar foods food logistics freight shipping medical health pharma biotech consulting services service trading traders trade international global digital media partners associates enterprises retail stores construction engineering materials chemicals chemical plastics packaging textiles automotive motors aerospace marine robotics instruments tools supply supplies'.split(
    ' ',
  ),
);

/** Two companies at least this alike are likely one. */
const enough = 0.8;

/**
 * What the spellings of one company share, also as a start for a search: half width, lower case, simplified, without
 * legal form, place, brackets and blanks. 「苏州恒通精密机械有限公司」 → 「恒通精密机械」, `Northwind, Inc.` → `northwind`.
 * A name that would be nothing but a trade keeps its place (「上海电气」). The key of a key is the key itself.
 */
export function companyKey(name: string): string {
  let key = tidy(name);
  for (;;) {
    const next = shorter(key);
    if (next === key) return key;
    key = next;
  }
}

/**
 * How alike two company names (or keys) are, 0..1. The brand must be the same, but for one slip in a long Latin one; then
 * words of the trade decide: left out or fewer of them
 * 0.9–0.95, others 0.5–0.7. Names that say different places 0.7
 * at most.
 */
export function similarity(a: string, b: string): number {
  const [one, other] = [companyKey(a), companyKey(b)];
  if (!one || !other) return 0;
  const [here, there] = [placesOf(a, one), placesOf(b, other)];
  const apart = here.length > 0 && there.length > 0 && !here.some((place) => there.includes(place));
  return Math.min(apart ? 0.7 : 1, one === other ? 1 : alike(one, other));
}

/** Whether two company names (or keys) are likely one company. See {@link similarity}. */
export function likelySame(a: string, b: string): boolean {
  return similarity(a, b) >= enough;
}

function tidy(name: string): string {
  // ⿰ and the like describe a character and are none: what they stand beside would be read by them.
  const flat = simplified(
    name
      .normalize('NFKC')
      .replace(/[\u2ff0-\u2fff]/gu, '')
      .toLowerCase(),
  )
    .replace(/[(（[【〔]([^)）\]】〕]*)[)）\]】〕]/gu, ' $1 ')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return flat.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

function shorter(key: string): string {
  if (/\p{Script=Han}/u.test(key)) {
    const bare = key.replace(legal, '');
    const middle = bare.length >= 2 && bare !== key ? bare : withoutPlace(key);
    return middle;
  }
  const words = key.split(' ');
  const left = words.filter((word, at) => !legalLatin.has(word) || (at === 0 && word !== 'the'));
  return left.length > 0 ? left.join(' ') : key;
}

/** Takes places off the front and out of the middle, unless what is left says only a trade or nothing. */
function withoutPlace(key: string): string {
  for (const place of places) {
    const at = key.indexOf(place);
    if (at === -1) continue;
    const end = /^[省市区县]/u.test(key.slice(at + place.length)) ? at + place.length + 1 : at + place.length;
    const left = key.slice(0, at) + key.slice(end);
    const inBrackets = at >= 2 && (key.length === end || trades.some((trade) => key.startsWith(trade, end)));
    if ((at === 0 || inBrackets) && brandOf(left).brand.length >= 2) return left;
  }
  return key;
}

/** The places a name says besides its key. */
function placesOf(name: string, key: string): string[] {
  const flat = tidy(name);
  return flat === key ? [] : places.filter((place) => place !== '中国' && flat.includes(place) && !key.includes(place));
}

/** Splits a key into the name proper and the words of the trade after it. */
function brandOf(key: string): { brand: string; trade: string[] } {
  const trade: string[] = [];
  let brand = key;
  if (!/\p{Script=Han}/u.test(key)) {
    const words = key.split(' ');
    while (words.length > 1 && tradesLatin.has(words.at(-1) ?? '')) trade.unshift(words.pop() ?? '');
    return { brand: words.join(''), trade };
  }
  for (;;) {
    const last = trades
      .filter((word) => brand.endsWith(word))
      .reduce((longest, word) => (word.length > longest.length ? word : longest), '');
    if (!last || (last.length === brand.length && trade.length === 0 && brand === key)) break;
    brand = brand.slice(0, -last.length);
    trade.unshift(last);
  }
  return { brand: /^\p{Script=Han}/u.test(key) && trades.includes(key) ? '' : brand, trade };
}

function alike(a: string, b: string): number {
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 1;
  const [one, other] = [brandOf(a), brandOf(b)];
  const brands = brandsAlike(one.brand, other.brand);
  if (brands < enough) return brands;
  const [here, there] = [one.trade, other.trade].map((trade) => trade.filter((word) => !vague.has(word)));
  const [fewer, more] =
    (here ?? []).length <= (there ?? []).length ? [here ?? [], there ?? []] : [there ?? [], here ?? []];
  if (more.length === 0) return brands * 0.9;
  // 恒通科技 and 恒通精密 are two names; 恒通 is how people call either.
  if (fewer.length === 0) return one.trade.length > 0 && other.trade.length > 0 ? 0.7 : brands * 0.9;
  const shared = fewer.filter((word) => more.includes(word)).length;
  if (shared === fewer.length) return brands * 0.95;
  return shared > 0 ? 0.7 : 0.5;
}

/** Latin brands of six letters and more may differ by one slip; short, Chinese and numbered ones are the same or not. */
function brandsAlike(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const length = Math.max(a.length, b.length);
  const slips = distance(a, b);
  const share = 1 - slips / Math.max(length, 1);
  if (slips > 1 || Math.min(a.length, b.length) < 6 || /\d|\p{Script=Han}/u.test(a + b)) return Math.min(0.6, share);
  return 0.9;
}

/** Optimal string alignment distance: insert, delete, replace, or swap two neighbours (Damerau 1964). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const cell = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? cell(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min(cell(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, cell(i - 1, j - 1) + cost, swap));
    }
  }
  return cell(a.length, b.length);
}
