import { messageProblems, viewProblems } from '../slack-blocks.ts';
import { type Block, botId, botUser, type Message, type Modal, team, type Workspace } from './workspace.ts';

export type Args = Record<string, unknown>;
export type Answer = Record<string, unknown> & { ok: boolean; error?: string };

export interface Acting {
  workspace: Workspace;
  base: string;
  socketUrl: () => string;
  /** Every payload Slack would have refused, and why. */
  refused: { method: string; problems: string[] }[];
  posted: (message: Message) => void;
}

const fails = (error: string, more: object = {}): Answer => ({ ok: false, error, ...more });
const done = (more: object = {}): Answer => ({ ok: true, ...more });

/** The part of the Web API the bot uses, as documented: https://docs.slack.dev/reference/methods */
export const webApi: Record<string, (args: Args, acting: Acting) => Answer> = {
  'auth.test': () => done({ user: 'genjin', user_id: botUser, bot_id: botId, team: 'Stand-in', team_id: team }),

  'apps.connections.open': (_, { socketUrl }) => done({ url: socketUrl() }),

  'users.info': ({ user }, { workspace }) => {
    const name = workspace.people.get(String(user));
    return name ? done({ user: { id: user, name, real_name: name } }) : fails('user_not_found');
  },

  'conversations.open': ({ users }, { workspace }) => {
    const user = String(users);
    return workspace.people.has(user) ? done({ channel: { id: workspace.direct(user).id } }) : fails('user_not_found');
  },

  'conversations.history': (args, { workspace }) => {
    const place = placeOf(args.channel, workspace);
    if ('error' in place) return fails(place.error);
    const withMetadata = String(args.include_all_metadata) === 'true';
    const messages = workspace
      .seen(place.channel)
      .filter((m) => !m.onlyFor)
      .toReversed()
      .slice(0, Number(args.limit ?? 100))
      .map((m) => ({ type: 'message', ...m, metadata: withMetadata ? m.metadata : undefined }));
    return done({ messages, has_more: false });
  },

  'chat.postMessage': (args, acting) => {
    const { workspace } = acting;
    const place = placeOf(args.channel, workspace);
    if ('error' in place) return fails(place.error);
    const refusal = judge('chat.postMessage', args, acting);
    if (refusal) return refusal;
    const message = workspace.post({ channel: place.channel, user: botUser, bot: true, ...content(args) });
    acting.posted(message);
    return done({ channel: place.channel, ts: message.ts, message });
  },

  'chat.update': (args, acting) => {
    const place = placeOf(args.channel, acting.workspace);
    if ('error' in place) return fails(place.error);
    const message = acting.workspace.find(place.channel, String(args.ts));
    if (!message) return fails('message_not_found');
    if (!message.bot) return fails('cant_update_message');
    const refusal = judge('chat.update', args, acting);
    if (refusal) return refusal;
    Object.assign(message, content(args), { edited: true });
    return done({ channel: place.channel, ts: message.ts, text: message.text });
  },

  'views.open': (args, acting) => {
    const trigger = acting.workspace.takeTrigger(String(args.trigger_id));
    if ('error' in trigger) return fails(trigger.error);
    const problems = viewProblems(args.view);
    if (problems.length > 0) return refuse('views.open', problems, acting, 'invalid_arguments');
    const modal: Modal = { id: `V${acting.workspace.serial()}`, user: trigger.user, view: args.view as Modal['view'] };
    acting.workspace.modals.set(trigger.user, modal);
    return done({ view: { id: modal.id, ...modal.view } });
  },

  'files.getUploadURLExternal': ({ filename, length }, { workspace, base }) => {
    if (!filename || !(Number(length) > 0)) return fails('invalid_arguments');
    const id = `F${workspace.serial()}`;
    workspace.files.set(id, { id, name: String(filename), complete: false, unlooked: 0 });
    return done({ upload_url: `${base}/upload/${id}`, file_id: id });
  },

  'files.completeUploadExternal': ({ files }, { workspace }) => {
    for (const { id } of files as { id: string }[]) {
      const file = workspace.files.get(id);
      if (!file?.bytes) return fails('file_not_found');
      file.complete = true;
    }
    return done({ files });
  },
};

/** What Slack would refuse of a message, or nothing. */
export function judge(method: string, args: Args, acting: Acting): Answer | undefined {
  const blocks = args.blocks ?? [];
  const text = String(args.text ?? '');
  if (!text.trim() && !(Array.isArray(blocks) && blocks.length)) return fails('no_text');
  const problems = messageProblems(blocks);
  if (!text.trim()) problems.push('/text: a message needs a text for notifications');
  if (text.length > 4_000) problems.push('/text: is too long for a message');
  if (problems.length > 0) return refuse(method, problems, acting, 'invalid_blocks');
  for (const [i, block] of (blocks as Block[]).entries()) {
    const slackFile = block.slack_file as { id: string } | undefined;
    const file = slackFile ? acting.workspace.files.get(slackFile.id) : undefined;
    if (!slackFile) continue;
    const ready = file?.complete && file.unlooked-- <= 0;
    const errors = [`invalid slack file [json-pointer:/blocks/${i}/slack_file]`];
    if (!ready)
      return fails('invalid_blocks', { errors, response_metadata: { messages: errors.map((e) => `[ERROR] ${e}`) } });
  }
  return undefined;
}

function refuse(method: string, problems: string[], { refused }: Acting, error: string): Answer {
  refused.push({ method, problems });
  return fails(error, { errors: problems, response_metadata: { messages: problems.map((p) => `[ERROR] ${p}`) } });
}

export function content(args: Args): Pick<Message, 'text' | 'blocks' | 'metadata'> {
  return {
    text: String(args.text ?? ''),
    blocks: (args.blocks ?? []) as Block[],
    ...(args.metadata ? { metadata: args.metadata as NonNullable<Message['metadata']> } : {}),
  };
}

/** A person's id means direct talk. Private channels without the bot do not exist for it. */
function placeOf(ref: unknown, workspace: Workspace): { channel: string } | { error: string } {
  const id = String(ref);
  if (workspace.people.has(id)) return { channel: workspace.direct(id).id };
  const channel = workspace.channels.get(id);
  if (!channel) return { error: 'channel_not_found' };
  if (channel.members.has(botUser)) return { channel: id };
  return { error: channel.kind === 'channel' ? 'not_in_channel' : 'channel_not_found' };
}
