import { zh, en } from './test/understand/context.ts';
import { understand, examples, say } from './bot/understand/index.ts';
const said = Object.values(examples).flatMap((o)=>[...o.zh,...o.en]);
for(let i=0;i<5;i++)for(const t of said)understand(t,zh);
const ts:number[]=[];for(let i=0;i<40;i++)for(const t of said){const a=performance.now();understand(t,zh);ts.push(performance.now()-a)}
ts.sort((a,b)=>a-b);console.log('understand p50',ts[ts.length>>1].toFixed(3),'p99',ts[Math.floor(ts.length*.99)].toFixed(3),'max',ts.at(-1)!.toFixed(2));
const is=said.map(t=>understand(t,zh).intents[0].intent);
let a=performance.now();for(let i=0;i<100;i++)for(const x of is)say(x,'zh');console.log('say',((performance.now()-a)/100/is.length).toFixed(3));
const t4=('随便说点什么 abc 的话 ').repeat(30);a=performance.now();for(let i=0;i<100;i++)understand(t4,zh);console.log('390 chars unknown',((performance.now()-a)/100).toFixed(2));
