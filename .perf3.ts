import { zh } from './test/understand/context.ts';
import { understand, examples } from './bot/understand/index.ts';
const said = Object.values(examples).flatMap((o)=>[...o.zh,...o.en]);
for(let i=0;i<30;i++)for(const t of said)understand(t,zh);
const r=said.map(t=>{const v:number[]=[];for(let i=0;i<30;i++){const a=performance.now();understand(t,zh);v.push(performance.now()-a)}v.sort((a,b)=>a-b);return [t,v[15],v[27]]}).sort((a:any,b:any)=>b[1]-a[1]).slice(0,12);
for(const [t,m,x] of r as any)console.log(m.toFixed(3),x.toFixed(3),t);
