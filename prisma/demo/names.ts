/** Names of people and companies, all invented. Phone numbers are of ranges kept for fiction or plainly made up. */

export const surnames = [...'陈王李张刘赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余'];
export const givenNames =
  '建国 晓雨 志远 海燕 丽华 文博 思远 雪梅 国强 明哲 佳怡 俊杰 雅婷 浩然 静怡 立新 春燕 子涵 宏伟 慧敏 永康 秀兰 嘉豪 玉珍 天宇 晓峰 欣然 卫东 梦洁 振华'.split(
    ' ',
  );
export const firstNames =
  'Aaron Amelia Ben Carla Daniel Elena Felix Grace Hugo Ines Jack Karen Liam Maya Nathan Olivia Paul Quinn Rosa Simon Tessa Umar Vera Will Yara Zoe Hannah Marcus Priya Leon'.split(
    ' ',
  );
export const lastNames =
  'Abbott Barnes Calder Dawson Ellery Farrow Garner Holt Irving Jarvis Keane Lomax Mercer Nolan Osborne Pryce Quigley Rourke Sadler Tanner Underhill Vance Wexler Yardley Ashby Brennan Crowe Doyle'.split(
    ' ',
  );

/** Two letters make a Chinese brand, one of each. */
export const brandFirst = [...'澄岚禾曜砚拓沐栖翎霁朗衡铄泓屿桓昀岳栎珩'];
export const brandSecond = [...'石川远禾翼澜舟原野麓越森柏聿'];
/** Two halves make an English one. */
export const brandStart =
  'Alder Birch Cobalt Dune Ember Fern Garnet Hollow Iris Juniper Kestrel Larch Maple Nimbus Opal Pike Quartz Raven Sable Thorn Umber Vale Willow Yarrow'.split(
    ' ',
  );
export const brandEnd = 'bridge field gate haven point stone crest worth'.split(' ');

interface Trade {
  industry: string;
  zh: string[];
  en: string[];
}

export const trades: Trade[] = [
  { industry: 'manufacturing', zh: ['精密机械', '机电设备', '精密模具'], en: ['Manufacturing', 'Machinery', 'Precision'] },
  { industry: 'electronics', zh: ['电子', '半导体', '光电'], en: ['Electronics', 'Instruments'] },
  { industry: 'software', zh: ['软件', '信息技术'], en: ['Software', 'Systems'] },
  { industry: 'healthcare', zh: ['医疗器械', '生物医药'], en: ['Medical', 'Health'] },
  { industry: 'retail', zh: ['百货', '电子商务'], en: ['Retail', 'Stores'] },
  { industry: 'logistics', zh: ['物流', '供应链'], en: ['Logistics', 'Freight'] },
  { industry: 'construction', zh: ['建材', '建筑工程'], en: ['Construction', 'Materials'] },
  { industry: 'food', zh: ['食品', '餐饮'], en: ['Foods'] },
  { industry: 'energy', zh: ['新能源', '化工'], en: ['Energy', 'Chemicals'] },
  { industry: 'services', zh: ['企业服务', '咨询'], en: ['Consulting', 'Services'] },
];

export const citiesZh = '苏州 上海 杭州 南京 无锡 宁波 常州 昆山 嘉兴 合肥'.split(' ');
export const citiesEn: Record<string, string[]> = {
  USD: ['Portland', 'Denver', 'Austin', 'San Diego', 'Columbus', 'Atlanta'],
  GBP: ['Leeds', 'Bristol', 'Manchester', 'Birmingham', 'Glasgow'],
};
export const titlesZh = ['总经理', '采购经理', '生产总监', 'IT 经理', '厂长', '副总', '设备主管', '运营总监'];
export const titlesEn = ['CEO', 'Head of Purchasing', 'Operations Director', 'IT Manager', 'Plant Manager', 'CFO', 'VP Operations'];
/** Area codes whose 555-0100 … 555-0199 are kept for fiction (North American Numbering Plan). */
export const areaCodes = ['503', '303', '512', '619', '614', '404'];
