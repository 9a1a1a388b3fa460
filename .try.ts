import { zh, en } from './test/understand/context.ts';
import { understand, examples } from './bot/understand/index.ts';
const show=(t:string,c:any)=>{const s=performance.now();const r=understand(t,c);const ms=performance.now()-s;console.log(t.replace(/\n/g,'⏎'),'\n    ',r.intents.map(i=>i.intent.name+' '+JSON.stringify(i.intent.input)+' '+i.confidence).join(' & '),r.refused??'',r.asks?JSON.stringify(r.asks):'', r.leftover&&!r.refused&&r.intents[0].intent.name!=='unknown'?'LEFT:'+r.leftover:'', ms>5?ms.toFixed(1)+'ms':'')};
const only=process.argv[2];
if(only){for(const t of process.argv.slice(2))show(t,/[一-鿿]/.test(t)?zh:en);process.exit()}
for(const [n,e] of Object.entries(examples)){console.log('##',n);for(const t of e.zh)show(t,zh);for(const t of e.en)show(t,en)}
console.log('## more');
for(const t of `推进 华为 到 报价
恒通丢了 被金蝶抢了
恒通赢了
恒通输了 嫌贵
给恒通开个商机 80万 12月底
报价阶段的商机
恒通下一步 下周三发报价
客户说太贵了怎么回
恒通嫌贵怎么说
不要把恒通推进到报价
如果恒通下周签了就推进到合同
恒通签了吗
你吃了吗
今天天气真好
ABCD-1234
K7QX-9M2P
切换英文
邀请 李雷 销售 华东组
延后 #99
延后 #99 到 明天9点
姓名：王建国
恒通那个单子推进到报价
恒通推进到报价 决策人王总 预算50w
推进到火星 
恒通推进到火星
恒通推进到报价 然后把华为金额改成50万
昨天去见了宏达的李经理 聊得不错 下周二发方案
给恒通王总打了电话没接
恒通王总没接电话
明天给恒通打电话
刚见了恒通王总和他们财务,预算从50万涨到80万,嫌交付慢,下周三下午3点演示,月底前要报价
今天跑三家 宏达有意向 永兴没见到人 蓝海催合同
新线索 张总 13900001111
新线索 华为 预算100万
新线索，李梅，无锡永兴五金，138-1234-5678，老客户介绍，采购经理，想换供应商，200人
线索 #12 开商机
恒通金额-5万
恒通 预计成交 2020-01-01
理想汽车推进到报价
上条金额改成68万
撤销 #12
李雷 语言 英文
把李雷设为主管
取消
/deal move 恒通 报价
/crm help lead
/crm undo
/lead Dana Ruiz, Northwind, dana@northwind.com, budget 60k, webinar
/deal 恒通
/deal list mine
/deal open 恒通 80万 12月底
/deal lost 恒通 价格
/talk price #34
听说恒通赢了
推进恒通到报价
恒通进入合同阶段了
恒通到报价了`.split('\n'))show(t,zh);
show('姓名：王建国\n公司：苏州恒通精密\n电话：138 6201 1234\n行业：制造业\n预算：50w\n来源：展会\n备注：急，下周要',zh);
for(const t of `move Northwind to quote please
don't move Northwind yet
if Northwind signs, move it to contract
did Northwind sign?
could you move Northwind to quote?
how are you
lost Northwind: price
we lost Northwind to Salesforce
Northwind won
open a deal for Northwind 60k closing Dec 15
deals in quote
Northwind amount 68k
set Northwind amount to 68k
close date of Northwind Dec 20
called Dana at Northwind, says too expensive, demo next Wed 3pm
emailed Northwind no reply
what do I say when they find it too expensive
how do I handle the price objection for Northwind
invite Tom Lee as rep in East
make Tom manager
snooze #99 tomorrow 9am
move Northwind to Mars
move Northwind to quote, decision maker Mr Wang, budget 50k
new lead Dana Ruiz Northwind dana@northwind.com 415-555-2671 60k webinar
lead: Bob Stone, CTO at Acme Inc, bob@acme.com, 120 seats, trade show, wants to switch vendor
met with Acme yesterday, went well, proposal by Fri EOD
left a voicemail for Dana at Northwind
I heard Northwind is won
Northwind next step: send quote next Wed
boss says move Northwind to quote
help me with leads
speak Chinese
/deal move Northwind to quote
/deal update Northwind amount 70k`.split('\n'))show(t,en);
show('Name: Dana Ruiz\nCompany: Northwind\nEmail: dana@northwind.com\nBudget: 60k\nSource: webinar',en);
