import { lookalikes } from '../../adapters/dingtalk/escape.ts';
import { createDingtalk, type DingtalkOptions } from '../../adapters/dingtalk/index.ts';
import { words } from '../../adapters/dingtalk/words.ts';
import type { Log } from '../../bot/chat/platform.ts';
import type { Posted } from './dingtalk/rest.ts';
import { type DingtalkStandIn, dingtalkStandIn, type StandInOptions } from './dingtalk-standin.ts';
import type { Heard, Surface } from './surface.ts';

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

export interface DingtalkSurface extends Surface {
  standIn: DingtalkStandIn;
}

/** DingTalk as people use it: the real adapter and SDK on the stand-in. The platform is not started yet. */
export async function dingtalkSurface(
  options: Partial<DingtalkOptions> & { standIn?: StandInOptions } = {},
): Promise<DingtalkSurface> {
  const { standIn: standInOptions, ...ours } = options;
  const standIn = await dingtalkStandIn({ redeliverAfter: 5_000, ...standInOptions });
  const { url, clientId, clientSecret, rest } = standIn;
  const platform = createDingtalk({ clientId, clientSecret, apiUrl: url, oapiUrl: url, log: quiet, ...ours });

  /** People exist once a test names them. */
  const user = (key: string) => {
    const id = `staff-${key}`;
    if (!rest.people.has(id)) rest.addPerson(id, key);
    return id;
  };
  const groupId = (group: string) => (group.startsWith('cid') ? group : `cid-${group}`);
  const seen = (conversation: string) => rest.posted.filter((message) => message.conversation === conversation);
  const newestFirst = (key: string) => seen(`@${user(key)}`).toReversed();
  const says = async (key: string, text: string) => {
    await standIn.say({ from: user(key), nick: key, said: text });
  };

  return {
    name: 'dingtalk',
    platform,
    standIn,
    user,
    says,
    async saysInGroup(key, group, text) {
      await standIn.say({ from: user(key), nick: key, group: groupId(group), said: text });
    },
    /** A tap makes the tapper say the button's sentence; that is all a DingTalk button can do. */
    async presses(key, label) {
      for (const message of newestFirst(key)) {
        const tappable = taps(message).find((tap) => tap.label === label);
        if (tappable) return says(key, tappable.say);
      }
      // What opens a form elsewhere has nothing to do here: the newest message shows it already.
      const newest = newestFirst(key)[0];
      if (newest && printedForm(newest)) return;
      throw new Error(
        `${key} sees no button “${label}”, only: ${newestFirst(key)
          .flatMap(taps)
          .map((tap) => tap.label)}`,
      );
    },
    /** There are no forms: the printed sentence is answered with the same words, one field a line. */
    async fills(key, values) {
      const form = newestFirst(key)
        .map(printedForm)
        .find((found) => found !== null);
      if (!form) throw new Error(`${key} sees no form`);
      const unknown = Object.keys(values).filter((label) => !form.fields.includes(label));
      if (unknown.length) throw new Error(`no field ${unknown.join(', ')}; the form has ${form.fields.join(', ')}`);
      const filled = Object.entries({ ...form.filled, ...values });
      await says(key, [form.words, ...filled.map(([label, value]) => `${label}：${value}`)].join('\n'));
    },
    heard: (key) => seen(`@${user(key)}`).map(toHeard),
    heardInGroup: (group) => seen(groupId(group)).map(toHeard),
    async stop() {
      await platform.close();
      await standIn.close();
    },
  };
}

function toHeard(message: Posted): Heard {
  const form = printedForm(message);
  return {
    id: message.id,
    text: plain(message.text),
    buttons: taps(message).map(({ label }) => label),
    ...(form ? { fields: form.fields } : {}),
  };
}

/** Everything that can be tapped: the buttons, then the links of what did not fit under them. */
export function taps({ buttons, text }: Posted): { label: string; say: string }[] {
  const links = [...text.matchAll(/\[([^\]]+)\]\((dtmd:[^)]+)\)/g)].map(([, title = '', url = '']) => ({ title, url }));
  return [...buttons, ...links].map(({ title, url }) => ({
    label: undoLookalikes(title).replace(/^(?:[①-⑳㉑-㉟㊱-㊿]|\(\d+\)) /u, ''),
    say: new URL(url).searchParams.get('content') ?? '',
  }));
}

const originals = new Map(Object.entries(lookalikes).map(([original, lookalike]) => [lookalike, original]));

function undoLookalikes(text: string): string {
  return Array.from(text, (character) => originals.get(character) ?? character).join('');
}

/** The text as a reader sees it: markdown undone. */
export function plain(markdown: string): string {
  const lines = markdown.split('\n').map((line) =>
    line
      .trimEnd()
      .replace(/^(?:#{1,6} |> |- )/, '')
      .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll('**', ''),
  );
  return undoLookalikes(lines.join('\n'));
}

interface PrintedForm {
  /** The words the sentence begins with, before its first field. */
  words: string;
  fields: string[];
  /** What the fields hold already. */
  filled: Record<string, string>;
}

const fieldLine = /^- (.+?)(?:（必填）| \(required\))?(?:(?:：|: )(?:.* · )?(?:(?:现为|now) (.+)|.*))?$/;

function printedForm({ text }: Posted): PrintedForm | null {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const at = lines.findLastIndex((line) => line === words.zh.copy || line === words.en.copy);
  if (at === -1) return null;
  const before = lines.slice(0, at).filter((line) => line !== '');
  const shown = before.slice(before.findLastIndex((line) => !line.startsWith('- ')) + 1);
  const fields = shown
    .map((line) => fieldLine.exec(line) ?? [])
    .map(([, label = '', value]) => [plain(label), value && plain(value)] as const);
  const after = lines.slice(at + 1);
  const end = after.findIndex((line) => !line.startsWith('> '));
  const sentence = plain(after.slice(0, end === -1 ? undefined : end).join('\n'));
  const starts = fields.map(([label]) => sentence.indexOf(label)).filter((index) => index > 0);
  return {
    words: sentence.slice(0, starts.length ? Math.min(...starts) : undefined).trim(),
    fields: fields.map(([label]) => label),
    filled: Object.fromEntries(fields.filter(([, value]) => value)) as Record<string, string>,
  };
}
