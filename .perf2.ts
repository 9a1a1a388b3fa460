import { zh } from './test/understand/context.ts';
import { understand } from './bot/understand/index.ts';
for(const u of ['1,','恒通 ','预算','x\n','138 ']){const t=('new lead: '+u.repeat(4000)).slice(0,4000);for(let i=0;i<3;i++)understand(t,zh)}
