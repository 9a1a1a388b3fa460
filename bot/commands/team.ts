import { pipelineChart } from '../cards/chart.ts';
import { digestCard } from '../cards/digests.ts';
import { plainCard } from '../cards/notices.ts';
import { invited, peopleList, personChanged } from '../cards/people.ts';
import { readerOf } from '../cards/reader.ts';
import { wordsOf } from '../i18n/index.ts';
import { digest } from '../sales/digest.ts';
import { Refusal } from '../sales/refusal.ts';
import { codeDays, newCode } from '../sales/team/codes.ts';
import { changeLanguage, changePerson, invite, listPeople, mapIdentity } from '../sales/team/people.ts';
import { type Commands, isDirect } from './command.ts';

type Names = 'digest.show' | 'join' | 'people.list' | 'people.invite' | 'people.change' | 'people.map' | 'language';

export const team: Pick<Commands, Names> = {
  async 'digest.show'(ask) {
    const result = await digest(ask);
    const picture = { id: await ask.ids.next(), png: await pipelineChart(ask.reader, result) };
    return { card: digestCard(ask.reader, result, picture.id), pictures: [picture] };
  },
  /** Said by somebody known already; newcomers are met in bot/answer.ts. */
  async join(ask) {
    throw new Refusal('already-joined', { name: ask.by.name });
  },
  async 'people.list'(ask) {
    return { card: peopleList(ask.reader, await listPeople(ask)) };
  },
  async 'people.invite'(ask, input) {
    const code = newCode();
    const { person, plan } = await invite(ask, input, code);
    const card = invited(ask.reader, person, code, codeDays);
    if (isDirect(ask.conversation)) return { card, plan };
    // Whoever reads the code first could say it: in a group it goes to the admin alone.
    const say = {
      platform: ask.platform,
      conversation: `@${ask.sender}`,
      personId: ask.by.id,
      kind: 'invite',
      dedupeKey: `invite ${ask.commandId}`,
      language: ask.reader.language,
      card,
    };
    return {
      card: plainCard(ask.reader.t.people.invited(person.name), ask.reader.t.people.codeSent),
      plan,
      says: [say],
    };
  },
  async 'people.change'(ask, input) {
    const { person, change, plan } = await changePerson(ask, input);
    return { card: personChanged(ask.reader, person, change), plan };
  },
  async 'people.map'(ask, input) {
    const { person, plan } = await mapIdentity(ask, input);
    return { card: plainCard(ask.reader.t.people.mapped(person.name, input.platform)), plan };
  },
  async language(ask, input) {
    const reader = readerOf({ ...ask.by, language: input.language }, ask.now, ask.playbook);
    return { card: plainCard(wordsOf(reader.language).people.language), plan: changeLanguage(ask, input) };
  },
};
