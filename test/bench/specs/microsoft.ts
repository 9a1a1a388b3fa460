import type { Case, Resolved } from './cases.ts';
import type { Found } from './judge.ts';
import { e164, units } from './rules-values.ts';

interface Result {
  text: string;
  typeName: string;
  resolution: (Resolved & { values?: Resolved[]; unit?: string; isoCurrency?: string }) | null;
}
type Recognize = (text: string, culture: string, options?: number, reference?: Date) => Result[];

/** The recognizers' results as what a reader finds. */
export function microsoft(suite: unknown): (spec: Case) => Found[] {
  const {
    recognizeDateTime,
    recognizeNumber,
    recognizePercentage,
    recognizeCurrency,
    recognizePhoneNumber,
    recognizeEmail,
    Culture,
  } = suite as Record<string, Recognize> & { Culture: { English: string; Chinese: string } };
  const by: Record<string, Recognize | undefined> = {
    numbers: recognizeNumber,
    percents: recognizePercentage,
    money: recognizeCurrency,
  };
  return ({ kind, language, model, input, now }) => {
    const culture = (Culture as { English: string; Chinese: string })[language === 'zh' ? 'Chinese' : 'English'];
    if (kind === 'dates') return (recognizeDateTime as Recognize)(input, culture, 0, now).flatMap(dated);
    if (kind === 'contacts')
      return model === 'EmailModel'
        ? (recognizeEmail as Recognize)(input, culture).map(({ text }) => ({ contact: text.toLowerCase() }))
        : (recognizePhoneNumber as Recognize)(input, culture).map(({ text }) => ({
            contact: e164(text, language) ?? text,
          }));
    return (by[kind] as Recognize)(input, culture).flatMap(({ resolution }) => {
      const value = Number.parseFloat(resolution?.value ?? '');
      if (Number.isNaN(value)) return [];
      if (kind === 'percents') return [{ value: value / 100 }];
      if (kind === 'numbers') return [{ value }];
      return [{ value, currency: resolution?.isoCurrency ?? units[resolution?.unit ?? ''] ?? '' }];
    });
  };
}

/** Of a date its last value: the one to come, and of a bare hour the afternoon. */
function dated({ typeName, resolution }: Result): Found[] {
  const last = resolution?.values?.at(-1);
  const said = last?.value ?? last?.start ?? last?.end;
  if (!said || /duration|set|timezone/.test(typeName) || said === 'not resolved') return [];
  const day = /\d{4}-\d\d-\d\d/.exec(said)?.[0];
  const clock = /(\d\d:\d\d):\d\d/.exec(said)?.[1];
  return [{ ...(day ? { day } : {}), ...(clock ? { clock } : {}) }];
}
