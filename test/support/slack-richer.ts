import limits from '../fixtures/slack/slackblocks-spec/limits.json' with { type: 'json' };
import { actionId, blockId, button, image, plain, text, urlSource } from './slack-elements.ts';
import {
  any,
  bool,
  both,
  list,
  number,
  object,
  oneOf,
  optional,
  type Rule,
  string,
  tagged,
  when,
} from './slack-rules.ts';

/** The larger blocks, none of which our adapter sends: kept so that the whole of the spec's material is judged. */
export const richText = object({ type: oneOf('rich_text'), block_id: blockId, elements: list(any) });

const icon = object({ type: oneOf('icon'), name: string() });
const { card: c, container: box, context_actions: ca, data_table: dt, data_visualization: dv, video: v } = limits;

export const card = object({
  type: oneOf('card'),
  block_id: blockId,
  hero_image: optional(image),
  icon: optional(image),
  title: optional(text(c.title.max_length)),
  subtitle: optional(text(c.subtitle.max_length)),
  body: optional(text(c.body.max_length)),
  actions: optional(list(button, c.actions.max_items)),
  slack_icon: optional(icon),
  subtext: optional(text(c.subtext.max_length)),
});

const feedback = object({
  text: plain(limits.feedback_button.text.max_length),
  value: string(limits.feedback_button.value.max_length),
  accessibility_label: optional(string(limits.feedback_button.accessibility_label.max_length)),
});

const contextAction = tagged({
  feedback_buttons: object({
    type: oneOf('feedback_buttons'),
    positive_button: feedback,
    negative_button: feedback,
    action_id: actionId,
  }),
  icon_button: object({
    type: oneOf('icon_button'),
    icon: string(),
    text: plain(),
    action_id: actionId,
    value: optional(string(2000)),
    accessibility_label: optional(string(75)),
    visible_to_user_ids: optional(list(string(), limits.icon_button.visible_to_user_ids.max_items)),
  }),
});

const dataCell = tagged({
  raw_text: object({ type: oneOf('raw_text'), text: string(Number.POSITIVE_INFINITY, dt.cell_text.min_length) }),
  raw_number: object({ type: oneOf('raw_number'), value: number(), text: optional(string()) }),
  rich_text: richText,
});

function ragged(value: Record<string, unknown>): boolean {
  const rows = Array.isArray(value.rows) ? value.rows : [];
  return new Set(rows.map((row: unknown) => (Array.isArray(row) ? row.length : -1))).size > 1;
}

function characters(value: Record<string, unknown>): number {
  const cells = Array.isArray(value.rows) ? value.rows.flat() : [];
  return cells.reduce(
    (sum: number, cell: { text?: unknown }) => sum + (typeof cell?.text === 'string' ? cell.text.length : 0),
    0,
  );
}

const label = string(dv.segment.label.max_length);
const series = list(
  object({
    name: string(dv.series_name.max_length),
    data: list(
      object({ label: string(dv.point_label.max_length), value: number() }),
      dv.data.max_items,
      dv.data.min_items,
    ),
  }),
  dv.series.max_items,
  dv.series.min_items,
);
const axes = object({
  categories: list(string(dv.category_label.max_length), dv.categories.max_items, dv.categories.min_items),
  x_label: optional(string(dv.axis_label.max_length)),
  y_label: optional(string(dv.axis_label.max_length)),
});
const chart = (type: string) => object({ type: oneOf(type), series, axis_config: axes });

const task = {
  task_id: string(),
  title: string(),
  status: optional(oneOf('pending', 'in_progress', 'complete', 'error')),
  details: optional(richText),
  output: optional(richText),
  sources: optional(list(urlSource)),
};

export const richer: Record<string, Rule> = {
  rich_text: richText,
  alert: object({
    type: oneOf('alert'),
    block_id: blockId,
    text: text(limits.alert.text.max_length),
    level: optional(string()),
  }),
  card,
  carousel: object({
    type: oneOf('carousel'),
    block_id: blockId,
    elements: list(card, limits.carousel.elements.max_items, limits.carousel.elements.min_items),
  }),
  container: object({
    type: oneOf('container'),
    block_id: blockId,
    title: plain(box.title.max_length),
    subtitle: optional(text(box.subtitle.max_length)),
    child_blocks: list(any, box.child_blocks.max_items),
    icon: optional(any),
    width: optional(string()),
    is_collapsible: optional(bool),
    default_collapsed: optional(bool),
    has_header_divider: optional(bool),
  }),
  context_actions: object({
    type: oneOf('context_actions'),
    block_id: blockId,
    elements: list(contextAction, ca.elements.max_items),
  }),
  data_table: both(
    object({
      type: oneOf('data_table'),
      block_id: blockId,
      rows: list(list(dataCell, dt.columns.max_items, dt.columns.min_items), dt.rows.max_items, dt.rows.min_items),
      page_size: optional(number({ min: dt.page_size.min, max: dt.page_size.max })),
      caption: optional(string()),
      row_header_column_index: optional(number()),
    }),
    when(ragged, 'rows must be equally long'),
    when((value) => characters(value) > dt.content.max_length, 'too much text in all'),
  ),
  data_visualization: object({
    type: oneOf('data_visualization'),
    block_id: blockId,
    title: string(dv.title.max_length),
    chart: tagged({
      pie: object({
        type: oneOf('pie'),
        segments: list(
          object({ label, value: number({ above: dv.segment.value.exclusive_min }) }),
          dv.segments.max_items,
          dv.segments.min_items,
        ),
      }),
      bar: chart('bar'),
      line: chart('line'),
      area: chart('area'),
    }),
  }),
  plan: object({ type: oneOf('plan'), block_id: blockId, title: string(), tasks: optional(list(object(task))) }),
  task_card: object({ type: oneOf('task_card'), block_id: blockId, ...task }),
  table: both(
    object({
      type: oneOf('table'),
      block_id: blockId,
      rows: list(
        list(
          tagged({
            raw_text: object({ type: oneOf('raw_text'), text: string(Number.POSITIVE_INFINITY, 1) }),
            rich_text: richText,
          }),
          20,
          1,
        ),
        100,
        1,
      ),
      column_settings: optional(
        list(object({ align: optional(oneOf('left', 'center', 'right')), is_wrapped: optional(bool) }), 20),
      ),
    }),
    when(ragged, 'rows must be equally long'),
    when((value) => {
      const [row] = Array.isArray(value.rows) ? value.rows : [];
      return Array.isArray(value.column_settings) && Array.isArray(row) && value.column_settings.length !== row.length;
    }, 'column settings must be as many as columns'),
  ),
  video: object({
    type: oneOf('video'),
    block_id: blockId,
    alt_text: string(v.alt_text.max_length, v.alt_text.min_length),
    thumbnail_url: string(),
    title: plain(v.title.max_length),
    title_url: optional(string()),
    video_url: string(),
    author_name: optional(string(v.author_name.max_length)),
    description: optional(plain(v.description.max_length)),
    provider_name: optional(string(v.provider_name.max_length)),
    provider_icon_url: optional(string()),
  }),
};
