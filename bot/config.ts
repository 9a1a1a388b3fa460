import { z } from 'zod';

const set = (value: string | undefined) => (value?.trim() ? value.trim() : undefined);
const text = z.string().optional().transform(set);
const port = (standard: number) => z.coerce.number().int().min(0).max(65535).default(standard);

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
  };
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
