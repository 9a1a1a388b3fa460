import { z } from 'zod';

const set = (value: string | undefined) => (value?.trim() ? value.trim() : undefined);
const text = z.string().optional().transform(set);
const port = (standard: number) => z.coerce.number().int().min(0).max(65535).default(standard);

/** Below the patience of intake.ts (5 s) and the age at which a sweep takes a message over (8 s in start.ts). */
const modelTime =
  'must be a whole number from 100 to 4000 (milliseconds): a message that takes longer is answered by another instance';

const environment = z.object({
  DATABASE_URL: text,
  DATA_DIR: z.string().default('.data'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  HOST: z.string().default('127.0.0.1'),
  PORT: port(4300),
  LOCAL_PAGE: z.enum(['auto', 'on', 'off']).default('auto'),
  LOCAL_PORT: port(4310),
  LANGUAGE_DEFAULT: z.enum(['zh', 'en']).default('zh'),
  TIME_ZONE: z.string().default('Asia/Shanghai').refine(isZone, 'is no IANA time zone; write one like Asia/Shanghai'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: text,
  DINGTALK_CLIENT_ID: text,
  DINGTALK_CLIENT_SECRET: text,
  DINGTALK_ROBOT_CODE: text,
  DINGTALK_API_URL: text,
  DINGTALK_OAPI_URL: text,
  AI_BASE_URL: text.refine(
    isEndpoint,
    'is no address of a model; write one like https://api.deepseek.com/v1, without a key in it',
  ),
  AI_API_KEY: text,
  AI_MODEL: text,
  AI_TIMEOUT_MS: z.coerce.number(modelTime).int(modelTime).min(100, modelTime).max(4000, modelTime).default(3000),
  AI_PER_PERSON_HOUR: z.coerce.number().int().min(0).default(20),
  AI_PER_DAY: z.coerce.number().int().min(0).default(500),
});

/** The settings' names, in the order of `.env.example`, which a test compares with them. */
export const settingNames = Object.keys(environment.shape);

/** Reads the settings from the environment. Throws with every wrong one named and what to write instead. */
export function readConfig(env: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(settingNames.map((name) => [name, set(env[name])]));
  const read = environment.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`These settings can't be used (see .env.example):\n${lines.join('\n')}`);
  }
  const c = read.data;
  if (c.SLACK_BOT_TOKEN && !c.SLACK_APP_TOKEN && !c.SLACK_SIGNING_SECRET) {
    throw new Error(
      'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP): Slack needs one of them.',
    );
  }
  if (!c.SLACK_BOT_TOKEN && (c.SLACK_APP_TOKEN || c.SLACK_SIGNING_SECRET)) {
    throw new Error(
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is set, but not SLACK_BOT_TOKEN: without it there is no Slack.',
    );
  }
  if (Boolean(c.DINGTALK_CLIENT_ID) !== Boolean(c.DINGTALK_CLIENT_SECRET)) {
    throw new Error('DingTalk needs both DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET.');
  }
  if (c.AI_BASE_URL && !c.AI_MODEL) {
    throw new Error(
      'AI_BASE_URL is set, but not AI_MODEL: write the name the endpoint knows the model by, like qwen-plus or deepseek-chat. Leave AI_BASE_URL empty to do without a model.',
    );
  }
  const slack = c.SLACK_BOT_TOKEN
    ? {
        token: c.SLACK_BOT_TOKEN,
        appToken: c.SLACK_APP_TOKEN,
        signingSecret: c.SLACK_SIGNING_SECRET,
        apiUrl: c.SLACK_API_URL,
      }
    : null;
  const dingtalk =
    c.DINGTALK_CLIENT_ID && c.DINGTALK_CLIENT_SECRET
      ? {
          clientId: c.DINGTALK_CLIENT_ID,
          clientSecret: c.DINGTALK_CLIENT_SECRET,
          robotCode: c.DINGTALK_ROBOT_CODE,
          apiUrl: c.DINGTALK_API_URL,
          oapiUrl: c.DINGTALK_OAPI_URL,
        }
      : null;
  const ai =
    c.AI_BASE_URL && c.AI_MODEL
      ? {
          baseUrl: c.AI_BASE_URL,
          apiKey: c.AI_API_KEY,
          model: c.AI_MODEL,
          timeoutMs: c.AI_TIMEOUT_MS,
          perPersonPerHour: c.AI_PER_PERSON_HOUR,
          perDay: c.AI_PER_DAY,
        }
      : null;
  return {
    database: { url: c.DATABASE_URL, dir: c.DATA_DIR, pool: c.DATABASE_POOL },
    http: { host: c.HOST, port: c.PORT },
    /** The page needs no account, so it is off whenever a real platform is there, unless asked for. */
    local: c.LOCAL_PAGE === 'on' || (c.LOCAL_PAGE === 'auto' && !slack && !dingtalk) ? { port: c.LOCAL_PORT } : null,
    language: c.LANGUAGE_DEFAULT,
    zone: c.TIME_ZONE,
    logLevel: c.LOG_LEVEL,
    slack,
    dingtalk,
    /** The optional model, asked for what the grammar could not settle; null: none. */
    ai,
  };
}

/** Whether a text is an http(s) address that carries no name or key of its own. */
function isEndpoint(text: string | undefined): boolean {
  if (text === undefined) return true;
  const url = URL.parse(text);
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.search === ''
  );
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
