import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFaults, dingtalkError, type Place } from './dingtalk/faults.ts';
import { callback, cardTap, cardTopic, event, robotMessage, robotTopic, system, type Tap } from './dingtalk/frames.ts';
import { createGateway, type GatewayOptions } from './dingtalk/gateway.ts';
import { type Asked, createRest, type Reply } from './dingtalk/rest.ts';

export interface StandInOptions extends Partial<Omit<GatewayOptions, 'faults'>> {
  sessionLife?: number;
}

export interface Saying {
  from: string;
  nick?: string;
  /** A group's openConversationId, beginning with `cid`. */
  group?: string;
  /** A text, or the content of any other kind of message with its `msgtype`. */
  said: string | Record<string, unknown>;
}

export type DingtalkStandIn = Awaited<ReturnType<typeof dingtalkStandIn>>;

/** DingTalk on loopback: the gateway, the stream and the HTTP calls we use, with faults to order. */
export async function dingtalkStandIn(options: StandInOptions = {}) {
  const clientId = 'dingtest';
  const clientSecret = 'secret-of-the-app';
  const faults = createFaults();
  const { redeliverAfter = 60_000, patience = 3_000, dropAfter = 10_000, sessionLife = 90 * 60_000 } = options;
  const gateway = createGateway({ faults, redeliverAfter, patience, dropAfter });
  const rest = createRest({ clientId, clientSecret, sessionLife });
  const calls: (Asked & { place: Place })[] = [];
  let url = '';

  function open({ body }: Asked): Reply {
    if (!rest.goodSecret(body.clientId, body.clientSecret)) return dingtalkError('new-401-open');
    return { status: 200, body: { endpoint: `${url.replace('http', 'ws')}/connect`, ticket: gateway.issueTicket() } };
  }

  const routes: Record<string, [Place, (asked: Asked) => Reply]> = {
    '/v1.0/gateway/connections/open': ['open', open],
    '/v1.0/oauth2/accessToken': ['token', rest.token],
    '/v1.0/robot/oToMessages/batchSend': ['person', rest.person],
    '/v1.0/robot/groupMessages/send': ['group', rest.group],
    '/robot/sendBySession': ['session', rest.session],
    '/media/upload': ['media', rest.upload],
    '/topapi/v2/user/get': ['user', rest.user],
  };

  const server = createServer(async (request, response) => {
    const asked = await read(request);
    const [place, act] = routes[asked.path] ?? [];
    if (!place || !act) return response.writeHead(404).end();
    calls.push({ ...asked, place });
    const fault = faults.take(place);
    if (fault?.delay) await sleep(fault.delay);
    const done = !fault || fault.act ? act(asked) : null;
    if (fault?.reset) return request.socket.destroy();
    const { status, body } = fault?.answer ?? done ?? { status: 500, body: {} };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  server.on('upgrade', gateway.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    clientId,
    clientSecret,
    faults,
    gateway,
    rest,
    calls,
    callsTo: (place: Place) => calls.filter((call) => call.place === place),
    /** Somebody says something; resolves when the robot acknowledged it. The same message comes again until then. */
    say({ from, nick, group, said }: Saying) {
      const { session, expires } = rest.openSession(group ?? `@${from}`);
      const content =
        typeof said === 'string' ? { msgtype: 'text', text: { content: group ? ` ${said}` : said } } : said;
      const sessionWebhook = `${url}/robot/sendBySession?session=${session}`;
      const data = robotMessage({
        from,
        robotCode: clientId,
        sessionWebhook,
        expires,
        content,
        ...(nick ? { nick } : {}),
        ...(group ? { group } : {}),
      });
      return gateway.push((connection) => callback(robotTopic, data, connection));
    },
    /** Pushes any `data` on the robot's topic. */
    pushRobot: (data: object | string) => gateway.push((connection) => callback(robotTopic, data, connection)),
    tap: (tap: Tap) => gateway.push((connection) => callback(cardTopic, cardTap(tap), connection)),
    event: (type: string, data: object) => gateway.push((connection) => event(type, data, connection)),
    ping: (opaque: string) => gateway.push(() => system('ping', { opaque })),
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
  const token = request.headers['x-acs-dingtalk-access-token'];
  const json = request.headers['content-type']?.startsWith('application/json') && raw.length > 0;
  return {
    path: pathname,
    query: searchParams,
    token: typeof token === 'string' ? token : undefined,
    body: json ? JSON.parse(raw.toString('utf8')) : {},
    size: raw.length,
  };
}
