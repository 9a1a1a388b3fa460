import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig, settingNames } from '../../bot/config.ts';

const example = readFileSync('.env.example', 'utf8');
const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);

test('.env.example names exactly the settings there are, in their order, with what they are without it', () => {
  expect(lines.map(([name]) => name)).toEqual(settingNames);
  expect(readConfig(Object.fromEntries(lines))).toEqual(readConfig({}));
});

test('with nothing set there is the page on this machine and no platform', () => {
  expect(readConfig({})).toMatchObject({
    database: { url: undefined, dir: '.data' },
    local: { port: 4310 },
    slack: null,
    dingtalk: null,
  });
});

test('the page is off whenever a platform is there, unless asked for', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  expect(readConfig(slack).local).toBeNull();
  expect(readConfig({ ...slack, LOCAL_PAGE: 'on' }).local).not.toBeNull();
  expect(readConfig({ LOCAL_PAGE: 'off' }).local).toBeNull();
});

test.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_POOL: '1' }, 'DATABASE_POOL'],
  [{ LOCAL_PAGE: 'maybe' }, 'LOCAL_PAGE'],
  [{ TIME_ZONE: 'Shanghai' }, 'write one like Asia/Shanghai'],
  [{ LANGUAGE_DEFAULT: 'fr' }, 'LANGUAGE_DEFAULT'],
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET'],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN'],
  [{ DINGTALK_CLIENT_ID: 'id' }, 'DINGTALK_CLIENT_SECRET'],
  [{ DINGTALK_CLIENT_SECRET: 'secret' }, 'DINGTALK_CLIENT_ID'],
])('a wrong setting is named with what to write instead: %j', (env, named) => {
  expect(() => readConfig(env)).toThrow(named);
});

test('every wrong setting is named at once, and no value of a secret', () => {
  const wrong = { PORT: 'x', LOG_LEVEL: 'loud', SLACK_BOT_TOKEN: 'xoxb-secret' };
  let said = '';
  try {
    readConfig(wrong);
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toMatch(/PORT[\s\S]*LOG_LEVEL/);
  expect(said).not.toContain('xoxb-secret');
});
