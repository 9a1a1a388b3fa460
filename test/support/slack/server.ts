import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, Faults } from './faults.ts';
import { type Acting, type Args, content, judge, webApi } from './web-api.ts';
import { botUser } from './workspace.ts';

export const credentials = { token: 'xoxb-standin', appToken: 'xapp-standin', signingSecret: 'standin-secret' };

export interface Side extends Acting {
  faults: Faults;
  calls: { method: string; args: Args }[];
  /** Told with every answer when set. */
  scopes: () => string[] | undefined;
}

type Reply = { status: number; body: object | string; headers?: Record<string, string> } | 'reset' | 'silent';

/** Answers what the bot asks of Slack: the Web API, a response_url, an upload. */
export async function answer(request: IncomingMessage, response: ServerResponse, side: Side): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const reply = replyTo(request, Buffer.concat(chunks), side);
  if (reply === 'silent') return;
  if (reply === 'reset') {
    response.socket?.destroy();
    return;
  }
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  const type = text.startsWith('{') ? 'application/json' : 'text/html';
  response.writeHead(reply.status, { 'content-type': type, ...reply.headers }).end(text);
}

function replyTo(request: IncomingMessage, body: Buffer, side: Side): Reply {
  const [, area = '', name = ''] = new URL(request.url ?? '/', side.base).pathname.split('/');
  if (area === 'api') return call(name, formArgs(body), request.headers.authorization, side);
  if (area === 'respond') return behave(side.faults.take('respond', undefined), () => respond(name, body, side));
  if (area === 'upload') return behave(side.faults.take('upload', undefined), () => upload(name, body, side));
  return { status: 404, body: 'not found' };
}

function call(method: string, args: Args, authorization: string | undefined, side: Side): Reply {
  const act = webApi[method];
  const expected = method === 'apps.connections.open' ? credentials.appToken : credentials.token;
  if (!act) return ok({ ok: false, error: 'unknown_method' });
  if (authorization !== `Bearer ${expected}`)
    return ok({ ok: false, error: authorization ? 'invalid_auth' : 'not_authed' });
  side.calls.push({ method, args });
  const scopes = side.scopes();
  const headers: Record<string, string> = scopes ? { 'x-oauth-scopes': scopes.join(',') } : {};
  return behave(side.faults.take(method, args.channel), () => ({ ...ok(act(args, side)), headers }));
}

function respond(id: string, body: Buffer, side: Side): { status: number; body: object } {
  const args = JSON.parse(String(body)) as Args;
  const address = side.workspace.takeAddress(id);
  if ('error' in address) return { status: 404, body: { ok: false, error: address.error } };
  const refusal = judge('respond', args, side);
  if (refusal) return { status: 400, body: refusal };
  const { user, channel, message } = address;
  if (args.replace_original && message) Object.assign(message, content(args));
  else side.workspace.post({ channel, user: botUser, bot: true, ...content(args), onlyFor: user });
  return ok({ ok: true });
}

function upload(id: string, body: Buffer, { workspace }: Side): { status: number; body: string } {
  const file = workspace.files.get(id);
  if (!file) return { status: 404, body: 'no such upload' };
  file.bytes = body;
  return { status: 200, body: `OK - ${body.length}` };
}

/** Acts, with the fault planned for it. */
function behave(fault: Fault['kind'] | undefined, act: () => Exclude<Reply, string>): Reply {
  if (!fault) return act();
  if (fault === 'reset-before') return 'reset';
  if (typeof fault === 'object' && 'rate' in fault) {
    return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(fault.rate) } };
  }
  if (typeof fault === 'object' && 'answer' in fault) return ok({ ok: false, error: fault.answer });
  if (typeof fault === 'object' && 'statusBefore' in fault)
    return { status: fault.statusBefore, body: 'upstream error' };
  act();
  if (fault === 'silent-after') return 'silent';
  if (fault === 'reset-after') return 'reset';
  if (fault === 'page-after') return { status: 200, body: '<html>Slack is down</html>' };
  return { status: fault.statusAfter, body: 'upstream error' };
}

function ok(body: object): { status: number; body: object } {
  return { status: 200, body };
}

/** The SDK posts forms; what is not a plain value is JSON inside. */
function formArgs(body: Buffer): Args {
  const nested = new Set(['blocks', 'metadata', 'view', 'files']);
  const entries = [...new URLSearchParams(String(body))];
  return Object.fromEntries(entries.map(([key, value]) => [key, nested.has(key) ? JSON.parse(value) : value]));
}
