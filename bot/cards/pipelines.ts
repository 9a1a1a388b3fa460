import type { Button, Card } from '../chat/card.ts';
import type { Moved } from '../sales/opportunities/move-deal.ts';
import type { Switched } from '../sales/opportunities/switch-pipeline.ts';
import type { RefusalDetails } from '../sales/refusal.ts';
import { progress } from './deals.ts';
import { line } from './parts.ts';
import { buttons, card, type Reader, ref } from './reader.ts';
import { label } from './values.ts';

/** A move this role may not make: why, who may, and the step that is open. */
export function otherWay(
  reader: Reader,
  { dealId, next, how }: RefusalDetails['not-that-way'],
  { title, text, hint }: { title: string; text: string; hint?: string | undefined },
): Card {
  const { t } = reader;
  const step =
    how === 'skip' && next
      ? reader.button(
          t.deal.moveTo(reader.stage(next)),
          { name: 'deal.move', input: { deal: ref(dealId), stage: next } },
          'primary',
        )
      : reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(dealId) } });
  return card(title, [{ kind: 'text', text }, hint ? { kind: 'note', text: hint } : null, buttons(step)], {
    tone: 'warn',
    summary: `${title}: ${text}`,
  });
}

/** To the owner of a deal that was let past the gate: by whom, why, and what is still to be learnt. */
export function overrideTold(reader: Reader, { deal, to, override }: Moved, by: string): Card {
  const { t } = reader;
  const missing = t.list((override?.missing ?? []).map((key) => label(reader, key)));
  return card(t.process.overridden(by, deal.title, reader.text(to.name)), [
    progress(reader, deal),
    line(reader, t.fields.override_reason ?? '', override?.reason ?? ''),
    missing !== '' && { kind: 'text', text: `${t.deal.missing}${missing}` },
    missing !== '' && { kind: 'note', text: t.process.overrideText },
    buttons(reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(deal.id) } }, 'primary')),
  ]);
}

/** A deal in its new pipeline, at the stage it has earned there. */
export function pipelineSwitched(reader: Reader, { deal, from, to, stage }: Switched, undo: Button): Card {
  const { t } = reader;
  const before = from?.stages.find((one) => one.key === stage.key);
  return card(
    t.process.switched(deal.title, reader.text(to.name)),
    [
      progress(reader, deal),
      {
        kind: 'facts',
        facts: [
          {
            label: t.process.pipeline,
            value: reader.text(to.name),
            ...(from ? { was: reader.text(from.name) } : {}),
          },
          { label: t.fields.stage ?? '', value: reader.text(stage.name) },
        ],
      },
      !before && { kind: 'note', text: t.process.fromStart },
      buttons(undo),
    ],
    { tone: 'good' },
  );
}
