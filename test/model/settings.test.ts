import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { scrub } from '../../bot/log.ts';

const ollama = { AI_BASE_URL: 'http://127.0.0.1:11434/v1', AI_MODEL: 'qwen3:8b' };

test('there is no model unless one is set', () => {
  expect(readConfig({}).ai).toBeNull();
  expect(readConfig({ AI_API_KEY: 'sk-of-something-else', AI_MODEL: 'x' }).ai).toBeNull();
});

test('a model needs an address and a name, and no key', () => {
  expect(readConfig(ollama).ai).toEqual({
    baseUrl: ollama.AI_BASE_URL,
    apiKey: undefined,
    model: 'qwen3:8b',
    timeoutMs: 3000,
    perPersonPerHour: 20,
    perDay: 500,
  });
  expect(readConfig({ ...ollama, AI_API_KEY: 'sk-1', AI_TIMEOUT_MS: '900', AI_PER_DAY: '0' }).ai).toMatchObject({
    apiKey: 'sk-1',
    timeoutMs: 900,
    perDay: 0,
  });
});

test.each([
  [{ AI_BASE_URL: ollama.AI_BASE_URL }, 'AI_MODEL: write the name'],
  [{ ...ollama, AI_BASE_URL: 'api.deepseek.com' }, 'AI_BASE_URL: is no address of a model; write one like'],
  [{ ...ollama, AI_BASE_URL: 'ftp://api.deepseek.com' }, 'AI_BASE_URL'],
  [{ ...ollama, AI_BASE_URL: 'https://name:sk-secret@api.deepseek.com' }, 'without a key in it'],
  [{ ...ollama, AI_BASE_URL: 'https://api.deepseek.com/?key=sk-secret' }, 'without a key in it'],
  [{ ...ollama, AI_TIMEOUT_MS: 'soon' }, 'AI_TIMEOUT_MS: must be a whole number from 100 to 4000'],
  [{ ...ollama, AI_TIMEOUT_MS: '4001' }, 'AI_TIMEOUT_MS: must be a whole number from 100 to 4000'],
  [{ ...ollama, AI_TIMEOUT_MS: '60000' }, 'a message that takes longer is answered by another instance'],
  [{ ...ollama, AI_PER_PERSON_HOUR: '-1' }, 'AI_PER_PERSON_HOUR'],
])('a wrong setting is named with what to write instead: %j', (env, named) => {
  expect(() => readConfig(env)).toThrow(named);
  try {
    readConfig(env);
  } catch (error) {
    expect(String(error)).not.toContain('sk-secret');
  }
});

test('the key reaches no log, neither as a setting nor in an error', () => {
  const script = `import { createLog } from './bot/log.ts'; import { readConfig } from './bot/config.ts';
    const { ai } = readConfig(process.env);
    createLog('info').info({ ai }, 'configured');
    createLog('info').info({ apiKey: ai.apiKey, err: new Error('wrong key: ' + ai.apiKey) }, 'refused');`;
  const env = { ...ollama, AI_API_KEY: 'sk-secret-0123456789' };
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stderr).toContain('qwen3:8b');
  expect(stderr).toContain('wrong key');
  expect(stderr).not.toContain('secret');
  expect(scrub('Incorrect API key provided: sk-abcdefgh1234')).toBe('Incorrect API key provided: …');
});
