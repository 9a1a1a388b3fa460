/** What a reader of a message's markup sees and can press, without a browser: adapters/local/render.ts escapes all text, so tags are tags. */
export interface Reading {
  text: string;
  presses: { label: string; intent: unknown }[];
  forms: ReadForm[];
}

export interface ReadForm {
  intent: string;
  fixed: Record<string, unknown>;
  title: string;
  open: string;
  fields: { name: string; label: string; value: string; options?: { value: string; label: string }[] }[];
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** Undoes the escaping. */
export const unescapeText = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

const words = (markup: string) => unescapeText(markup.replace(/<[^>]*>/g, ''));
const attribute = (tag: string, name: string) => unescapeText(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** Reads one message's markup. */
export function readMarkup(markup: string): Reading {
  const forms = [...markup.matchAll(/(<form [^>]*>)(.*?)<\/form>(?:.*?data-unfold[^>]*>([^<]*)<)?/gs)].map(readForm);
  const withoutForms = markup.replace(/<form .*?<\/form>/gs, '').replace(/<div class="buttons folded".*?<\/div>/gs, '');
  const presses = [...withoutForms.matchAll(/(<button [^>]*data-intent="[^>]*>)(.*?)<\/button>/gs)].map(
    ([, tag = '', label = '']) => ({
      label: words(label),
      intent: JSON.parse(attribute(tag, 'data-intent')) as unknown,
    }),
  );
  const seen = withoutForms
    .replace(/<button .*?<\/button>/gs, '')
    .replace(/<span class="unseen">.*?<\/span>/gs, '')
    .replace(/<img [^>]*>/g, (tag) => `<p>${attribute(tag, 'alt').replace(/</g, '&lt;')}</p>`)
    .replace(/<\/(h3|h4|p|div|li|tr)>/g, '\n')
    .replace(/<\/(dt|dd|th|td|del|span)>/g, ' ')
    .replace(/<ins>/g, ' ');
  const lines = words(seen)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim());
  return { text: lines.filter(Boolean).join('\n'), presses, forms };
}

function readForm([, tag = '', inside = '', open = '']: RegExpMatchArray): ReadForm {
  const fields = [...inside.matchAll(/<div class="field[^"]*">(.*?)(?=<div class="field|<div class="buttons")/gs)].map(
    ([, field = '']) => {
      const [, control = '', area = ''] =
        /(<(?:input|textarea|select) [^>]*>)(.*?(?=<\/(?:textarea|select)>)|)/s.exec(field) ?? [];
      const options = [...field.matchAll(/(<option [^>]*>)(.*?)<\/option>/gs)].map(([, option = '', label = '']) => ({
        value: attribute(option, 'value'),
        label: words(label),
        selected: / selected/.test(option),
      }));
      const chosen = options.find((option) => option.selected)?.value ?? '';
      const typed = control.startsWith('<textarea')
        ? unescapeText(area).replace(/^\n/, '')
        : attribute(control, 'value');
      const label =
        /<label [^>]*>(.*?)<\/label>/s.exec(field)?.[1]?.replace(/<span class="must">.*?<\/span>/s, '') ?? '';
      return {
        name: attribute(control, 'name'),
        label: words(label),
        value: control.startsWith('<select') ? chosen : typed,
        ...(options.length > 0 && { options: options.map(({ value, label: text }) => ({ value, label: text })) }),
      };
    },
  );
  return {
    intent: attribute(tag, 'data-intent'),
    fixed: JSON.parse(attribute(tag, 'data-fixed')) as Record<string, unknown>,
    title: attribute(tag, 'data-title'),
    open: words(open),
    fields,
  };
}
