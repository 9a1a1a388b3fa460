import { zh, en } from './test/understand/context.ts';
import { understand } from './bot/understand/index.ts';
const show=(t:string,c:any)=>{const r=understand(t,c);console.log(t.replace(/\n/g,'⏎'),'\n    ',r.intents.map(i=>i.intent.name+' '+JSON.stringify(i.intent.input)+' '+i.confidence).join(' & '),r.refused??'',r.asks?JSON.stringify(r.asks):'', r.leftover&&!r.refused&&r.intents[0].intent.name!=='unknown'?'LEFT:'+r.leftover:'')};
for(const t of `/deal update 宏达电子 close 2020-01-01
宏达电子预计2020年1月1日成交
宏达电子金额改成99999999999999
恒通精密预计12月20号成交
刚跟宏达电子打了电话,今天下午3点发样品
刚跟宏达电子打了电话,11月13日下午3点演示
刚跟不存在公司张总打了电话,下周三下午3点演示
新线索 <!channel> =HYPERLINK("http://x") 13912340001 公司:<!here>测试
新线索 李工 苏州恒通精密有限公司 13911112222
新线索 老王 恒通精密机械 +86 138-6201-1234 预算60w
新线索 李明 无锡新亮 13900001111 预算30w
看下%
看下宏\u0007达\u0000电子
邀请 韩梅梅 管理员
把 #7 设为销售
给永兴上海开个商机 10万`.split('\n'))show(t.replace(/\\u0007|\\u0000/g,'\u0007'),zh);
for(const t of ['show me the deals','new lead: D. Ruiz, Northwind Inc., dana@northwind.com','<@U0BOT> digest'])show(t,en);
const mv={intent:{name:'deal.move' as const,input:{deal:'#34',stage:'quote'}}};
const P=(missing:string[],t:string,c:any=zh)=>show(t,{...c,pending:{...mv,missing}});
P(['pain','decision_maker','budget'],'痛点是交付慢 决策人王总 预算50w');
P(['decision_maker','budget'],'决策人王总 预算50w');
P(['decision_maker','budget'],'王总 50w');
P(['decision_maker','budget'],'王总');
P(['decision_maker'],'王总'); P(['decision_maker'],'决策人是王总'); P(['budget'],'50w'); P(['budget'],'50万左右'); P(['budget'],'80000');
P(['amount','close_on'],'80万 月底'); P(['close_on'],'12月20号'); P(['signed_on'],'今天'); P(['pain'],'交付太慢，老是延期'); P(['pain'],'痛点:交期'); P(['loss_reason'],'嫌贵'); P(['loss_reason'],'价格'); P(['loss_reason'],'被金蝶抢了');P(['loss_reason'],'搬厂了');
P(['pain'],'不知道'); P(['pain'],'今天跟进谁'); P(['pain'],'取消'); P(['pain'],'恒通推进到报价'); P(['decision_maker'],'你好'); P(['decision_maker'],'是谁来着？');P(['budget'],'预算不要超过50w');
P(['pain','decision_maker','budget'],'pain: slow delivery, decision maker Mr Wang, budget 50k',en);
P(['decision_maker','budget'],'decision maker Mr Wang, budget 50k',en);P(['decision_maker'],'Mr Wang',en);P(['budget'],'50k',en);P(['pain'],'delivery is too slow',en);P(['pain'],'why?',en);P(['decision_maker','budget'],'Mr Wang, 50k',en);P(['loss_reason'],'price',en);P(['close_on'],'Dec 15',en);P(['close_on','amount'],'60k by Dec 15',en);
P(['pain','decision_maker','budget','amount','close_on'],'痛点交付慢，决策人王总，预算50w，金额48万，预计成交12月底');
P(['pain','decision_maker'],'他们嫌交付慢 王总拍板');
const O={options:[{label:'永兴上海',intent:{name:'deal.show' as const,input:{deal:'#1'}}},{label:'永兴北京',intent:{name:'deal.show' as const,input:{deal:'#2'}}}]};
for(const t of ['1','第一个','2.','永兴北京','北京','第二个吧','3','the second one','最后一个','二','今天跟进谁','不知道'])show(t,{...zh,pending:O});
show('恒通',{...zh,pending:{intent:{name:'deal.move',input:{stage:'quote'}},missing:['deal']}});
show('恒通那个单子',{...zh,pending:{intent:{name:'deal.move',input:{stage:'quote'}},missing:['deal']}});
show('Northwind',{...en,pending:{intent:{name:'activity.log',input:{channel:'call'}},missing:['who']}});
show('#99',{...zh,pending:{intent:{name:'touch.snooze',input:{}},missing:['touch']}});
show('恒通',{...zh,pending:{intent:{name:'deal.open',input:{}},missing:['customer']}});
