import { blank, gone, type Span } from './shapes.ts';

/*
 * A net of its own under the names the team's records give: what leaves the house must not hang on how well the grammar
 * reads. It takes too much rather than too little.
 */

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚文高马金万庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢岳齐梅莫庄辛管祝左涂谷祁耿卜詹关苗凌费纪靳盛童欧甄曲游阳裴席查屈鲍覃霍翁隋甘景柏宁柯阮桂闵解丛冉房';
const surname = `(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|[${surnames}])`;
const titles =
  '董事长|总经理|副总经理|副总裁|副总|总裁|总监|总工|总|经理|主任|主管|老师|老板|工程师|工(?![程作厂业艺])|姐|哥|董|局长?|处长|科长|部长|厂长|院长|校长|所长|行长|书记|秘书|会计|律师|博士|医生|教授|先生|女士|小姐|店长|队长|组长';
const trades =
  '科技|精密|制造|股份|有限|责任|实业|电子|机械|贸易|银行|医院|学校|大学|工厂|网络|软件|信息|建设|地产|物流|食品|医药|汽车|能源|重工|材料|传媒|商城|酒店|餐饮|包装|仓储|供应链|生物|制药|装饰|建材|五金|光电|半导体|智能|数据|技术|集团|公司';
const trade = new RegExp(`^(?:${trades})+$`);
/** A company by its ending. What stands before it begins where the words of the sentence end. */
const ending = new RegExp(
  `([\\p{Script=Han}A-Za-z0-9&()]{2,16}?)(?:${trades})*(?:公司|集团|股份|科技|实业|精密|银行|医院|物流)`,
  'gu',
);

/** Small words that end a name: 王磊说 is 王磊. */
const particles =
  '的了到给说打在和跟与把被就也还又要会能可是有没来去上下吗呢吧啊嘛聊谈约见发签转推做让问写催接回看您你我他她它们这那哪谁个为从对向将再先刚已未不别设调抢';
/** Characters that are words by themselves: a row of others, which no dictionary joins, is somebody's name. */
const ordinary = new Set(
  `${particles}后日月一二三四五六七八九十百千万亿零两半几多少条件家次号点块元毛钱年天周时期内外前中里边人老新大小高低快慢长短贵便嫌急定行好最很太更都只并而但或如若因按比等每各该其此间初末晚早午今明昨想找用请试输赢丢换改停拖排填补带拿收付款买卖退交放选查审批听讲叫算账报升降涨走跑搬开关加入出进过起站吃喝忙空完全准必应同本头数步额处码录干售错单表稿版页样型级层笔项类份套台位名段句字题`,
);

const titled = new RegExp(
  `[老小阿]${surname}(?![\\p{Script=Han}])|${surname}(?:(?![${particles}任])\\p{Script=Han}){0,2}?(?:${titles})(?!部|办|公司|结|体|之|共|是|额|价|数|算|量)`,
  'gu',
);

/** Words of the trade that the dictionary cuts in two. */
const jargon =
  /商机|微信|线索|报价|钉钉|设备|业务|展会|客户|跟进|回款|签约|赢单|输单|丢单|成交|合同|预算|方案|演示|产线/gu;

const anySurname = new RegExp(`^${surname}$`);
const pair = /^\p{Script=Han}{2}$/u;

let segmenter: Intl.Segmenter | undefined;

/** Words the dictionary does not know: 恒通, 王建国 (王 + 建国), 欧阳锋, with the trade behind a company's name. */
function findUnknown(text: string): Span[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = [...segmenter.segment(text.replace(jargon, (word) => gone.repeat(word.length)))];
  const word = (at: number) => words[at]?.segment ?? '';
  const single = (at: number) => /^\p{Script=Han}$/u.test(word(at));
  const odd = (at: number) => single(at) && !ordinary.has(word(at));
  const given = (at: number) => single(at) && !particles.includes(word(at));

  const found: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    let to = at;
    let kind: Span['kind'] = 'name';
    if (anySurname.test(word(at)) && !ordinary.has(word(at)) && (given(at + 1) || pair.test(word(at + 1)))) {
      kind = 'person';
      to = at + 2;
      if (single(at + 1) && given(to)) to++;
    } else {
      while (odd(to)) to++;
      if (to - at < 2) continue;
    }
    for (; trade.test(word(to)); to++) kind = 'company';
    const last = words[to - 1];
    if (last) found.push({ start: words[at]?.index ?? 0, end: last.index + last.segment.length, kind });
    at = to - 1;
  }
  return found;
}

/** What stands in front of a company's name and is none of it. */
const lead =
  /^.*(?:今天|昨天|刚才|刚刚|客户|线索|商机|新|跟|和|与|给|去|到|在|把|将|从|对|见|拜访|联系|约|打给|叫|是|做|我们|看下|看看|查看|的|了)(?=.{2})/u;

/** People and companies in a Chinese text, by what names look like. */
export function findChineseNames(text: string): Span[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const found: Span[] = [];
  let left = text;
  const take = (span: Span) => {
    found.push(span);
    left = blank(left, span);
  };
  for (const match of left.matchAll(titled))
    take({ start: match.index, end: match.index + match[0].length, kind: 'person' });
  for (const match of left.matchAll(ending)) {
    const start = match.index + (lead.exec(match[1] ?? '')?.[0].length ?? 0);
    take({ start, end: match.index + match[0].length, kind: 'company' });
  }
  for (const span of findUnknown(left)) take(span);
  return found;
}
