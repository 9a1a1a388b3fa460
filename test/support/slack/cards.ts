import type { Card, Form } from '../../../bot/chat/card.ts';
import type { Incoming, Outgoing, Receive } from '../../../bot/chat/platform.ts';

export const leadForm: Form = {
  intent: 'lead.create',
  fixed: { channel: 'call' },
  title: 'New lead',
  submit: 'Save',
  cancel: 'Cancel',
  open: 'Fill in',
  say: 'lead <name> of <company>, phone <number>',
  fields: [
    { name: 'name', label: 'Name', type: 'text', required: true },
    { name: 'budget', label: 'Budget', type: 'money', hint: '50万 or 500k' },
    { name: 'closeOn', label: 'Close on', type: 'date', value: '2026-12-01' },
    { name: 'nextAt', label: 'Next step at', type: 'datetime' },
    { name: 'source', label: 'Source', type: 'choice', options: [{ value: 'fair', label: 'Trade fair' }] },
    { name: 'note', label: 'Note', type: 'long' },
  ],
};

/** A form no intent opens again: it must stand in the message. */
export const moveForm: Form = {
  ...leadForm,
  intent: 'deal.move',
  fixed: { deal: '#7', stage: 'quote' },
  title: 'What is missing for Quote',
  fields: [
    { name: 'decider', label: '决策人', type: 'text', required: true },
    { name: 'budget', label: '预算', type: 'money' },
  ],
};

export const dealCard: Card = {
  title: '华为 <Cloud> & more',
  summary: 'Deal #7 moved to Quote',
  tone: 'good',
  blocks: [
    { kind: 'text', text: 'Hello <!channel> & <@U123>' },
    {
      kind: 'progress',
      steps: [
        { label: 'Lead', state: 'done' },
        { label: 'Quote', state: 'now' },
        { label: 'Won', state: 'todo' },
      ],
    },
    {
      kind: 'facts',
      facts: [
        { label: '阶段', value: '报价', was: '线索' },
        { label: 'Amount', value: '¥500,000' },
      ],
    },
    {
      kind: 'list',
      items: [
        {
          text: 'Call Li',
          detail: 'today',
          buttons: [{ label: 'Done', intent: { name: 'touch.done', input: { touch: '#3' } }, say: 'done #3' }],
        },
      ],
    },
    { kind: 'note', text: 'Say “undo” to take it back' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Undo', intent: { name: 'undo', input: { command: 5 } }, say: 'undo', style: 'danger' },
        { label: 'New lead', intent: { name: 'lead.form', input: {} }, say: 'new lead', style: 'primary' },
      ],
    },
  ],
};

export function formCard(form: Form): Card {
  return {
    title: form.title,
    summary: form.say,
    blocks: [
      { kind: 'text', text: 'Please fill in' },
      { kind: 'form', form },
    ],
  };
}

export function outgoing(conversation: string, card: Card, more: Partial<Outgoing> = {}): Outgoing {
  return { id: 1, conversation, card, language: 'en', pictures: new Map(), ...more };
}

/** An inbox in memory: keeps what is fresh, by delivery id; fails on demand. */
export function inbox(): { receive: Receive; heard: Incoming[]; twins: number; failing: number } {
  const seen = new Map<string, number>();
  const state = {
    heard: [] as Incoming[],
    twins: 0,
    failing: 0,
    receive: async (incoming: Incoming) => {
      if (state.failing > 0) {
        state.failing -= 1;
        throw new Error('the database is away');
      }
      const before = seen.get(incoming.deliveryId);
      if (before) {
        state.twins += 1;
        return { fresh: false, id: before };
      }
      seen.set(incoming.deliveryId, seen.size + 1);
      state.heard.push(incoming);
      return { fresh: true, id: seen.size };
    },
  };
  return state;
}
