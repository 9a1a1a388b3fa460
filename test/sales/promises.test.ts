import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

const cases = [
  {
    language: 'zh' as const,
    name: '陈梅',
    team: '华东组',
    opens: '给恒通精密开个商机 30万',
    theirs: '恒通说下周三给答复',
    ours: '下周五前给恒通发报价',
    show: '看下恒通',
    shown: '对方答应给答复',
    asks: '谁答应了什么',
    lists: [/客户答应的/, /给答复/, /我们答应的/, /发报价/],
    one: '恒通答应了什么',
    ourAsk: '我答应了恒通什么',
    due: /到时间了[\s\S]*给答复[\s\S]*兑现了吗/,
    buttons: ['兑现了', '没有', '改日子'],
    no: '没有',
    broken: '记下了，对方没兑现',
    risk: '恒通有什么风险',
    reason: '没兑现',
    undo: '撤销',
    undone: '已撤销',
    yes: '兑现了',
    kept: '已完成',
  },
  {
    language: 'en' as const,
    name: 'Dana Ruiz',
    team: 'East',
    opens: 'open a deal for Northwind 60k',
    theirs: 'Northwind said they will get back to us next Wednesday',
    ours: 'send Northwind the quote next Friday',
    show: 'show Northwind',
    shown: 'get back',
    asks: 'who promised what',
    lists: [/They promised/, /get back/i, /We promised/, /quote/i],
    one: 'what did Northwind promise',
    ourAsk: 'what did I promise Northwind',
    due: /get back[\s\S]*Did they\?/i,
    buttons: ['They did', "They didn't", 'Another day'],
    no: "They didn't",
    broken: 'Noted: they did not keep it',
    risk: 'is Northwind at risk',
    reason: 'did not keep',
    undo: 'Undo',
    undone: 'Undone',
    yes: 'They did',
    kept: 'Done',
  },
];

describe.each(surfaces)('promises on $name', ({ open }) => {
  describe.each(cases)('in $language', (said) => {
    let office: Office;
    let rep: Someone;

    beforeAll(async () => {
      office = await openOffice(await open());
      rep = await office.hire({ key: 'rep', role: 'rep', name: said.name, team: said.team, language: said.language });
    });
    afterAll(() => office.close());

    test('theirs and ours are kept with their days, shown with the deal and listed when asked', async () => {
      await rep.says(said.opens);
      await rep.says(said.theirs);
      await rep.says(said.ours);
      await rep.says(said.show);
      rep.hears(said.shown);
      await rep.says(said.asks);
      rep.hears(...said.lists);
      await rep.says(said.one);
      rep.hears(said.lists[1] as RegExp);
      rep.hearsNot(said.lists[3] as RegExp);
      await rep.says(said.ourAsk);
      rep.hears(said.lists[3] as RegExp);
      rep.hearsNot(said.lists[1] as RegExp);
    });

    test('on its day one is asked what came of it; a no stands among the risks, a yes settles it', async () => {
      const promise = await office.bot.app.db.touch.findFirstOrThrow({ where: { side: 'them' } });
      expect(promise.origin).toBe('promise');
      office.clock.at(new Date(promise.dueAt.getTime() + 60_000).toISOString());
      await office.jobs();
      const asked = rep.all().filter(({ text }) => said.due.test(text));
      expect(asked).toHaveLength(1);
      const labels = (asked[0]?.buttons ?? []).join('\n');
      for (const label of said.buttons) expect(labels).toContain(label);
      await rep.presses(said.no);
      rep.hears(said.broken);
      await rep.says(said.risk);
      rep.hears(said.reason);
      expect((await office.bot.app.db.touch.findUniqueOrThrow({ where: { id: promise.id } })).state).toBe('broken');
      await rep.says(said.language === 'zh' ? '撤销' : 'undo');
      rep.hears(said.undone);
      await rep.says(said.one);
      await rep.presses(said.yes);
      expect((await office.bot.app.db.touch.findUniqueOrThrow({ where: { id: promise.id } })).state).toBe('done');
    });
  });
});
