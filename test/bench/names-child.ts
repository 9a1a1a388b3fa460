import { searchKey } from '../../bot/insight/pinyin.ts';
import { companyKey } from '../../bot/insight/same.ts';
import { createNames } from '../../bot/understand/names.ts';

/**
 * The names of many customers and as many contacts: how much memory they hold, how long they take to take in, and to be
 * found. Run with --expose-gc; what it measured goes to the parent.
 */
const count = Number(process.argv[2] ?? 100_000);
let seed = 7;
const below = (most: number) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * most);
};
const oneOf = (list: string | string[]) => list[below(list.length)] ?? '';

const brands =
  '恒通永兴华盛达安康泰瑞丰源鑫宏远景辉天宇德正信诚美佳联创中科新海东方博雅金龙飞腾凯悦荣昌利民福顺隆义和同济国大明光立鼎力万吉祥宝森林木石山河川江湖星云雷电风雪春秋长青松柏竹梅兰菊奥普迪威尔特克斯曼洛';
const trades = '精密 机械 电子 科技 电气 自动化 仪器 软件 贸易 物流 食品 医药 化工 材料 新能源 建设 装饰 包装'.split(
  ' ',
);
const towns = '苏州 上海 北京 深圳 杭州 宁波 无锡 东莞 成都 武汉'.split(' ');
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋';
const given = '建国伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英志文辉玉华红梅鹏飞晨雨欣怡子涵浩然宇轩梓';
const parts =
  'fox nor glo wind ash bar cor del ever fair gran har iron jas kel lum mar nex oak pel quin ros stel tor ul ver wil yar zen'.split(
    ' ',
  );
const ends = 'glove wick ton field dale ham worth ford bridge stone gate land well ley mont'.split(' ');
const sorts = 'Partners,Industries,Systems,Foods,Logistics,Labs,Medical,Trading'.split(',');
const firsts = 'Dana Marco Priya Helen Oscar Ines Tomas Yuki Nadia Viktor Elena Hugo Samir Greta Pablo'.split(' ');
const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const surname = () => title(oneOf(parts) + oneOf(ends));

const company = (at: number) =>
  at % 10 < 7
    ? `${below(2) ? oneOf(towns) : ''}${oneOf(brands)}${oneOf(brands)}${oneOf(trades)}${below(2) ? oneOf(trades) : ''}${below(3) ? '有限公司' : ''}`
    : `${title(oneOf(parts) + oneOf(parts) + oneOf(ends))} ${oneOf(sorts)}${below(2) ? ' Inc' : ''}`;
const person = (at: number) =>
  at % 10 < 7 ? oneOf(surnames) + oneOf(given) + (below(3) ? oneOf(given) : '') : `${oneOf(firsts)} ${surname()}`;

const rows = Array.from({ length: count }, (_, at) => {
  const name = company(at);
  return { id: 1000 + at, name, key: companyKey(name), pinyin: searchKey(name) };
});
const people = Array.from({ length: count }, (_, at) => person(at));
const buffers = [JSON.stringify(rows), JSON.stringify(people)];
rows.length = 0;
people.length = 0;

const held = () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const names = createNames();
names.add({ kind: 'person', id: 1, person: '陈梅', teamId: 1 });
names.view({ personId: 1, teamMates: null }).find('陈梅');
let taking = 0;
const empty = held();
{
  // As they come from the database: each row with strings of its own, which JSON's parser does not give it.
  const own = (text: string) => Buffer.from(text).toString();
  const before = JSON.parse(buffers[0] ?? '') as { id: number; name: string; key: string; pinyin: string }[];
  const contacts = JSON.parse(buffers[1] ?? '') as string[];
  const started = performance.now();
  for (const { id, name, key, pinyin } of before)
    names.add({ kind: 'customer', id, company: own(name), companyKey: key, pinyin, ownerId: 2 + (id % 400) });
  for (const [at, one] of contacts.entries())
    names.add({ kind: 'contact', id: 1_000_000 + at, person: own(one), customerId: 1000 + at });
  taking = performance.now() - started;
}
const known = Array.from({ length: 200 }, (_, at) => names.entry(1000 + at * 37)?.company ?? '');
const withAll = held();

const sentences = [
  (name: string) => `今天上午去${name}见了王总,他们觉得价格偏高,下周三下午三点再过去演示一次方案,记得带上样品。`,
  (name: string) => `${name}那个单子推进到报价,金额大概五十万,月底前要把合同发过去,客户说预算从五十万涨到了八十万。`,
  (name: string) =>
    `Spoke with Dana at ${name} this morning, they like the demo but the budget is tight, call back next Tuesday. `,
  (name: string) =>
    `跟${name.slice(0, 3)}的采购李建国通了电话,竞争对手报得比我们低,需要申请九折,同时提醒我周五前发新的报价单。`,
];
const text = (length: number, at: number) => {
  let made = '';
  while (made.length < length) {
    made += (sentences[(at + made.length) % sentences.length] as (name: string) => string)(
      known[(at * 7 + made.length) % known.length] ?? '',
    );
  }
  return made.slice(0, length);
};
const rep = names.view({ personId: 5, teamMates: new Set(Array.from({ length: 12 }, (_, at) => at + 2)) });
const admin = names.view({ personId: 1, teamMates: null });
const work = (what: () => void) => {
  const started = performance.now();
  what();
  return performance.now() - started;
};
/** The best of three tries of each text: what else the machine does at the time is not counted. */
const timed = (view: typeof rep, length: number, times: number) => {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const said = text(length, at);
    const once = () => work(() => view.find(said));
    taken.push(Math.min(once(), once(), once()));
  }
  return taken.slice(times / 10);
};
const found = {
  rep60: timed(rep, 60, 5000),
  rep: timed(rep, 4000, 500),
  admin60: timed(admin, 60, 5000),
  admin: timed(admin, 4000, 500),
};
const added: number[] = [];
for (let at = 0; at < 3000; at += 1) {
  const entry = { kind: 'customer', id: 3_000_000 + at, company: company(at), ownerId: 5 } as const;
  added.push(
    work(() => {
      names.add(entry);
      rep.find('恒通那个单子推进到报价');
    }),
  );
}
const hits = rep.find(text(4000, 1)).length;
// The rows as text are held to the end, so that they count before and after.
process.send?.({ memory: withAll - empty, taking, found, added, hits, text: buffers.join('').length });
