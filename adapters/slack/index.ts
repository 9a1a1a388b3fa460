import { App, type webApi } from '@slack/bolt';
import type { Log, Platform, Receive, Route } from '../../bot/chat/platform.ts';
import { scopes, webApiOf } from './api.ts';
import { credentialsRefused } from './credentials.ts';
import { httpRoute } from './http.ts';
import { type Me, readIncoming } from './incoming.ts';
import { sdkLogger } from './logger.ts';
import { CommitFirst, type Delivery } from './receiver.ts';
import { Sender } from './send.ts';
import { Socket } from './socket.ts';

export interface SlackOptions {
  /** The bot token, xoxb-… */
  token: string;
  /** With it alone Slack posts to us: the route in `routes`. */
  signingSecret?: string;
  /** The app-level token, xapp-…: Socket Mode, no address of ours needed. Goes before the signing secret. */
  appToken?: string;
  /** Another server than Slack's, for tests. */
  apiUrl?: string;
  log: Log;
  now?: () => Date;
  /** Milliseconds one request to Slack may take; ten seconds unless told. */
  timeout?: number;
}

/** Slack as a platform of the bot: hears through Bolt, shows cards as Block Kit. */
export function createSlack(options: SlackOptions): Platform {
  const { token, signingSecret, appToken, apiUrl, log, now = () => new Date(), timeout = 10_000 } = options;
  if (!signingSecret && !appToken) {
    throw new Error(
      'Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (Slack posts to us): see https://api.slack.com/apps → your app → Basic Information.',
    );
  }
  const logger = sdkLogger(log);
  const receiver = new CommitFirst();
  // No retries here: an ambiguous failure repeated is a message twice, and a 429 of one channel would hold up the others.
  const clientOptions = { slackApiUrl: apiUrl, timeout, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const app = new App({
    token,
    receiver,
    logger,
    clientOptions,
    deferInitialization: true,
    processBeforeResponse: true,
    ignoreSelf: false,
    convoStore: false,
    attachFunctionToken: false,
  });
  const api = webApiOf(app.client);
  const sender = new Sender({ api, log, now, timeout });
  const state = { open: false };
  const under = new Set<Promise<unknown>>();
  const handle = (delivery: Delivery) => {
    const work = receiver.handle(delivery);
    under.add(work);
    return work.finally(() => under.delete(work));
  };
  const socket = appToken ? new Socket({ appToken, apiUrl, log, logger, patience: 30_000, handle }) : undefined;
  const route: Route | undefined =
    signingSecret && !socket ? httpRoute({ signingSecret, now, log, open: () => state.open, handle }) : undefined;

  return {
    name: 'slack',
    routes: route ? [route] : [],
    async start(receive) {
      listen(app, await introduce(app, token, log), receive, now);
      state.open = true;
      await socket?.start();
    },
    async stop() {
      state.open = false;
      await socket?.stop();
      await Promise.allSettled(under);
    },
    async close() {
      await this.stop();
    },
    ready: () => state.open && (socket?.connected() ?? true),
    send: (outgoing) => sender.send(outgoing),
    find: (outgoing) => sender.find(outgoing),
  };
}

/** Checks the token and learns who we are; warns of scopes the installed app lacks. */
async function introduce(app: App, token: string, log: Log): Promise<Me> {
  let me: webApi.AuthTestResponse;
  try {
    await app.init();
    me = await app.client.auth.test({ token });
  } catch (error) {
    throw credentialsRefused('bot', error);
  }
  const granted = me.response_metadata?.scopes;
  const missing = granted ? scopes().filter((scope) => !granted.includes(scope)) : [];
  if (missing.length > 0) {
    log.warn(
      { missing },
      'slack app lacks scopes: compare it with manifest.json, then install it to the workspace again',
    );
  }
  return { userId: me.user_id ?? '' };
}

/** One listener a kind: Bolt walks every listener for every delivery. */
function listen(app: App, me: Me, receive: Receive, now: () => Date): void {
  const any = /[\s\S]*/;
  const hear = async (body: unknown) => {
    const incoming = readIncoming(body, me, now());
    if (incoming) await receive(incoming);
  };
  app.error(async (error) => {
    throw error;
  });
  app.event(any, ({ body }) => hear(body));
  app.command(any, async ({ body, ack }) => {
    await hear(body);
    await ack();
  });
  app.action(any, async ({ body, ack }) => {
    await hear(body);
    await ack();
  });
  app.view(any, async ({ body, ack }) => {
    await hear(body);
    await ack();
  });
  app.shortcut(any, ({ ack }) => ack());
}
