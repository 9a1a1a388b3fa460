import type { Span } from './shapes.ts';

/** Words that are written large and are nobody's name. */
export const ordinary = new Set(
  `i i'm i'll i've i'd ok okay mr mrs ms miss dr prof monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
  weds thu thur thurs fri sat sun january february march april may june july august september october november december jan
  feb mar apr jun jul aug sep sept oct nov dec q1 q2 q3 q4 eod eow eom eoq eoy asap fyi am pm usd cny rmb eur gbp hkd jpy
  crm erp poc rfp rfq nda msa sow roi kpi api saas it hr ceo cto cfo coo vp gm bd ppt pdf excel word zoom teams wechat
  whatsapp qq linkedin slack dingtalk english chinese china
  a an the and or but so if when while after before then now today tomorrow yesterday tonight also just still not no yes
  he she it they we you his her their our my your this that these those there here who what where why how which
  in on at to for from with by of about as is are was were be been has have had do does did will would can could should
  may might must let lets please pls thanks thank hi hello hey new old lead leads deal deals customer customers client task
  call calls met meet meeting meetings spoke talk talked said says told got get gave give sent send saw see went go came
  come put push move set add log note make made took take left want wants wanted need needs show list find draft quote
  contract visit email text message ping remind book schedule follow update change mark won lost lose win close open start
  stop keep next last first good great bad nice quick long big small budget price pricing amount stage demo proposal
  another other both all some any each more most much many less few one two three four five six seven eight nine ten half
  mail mailed fwd subject dear regards cheers answer reply asked ask good morning afternoon evening week weekend month quarter
  year sales team boss manager purchasing finance legal side guy folks person people company contact number hotline notes
  update summary reminder question problem issue order invoice payment product sample samples trial pilot install competitor
  since because during until till without within between among through under above per via every everyone everything nobody
  nothing something someone anyone anything myself ours yours theirs mine once twice again soon later early ago already
  maybe perhaps probably apparently turns looks seems looking going getting happy sad sorry hope think thought heard hear
  know knew feel felt seem seemed sounds sounded back up down out over off very really quite pretty too only even ever`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that within a sentence are written large as names only. */
const doubles = new Set(['mark', 'will', 'hope', 'guy']);
/** What an ordinary word ends in when it stands large at a sentence's head: Pushed, Calling, Apparently. */
const bent = /(?:ed|ing|ly)$/;
const word = /(?<![\p{L}\d])\p{Lu}[\p{L}\d'’&.-]*[\p{L}\d]|(?<![\p{L}\d])\p{Lu}(?=\s+\p{Lu}\p{Ll})/gu;
const head = /(?:^|[.!?:;\n"“(])\s*$/;

/**
 * People and companies in an English text: words written large that are no words of every day. `kept` are the team's own
 * words. Neighbours are one name: Dana Reyes, Northwind Freight.
 */
export function findEnglishNames(text: string, kept: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(word)) {
    const said = match[0].replace(/['’]s?$/i, '');
    const lower = said.toLowerCase().replace(/’/g, "'");
    const before = found.at(-1);
    const behind = before !== undefined && /^ $/.test(text.slice(before.end, match.index));
    // Freight is the team's word for a trade, and in Northwind Freight it is the name.
    const first = head.test(text.slice(0, match.index));
    if (ordinary.has(lower) ? first || !doubles.has(lower) : kept.has(lower) && !behind) continue;
    if (first && bent.test(lower)) continue;
    const end = match.index + said.length;
    if (behind) before.end = end;
    else found.push({ start: match.index, end, kind: 'name' });
  }
  return found;
}
