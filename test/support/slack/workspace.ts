/** A workspace as the stand-in of Slack keeps it: plain data, no wire. */
export interface Message {
  channel: string;
  ts: string;
  user: string;
  text: string;
  blocks: Block[];
  bot: boolean;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  edited?: boolean;
  /** Only this person sees it. */
  onlyFor?: string;
}

export interface Block {
  type: string;
  [key: string]: unknown;
}

export interface Modal {
  id: string;
  user: string;
  view: Record<string, unknown> & { blocks: Block[]; private_metadata?: string };
}

export interface Channel {
  id: string;
  kind: 'im' | 'channel' | 'group' | 'mpim';
  members: Set<string>;
}

export interface UploadedFile {
  id: string;
  name: string;
  bytes?: Buffer;
  complete: boolean;
  /** How often Slack still says it has not looked at the file. */
  unlooked: number;
}

export const botUser = 'U0GENJINBOT';
export const botId = 'B0GENJINBOT';
export const team = 'T0STANDIN';
export const appId = 'A0GENJIN';

export class Workspace {
  readonly people = new Map<string, string>();
  readonly channels = new Map<string, Channel>();
  readonly messages: Message[] = [];
  readonly modals = new Map<string, Modal>();
  readonly files = new Map<string, UploadedFile>();
  readonly triggers = new Map<string, { user: string; at: number; used: boolean }>();
  readonly addresses = new Map<
    string,
    { user: string; channel: string; at: number; uses: number; message?: Message }
  >();
  readonly #now: () => Date;
  #serial = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  serial(): number {
    this.#serial += 1;
    return this.#serial;
  }

  /** A timestamp as Slack writes them: unique, and growing. */
  ts(): string {
    const seconds = Math.floor(this.#now().getTime() / 1000);
    return `${seconds}.${String(this.serial()).padStart(6, '0')}`;
  }

  addPerson(id: string, name: string): void {
    this.people.set(id, name);
  }

  addChannel(id: string, members: string[], kind: Channel['kind'] = 'channel'): Channel {
    const channel: Channel = { id, kind, members: new Set(members) };
    this.channels.set(id, channel);
    return channel;
  }

  /** The bot's direct talk with a person. */
  direct(user: string): Channel {
    const id = `D0${user.slice(1)}`;
    return this.channels.get(id) ?? this.addChannel(id, [user, botUser], 'im');
  }

  trigger(user: string): string {
    const id = `${this.serial()}.${team}.${user.toLowerCase()}`;
    this.triggers.set(id, { user, at: this.#now().getTime(), used: false });
    return id;
  }

  /** Slack's error when a trigger cannot open a modal any more. */
  takeTrigger(id: string): { user: string } | { error: string } {
    const trigger = this.triggers.get(id);
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.used) return { error: 'exchanged_trigger_id' };
    if (this.#now().getTime() - trigger.at > 3_000) return { error: 'expired_trigger_id' };
    trigger.used = true;
    return { user: trigger.user };
  }

  address(user: string, channel: string, message?: Message): string {
    const id = `r${this.serial()}`;
    this.addresses.set(id, { user, channel, at: this.#now().getTime(), uses: 0, ...(message ? { message } : {}) });
    return id;
  }

  /** The status and text Slack answers at a response_url. */
  takeAddress(id: string): { user: string; channel: string; message?: Message } | { error: string } {
    const address = this.addresses.get(id);
    if (!address) return { error: 'invalid_url' };
    if (this.#now().getTime() - address.at > 30 * 60_000) return { error: 'expired_url' };
    if (address.uses >= 5) return { error: 'used_url' };
    address.uses += 1;
    return address;
  }

  post(message: Omit<Message, 'ts'>): Message {
    const posted = { ...message, ts: this.ts() };
    this.messages.push(posted);
    return posted;
  }

  find(channel: string, ts: string): Message | undefined {
    return this.messages.find((m) => m.channel === channel && m.ts === ts && !m.onlyFor);
  }

  /** What a person sees in a channel, oldest first. */
  seen(channel: string, user?: string): Message[] {
    return this.messages.filter((m) => m.channel === channel && (!m.onlyFor || m.onlyFor === user));
  }
}
