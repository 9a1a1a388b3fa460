import { zh, en } from './test/understand/context.ts';
import { understand } from './bot/understand/index.ts';
const show=(t:string,c:any)=>{const r=understand(t,c);console.log(t.replace(/\n/g,'⏎'),'→',r.intents.map(i=>i.intent.name==='unknown'?'·':i.intent.name+' '+JSON.stringify(i.intent.input)).join(' & '),r.refused??'',r.asks?JSON.stringify(r.asks):'')};
for(const t of `恒通到合同了
恒通推到合同签订
把恒通精密这个单子往前推到方案沟通
恒通 报价 了
麻烦把苏州恒通精密的商机推进到方案
恒通签单了
恒通成交了 80万
恒通谈成了
恒通签下来了
宏达丢单了，客户没预算
蓝海这单黄了
永兴输给用友了
帮我给宏达建个商机，预算30w，月底
宏达开商机
今天拜访了宏达科技李总，聊得不错，他让我下周五前发报价
上午去了趟恒通 王总不在
跟蓝海陈总通了电话 说要问老板
刚和华东电子张经理开完会，下周一上午10点去现场
给李姐发了微信，没回
约了恒通王总下周三下午3点演示
昨天电话联系永兴，没人接
王总没回微信
恒通的王总刚打电话来说预算砍了
陪恒通王总吃了饭
恒通下周三发方案
恒通金额48万
恒通报价48万
恒通预算80万
恒通的预算改成80万
恒通决策人换成李总
恒通的竞争对手是金蝶
把恒通的成交日期改到年底
恒通延期到下个月
恒通下一步：周五前发合同
恒通痛点是交期太长
有哪些商机在报价
报价的有哪些
我手上的商机
我有哪些单子
看一下宏达的情况
宏达现在什么阶段
宏达啥情况
查一下王总
客户列表
客户要打折怎么回
对方说已经有供应商了怎么办
王总说要再等等，怎么说
已读不回怎么办
给点价格话术
日报发我
团队日报
今天有什么安排
我今天要联系谁
撤回
撤销刚才的操作
刚才那条撤销
我要请假
把王磊改成管理员
王磊调到华南组
邀请张三
邀请 Tom Lee 销售 East
用英文
English
帮我
怎么用
/help
/帮助
线索怎么录
录个线索
新增线索：赵敏，杭州云启软件，zhaomin@yunqi.cn，官网，100人，想要试用
线索 李强 13912345678 宁波永固五金厂 采购
加个客户 李强 13912345678
展会上认识了恒通的王总 电话13862011234
完成99
#99 完成
延后#99三天
延后 #99 到下周一
#99 推迟到明天下午
恒通明天再跟
提醒我明天给恒通打电话
明天上午10点拜访宏达
别忘了下周给恒通发报价
恒通没签
恒通下周可能会签
王总说恒通快签了
希望恒通能赢
要不推进恒通到报价吧
能把恒通推进到报价吗
恒通什么时候签
为什么恒通输了
如果输了恒通怎么办
恒通赢了的话请大家吃饭
我想赢恒通
赢了！
推进到报价
报价`.split('\n'))show(t,zh);
console.log('-----');
for(const t of `Northwind is in contract now
bump Northwind to contract stage
Northwind → quote
advance the Northwind deal to solution pls
Northwind signed
closed Northwind!
we closed Northwind won
Northwind went with Salesforce
lost the Northwind deal because of price
Lost Acme - no budget
create opportunity for Acme Corp, $120k, close end of Q1
add deal Acme 50k
just got off the phone with Dana at Northwind, they want a discount, follow up Friday at 10
had a great call with Acme, demo Tuesday 2pm
met Bob from Acme today, very interested, send proposal by Friday
emailed Dana
texted Bob, no answer
tried calling Acme, no answer
spoke to Dana, wants to wait until next quarter
Dana at Northwind didn't reply
will call Dana tomorrow
call Dana tomorrow
need to email Northwind
Northwind amount is 70k now
update Northwind amount to 70k
change Northwind close date to Jan 15
Northwind budget 80k
decision maker for Northwind is Bob Stone
Northwind next: send contract Fri
show me my pipeline
what deals are in contract
list all opportunities
open Northwind
what's the status of Northwind?
how do I respond to "too expensive"
they say they already have a supplier
customer says no budget, what should I say
handle price objection
today
my plan
what should I do today
send me the daily digest
undo last
revert #12
cancel that
invite Jane Doe as manager
invite Jane Doe to East
make Jane Doe an admin
set Tom's language to Chinese
switch to Chinese
help deals
what can you do?
new lead Jane Smith jane@acme.io Acme Software 200 people
add lead: Tom Ford / Ford Logistics / +44 20 7946 0958 / referral
got a new lead from the webinar: Ann Lee, Globex, ann@globex.com
snooze #99 for 3 days
snooze 99 until Monday
done 99
#99 done
move Northwind forward
move Northwind to next week
don't forget to move Northwind to quote
never mind Northwind
maybe move Northwind to quote
can we move Northwind to quote?
Northwind might close next week
we almost won Northwind
wish we won Northwind
I lost my keys
I won the lottery
lost my phone
met my wife yesterday
saw a movie
Northwind should be moved to quote
when Northwind signs move it to won
quote for Northwind is 60k`.split('\n'))show(t,en);
