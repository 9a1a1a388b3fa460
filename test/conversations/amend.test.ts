import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('putting right what was said, on $name', ({ name, open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({
      key: 'dana',
      name: 'Dana Ruiz',
      role: 'rep',
      team: 'East',
      language: 'en',
      zone: 'America/New_York',
    });
    await mei.says('给恒通精密开个商机 50万');
    await dana.says('open a deal for Northwind 60k closing Dec 15');
  });
  afterAll(() => office.close());

  const worth = async (title: string) =>
    Number((await office.bot.app.db.opportunity.findFirstOrThrow({ where: { title, removedAt: null } })).amount);

  test('上条打错了 是68w不是86w5: the last one is put right, and the card shows both', async () => {
    await mei.says('恒通精密金额改成86w5');
    await mei.says('上条打错了 是68w不是86w5');
    mei.hears('已改正', '原来', '¥865,000', '现在', '¥680,000');
    expect(await worth('恒通精密')).toBe(680_000);
    const amending = await office.bot.app.db.command.findFirstOrThrow({ where: { intent: 'amend' } });
    expect(amending.amends).not.toBeNull();
  });

  test('a correction can be put right, too; undo goes back to before both', async () => {
    await mei.says('不是68w，是66w');
    mei.hears('已改正', '¥660,000');
    await mei.presses('撤销');
    mei.hears('已撤销', '¥500,000');
    expect(await worth('恒通精密')).toBe(500_000);
  });

  test('with nothing to put right it is not a command', async () => {
    await mei.says('上条打错了 是68w不是86w5');
    expect(await worth('恒通精密')).toBe(500_000);
    await mei.says('恒通精密金额改成70万');
    office.clock.at('2026-11-12T02:11:00Z');
    await mei.says('上条打错了 是68w不是70w');
    expect(await worth('恒通精密')).toBe(700_000);
    office.clock.at('2026-11-12T02:00:00Z');
  });

  test('not 86k, 68k', async () => {
    await dana.says('Northwind amount 86k');
    await dana.says('not 86k, 68k');
    dana.hears('Corrected', 'It was', '86,000', 'It is now', '68,000');
    expect(await worth('Northwind')).toBe(68_000);
    await dana.says('undo');
    dana.hears('Undone', '60,000');
  });

  test('a correction is of the record that was changed, whatever was looked at since', async () => {
    await mei.says('给瑞丰物流开个商机 50万');
    await mei.says('看看恒通精密');
    await mei.says('金额改成60万');
    const was = await worth('瑞丰物流');
    await mei.says('看看瑞丰物流');
    await mei.says('写错了，66万');
    mei.hears('已改正', '恒通精密', '¥660,000');
    expect([await worth('恒通精密'), await worth('瑞丰物流')]).toEqual([660_000, was]);
    await mei.says('撤销');
    expect(await worth('恒通精密')).toBe(700_000);
  });

  // Slack alone tells of a message that was edited.
  const onSlack = /^Slack/.test(name) ? describe : () => {};
  onSlack('a message edited', () => {
    test('what it did after a question of ours is put right, and not done again', async () => {
      const before = await office.bot.app.db.activity.count({ where: { removedAt: null } });
      await office.bot.app.db.dialogue.deleteMany({});
      await dana.says('called, no answer');
      dana.hears('With whom?');
      await dana.says('Northwind');
      expect(await office.bot.app.db.activity.count({ where: { removedAt: null } })).toBe(before + 1);
      await dana.edits('called, no answer', 'emailed, no answer');
      dana.hears('Corrected', 'mail');
      expect(await office.bot.app.db.activity.count({ where: { removedAt: null } })).toBe(before + 1);
    });

    test('what it did is put right', async () => {
      await mei.says('恒通精密金额改成81万');
      await mei.edits('恒通精密金额改成81万', '恒通精密金额改成82万');
      mei.hears('已改正', '¥810,000', '¥820,000');
      await mei.edits('恒通精密金额改成82万', '恒通精密金额改成83万');
      mei.hears('已改正', '¥820,000', '¥830,000');
      await mei.says('不是83万，是84万');
      await mei.edits('恒通精密金额改成83万', '恒通精密金额改成85万');
      mei.hears('已改正', '¥840,000', '¥850,000');
      await mei.says('撤销');
      mei.hears('已撤销');
      expect(await worth('恒通精密')).toBe(700_000);
    });

    test('the same meaning in other words, or the same words, is nothing to answer', async () => {
      await mei.says('恒通精密金额改成86万');
      const before = [mei.all().length, await office.bot.app.db.command.count()];
      await mei.edits('恒通精密金额改成86万', '恒通精密金额改成 86万');
      await mei.edits('恒通精密金额改成 86万', '恒通精密金额改成 86万');
      expect([mei.all().length, await office.bot.app.db.command.count()]).toEqual(before);
    });

    test('edited into nothing one can do, it stays as it was', async () => {
      await mei.edits('恒通精密金额改成 86万', '今天天气不错');
      mei.hears('没听懂', '什么都没改');
      expect(await worth('恒通精密')).toBe(860_000);
      await mei.edits('今天天气不错', '我的商机');
      mei.hears('恒通精密');
      expect(await worth('恒通精密')).toBe(860_000);
    });

    test('one that did nothing is as good as a new one', async () => {
      await mei.says('恒通精蜜金额要改称87万吧也许');
      await mei.edits('恒通精蜜金额要改称87万吧也许', '恒通精密金额改成87万');
      mei.hears('已更新', '¥870,000');
      await mei.says('撤销');
      await mei.edits('恒通精密金额改成87万', '恒通精密金额改成88万');
      mei.hears('已更新', '¥880,000');
    });

    test('too old: nothing changes, and it says why', async () => {
      office.clock.at('2026-11-12T02:11:00Z');
      await mei.edits('恒通精密金额改成88万', '恒通精密金额改成89万');
      mei.hears('改不了了', '10 分钟');
      expect(await worth('恒通精密')).toBe(880_000);
      office.clock.at('2026-11-12T02:00:00Z');
    });

    test('the talk has gone on to something else: the message still means what it was about', async () => {
      await mei.says('看下恒通精密');
      await mei.says('金额改成90万');
      await mei.says('给宏达电子开个商机 30万');
      await mei.edits('金额改成90万', '金额改成91万');
      expect(await worth('恒通精密')).toBe(910_000);
      expect(await worth('宏达电子')).toBe(300_000);
    });
  });
});
