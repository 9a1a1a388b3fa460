import type { Language, Offer, Role } from './options.ts';

type Starters = Record<Role | 'newcomer', Offer[]>;

const zh: Starters = {
  rep: [
    { say: '今天跟进谁', means: '今天的计划' },
    { say: '新线索 王建国 苏州恒通精密 13862011234 制造业 预算50w 展会', means: '记一条线索' },
    { say: '刚跟恒通王总打了电话，嫌贵，下周三下午3点演示', means: '一句话更新几条记录' },
    { say: '我的商机', means: '正在推进什么' },
    { say: '客户说太贵了怎么回', means: '要话术' },
  ],
  manager: [
    { say: '日报', means: '团队的变化和卡点' },
    { say: '团队的商机', means: '全队在推进什么' },
    { say: '报价阶段的商机', means: '只看一个阶段' },
    { say: '成员', means: '谁在团队里' },
  ],
  admin: [
    { say: '成员', means: '谁在团队里' },
    { say: '邀请 李雷 销售 华东组', means: '得到一个一次性邀请码' },
    { say: '帮助', means: '能做什么' },
  ],
  newcomer: [
    { say: '你好', means: '看看跟进怎么回答不认识的人' },
    { say: '今天跟进谁', means: '没有邀请码时会怎样' },
  ],
};

const en: Starters = {
  rep: [
    { say: 'who should I follow up today', means: "today's plan" },
    { say: 'new lead: Dana Ruiz, Northwind, dana@northwind.com, budget 60k, webinar', means: 'note a lead' },
    { say: 'called Dana at Northwind, says too expensive, demo next Wed 3pm', means: 'one sentence, several records' },
    { say: 'my deals', means: 'what is open' },
    { say: 'what do I say when they find it too expensive', means: 'what to answer' },
  ],
  manager: [
    { say: 'digest', means: 'what changed, what is stuck' },
    { say: 'team deals', means: 'what the team works on' },
    { say: 'deals in quote', means: 'one stage only' },
    { say: 'people', means: 'who is in the team' },
  ],
  admin: [
    { say: 'people', means: 'who is in the team' },
    { say: 'invite Tom Lee as rep in East', means: 'get a one-time code' },
    { say: 'help', means: 'what it can do' },
  ],
  newcomer: [
    { say: 'hello', means: 'see how a stranger is answered' },
    { say: 'my deals', means: 'what happens without a code' },
  ],
};

const commands: Record<Language, Offer[]> = {
  zh: [
    { say: '/today', means: '今天的跟进计划' },
    { say: '/lead', means: '记一条线索' },
    { say: '/deal', means: '商机' },
    { say: '/talk', means: '客户这样说，怎么回' },
    { say: '/digest', means: '团队今天的变化' },
    { say: '/crm', means: '能做什么' },
  ],
  en: [
    { say: '/today', means: "today's plan" },
    { say: '/lead', means: 'note a lead' },
    { say: '/deal', means: 'deals' },
    { say: '/talk', means: 'what to answer to an objection' },
    { say: '/digest', means: 'what changed in the team' },
    { say: '/crm', means: 'what it can do' },
  ],
};

/** First sentences for a role. */
export const ownStarters = (role: Role | 'newcomer', language: Language): Offer[] =>
  (language === 'zh' ? zh : en)[role];

/** What is hinted at after `/`. */
export const ownCommands = (language: Language): Offer[] => commands[language];
