import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { events, methods, scopes } from '../../../adapters/slack/api.ts';
import { commands } from '../../../adapters/slack/commands.ts';
import { readIncoming } from '../../../adapters/slack/incoming.ts';
import manifest from '../../../manifest.json' with { type: 'json' };
import schema from '../../fixtures/slack/manifest-schema/manifest.schema.2.0.0.json' with { type: 'json' };

describe('the Slack app manifest', () => {
  const official = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

  test('is what Slack’s own schema asks for', () => {
    expect(official.safeParse(manifest).error).toBeUndefined();
  });

  const [command] = manifest.features.slash_commands;
  test.each([
    ['no name', { ...manifest, display_information: {} }],
    ['too long a name', { ...manifest, display_information: { name: 'x'.repeat(36) } }],
    ['a command without a description', { ...manifest, features: { slash_commands: [{ command: '/lead' }] } }],
    ['a command without its slash', { ...manifest, features: { slash_commands: [{ ...command, command: 'lead' }] } }],
    ['a setting that does not exist', { ...manifest, settings: { ...manifest.settings, socket: true } }],
    ['a switch that is no switch', { ...manifest, settings: { ...manifest.settings, socket_mode_enabled: 'yes' } }],
  ])('would be refused with %s', (_, wrong) => {
    expect(official.safeParse(wrong).success).toBe(false);
  });

  test('lists every slash command the bot handles, and no other', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([...commands]);
  });

  test('a listed command is heard as a sentence, an unlisted one is not', () => {
    const given = (command: string) =>
      readIncoming(
        { command, channel_id: 'C1', user_id: 'U1', trigger_id: 't1', text: 'x' },
        { userId: 'U0' },
        new Date(0),
      );
    for (const { command } of manifest.features.slash_commands) {
      expect(given(command)?.said).toEqual({ kind: 'text', text: `${command} x` });
    }
    expect(given('/other')?.said).toEqual({ kind: 'unusable', what: 'command' });
  });

  test('asks for the scopes of what the code calls and hears, and no more', () => {
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(scopes());
  });

  test('subscribes to the events the code reads, and no others', () => {
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(Object.keys(events).sort());
  });

  test('the table of methods is what the code calls: none beside it, none in vain', () => {
    const folder = 'adapters/slack';
    const code = readdirSync(folder)
      .filter((file) => file !== 'api.ts')
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n')
      .replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    for (const method of Object.keys(methods)) {
      expect(code.includes(`'${method}'`) || code.includes(`client.${method}(`), method).toBe(true);
    }
    const quoted = [...code.matchAll(/'((?:chat|views|conversations|files|users|auth|apps)\.[A-Za-z.]+)'/g)].map(
      ([, m]) => m,
    );
    const called = [...code.matchAll(/client\.((?:chat|views|conversations|files|users|auth|apps)\.\w+)\(/g)].map(
      ([, m]) => m,
    );
    for (const method of [...quoted, ...called]) expect(Object.keys(methods)).toContain(method);
  });

  test('lets people write to the bot, press its buttons, and connect without an address', () => {
    expect(manifest.features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  });
});
