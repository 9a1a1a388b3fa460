import { gave, givePreview, gone, got } from '../cards/gives.ts';
import { undoButton } from '../cards/notices.ts';
import { ref } from '../cards/reader.ts';
import type { Intent } from '../intents.ts';
import { labelsOf } from '../sales/about.ts';
import type { Say } from '../sales/change.ts';
import { giveDeal } from '../sales/opportunities/give-deal.ts';
import type { Undone } from '../sales/undo.ts';
import type { Ask, Commands } from './command.ts';
import { isSeen, markOf } from './seen.ts';
import { tell } from './tell.ts';

/** A deal, a customer or a lead goes to a colleague, who hears of it. */
export const giving: Pick<Commands, 'deal.give'> = {
  async 'deal.give'(ask, input) {
    const given = await giveDeal(ask, input);
    const { deals, customer, lead } = given;
    const seen = markOf(
      deals.map(({ id }) => id),
      given.touches,
    );
    if (deals.length > 1 && !(input.sure && isSeen(input, seen))) {
      const whom = ref((given.named === 'customer' ? customer?.id : lead?.id) ?? deals[0]?.id ?? 0);
      const asks: Intent = { name: 'deal.give', input: { deal: whom, to: ref(given.to.id), sure: true, seen } };
      return { card: givePreview(ask.reader, given), asks };
    }
    return {
      card: gave(ask.reader, given, undoButton(ask.reader, ask.commandId)),
      plan: given.plan,
      says: await tell(ask, given.to, 'given', (reader) => got(reader, given, ask.by.name)),
    };
  },
};

/** Who was given something that is taken back hears that, too. */
export async function tellGone(ask: Ask, { changes }: Undone): Promise<Say[]> {
  const records = new Set(['Opportunity', 'Customer', 'Lead']);
  const moved = changes.filter((one) => one.field === 'ownerId' && records.has(one.entity) && one.from !== ask.by.id);
  const says: Say[] = [];
  for (const [personId, theirs] of Map.groupBy(moved, (one) => Number(one.from))) {
    const person = await ask.db.person.findUnique({ where: { id: personId } });
    const labels = new Set(
      (
        await labelsOf(
          ask,
          theirs.map((one) => ref(one.id)),
        )
      ).values(),
    );
    if (!person || labels.size === 0) continue;
    says.push(...(await tell(ask, person, 'gone', (reader) => gone(reader, [...labels], ask.by.name))));
  }
  return says;
}
