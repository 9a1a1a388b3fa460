/** One invalid payload for each case the spec names (it gives descriptions only), beside the same thing made valid. */
export interface InvalidCase {
  as: 'block' | 'element' | 'view' | 'text';
  good: unknown;
  bad: unknown;
}

const x = (n: number) => 'x'.repeat(n);
const many = <T>(n: number, item: (i: number) => T) => Array.from({ length: n }, (_, i) => item(i));
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = (more: object = {}) => ({ text: plain('A'), value: 'a', ...more });
const button = (more: object = {}) => ({ type: 'button', text: plain('A'), action_id: 'a', ...more });
const select = (more: object) => ({ type: 'static_select', action_id: 'a', ...more });
const input = (more: object) => ({
  type: 'input',
  label: plain('A'),
  element: { type: 'plain_text_input', action_id: 'a' },
  ...more,
});
const imageBlock = (more: object) => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'a',
  ...more,
});
const card = (more: object = {}) => ({ type: 'card', title: mrkdwn('A'), ...more });
const modal = (more: object) => ({ type: 'modal', title: plain('A'), blocks: [{ type: 'divider' }], ...more });
const raw = (text: string) => ({ type: 'raw_text', text });
const table = (more: object) => ({ type: 'table', rows: [[raw('a'), raw('b')]], ...more });
const dataTable = (more: object) => ({ type: 'data_table', rows: [[raw('a')], [raw('b')]], ...more });
const video = (more: object) => ({
  type: 'video',
  alt_text: 'a',
  thumbnail_url: 'https://a',
  video_url: 'https://a',
  title: plain('A'),
  ...more,
});
const chart = (more: object) => ({ type: 'data_visualization', title: 'A', chart: more });
const pie = (segments: unknown[]) => chart({ type: 'pie', segments });
const point = (label = 'a') => ({ label, value: 1 });
const bar = (series: unknown[], axis: object = { categories: ['a'] }) =>
  chart({ type: 'bar', series, axis_config: axis });
const series = (more: object = {}) => ({ name: 'a', data: [point()], ...more });
const confirmed = (more: object) =>
  button({ confirm: { title: plain('A'), text: plain('A'), confirm: plain('A'), deny: plain('A'), ...more } });
const feedback = (more: object) => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'a',
      positive_button: { text: plain('A'), value: 'a', ...more },
      negative_button: { text: plain('B'), value: 'b' },
    },
  ],
});
const iconButton = (users: string[]) => ({
  type: 'icon_button',
  icon: 'trash',
  text: plain('A'),
  action_id: 'a',
  visible_to_user_ids: users,
});
const sectionWith = (more: object) => ({ type: 'section', ...more });
const box = (type: string) => (options: unknown[]) => ({ type, action_id: 'a', options });

function at<T>(as: InvalidCase['as'], make: (value: T) => unknown, good: T, bad: T): InvalidCase {
  return { as, good: make(good), bad: make(bad) };
}

const options = (n: number) => many(n, (i) => option({ value: `${i}` }));
const group = (more: object = {}) => ({ label: plain('A'), options: [option()], ...more });
const groups = (more: object) => select({ option_groups: [group(more)] });
const container = (more: object) => ({ type: 'container', title: plain('A'), child_blocks: [], ...more });
const contextActions = (n: number) => ({ type: 'context_actions', elements: many(n, () => iconButton([])) });

export const invalidCases: Record<string, InvalidCase> = {
  'text-empty': at('text', plain, 'a', ''),
  'text-too-long': at('text', mrkdwn, x(3000), x(3001)),
  'button-action-id-too-long': at('element', (id) => button({ action_id: id }), x(255), x(256)),
  'button-text-too-long': at('element', (t) => button({ text: plain(t) }), x(75), x(76)),
  'button-url-too-long': at('element', (url) => button({ url }), x(3000), x(3001)),
  'button-value-too-long': at('element', (value) => button({ value }), x(2000), x(2001)),
  'button-accessibility-label-too-long': at('element', (l) => button({ accessibility_label: l }), x(75), x(76)),
  'confirmation-title-too-long': at('element', (t) => confirmed({ title: plain(t) }), x(100), x(101)),
  'confirmation-text-too-long': at('element', (t) => confirmed({ text: plain(t) }), x(300), x(301)),
  'confirmation-confirm-too-long': at('element', (t) => confirmed({ confirm: plain(t) }), x(30), x(31)),
  'confirmation-deny-too-long': at('element', (t) => confirmed({ deny: plain(t) }), x(30), x(31)),
  'option-text-too-long': at('element', (t) => select({ options: [option({ text: plain(t) })] }), x(75), x(76)),
  'option-value-too-long': at('element', (value) => select({ options: [option({ value })] }), x(150), x(151)),
  'option-url-too-long': at(
    'element',
    (url) => select({ options: [option({ url })] }),
    '😀'.repeat(3000),
    '😀'.repeat(3001),
  ),
  'option-description-too-long': at(
    'element',
    (t) => select({ options: [option({ description: plain(t) })] }),
    x(75),
    x(76),
  ),
  'option-group-label-too-long': at('element', (t) => groups({ label: plain(t) }), x(75), x(76)),
  'option-group-empty': at('element', (n) => groups({ options: options(n) }), 1, 0),
  'option-group-too-many-options': at('element', (n) => groups({ options: options(n) }), 100, 101),
  'select-placeholder-too-long': at(
    'element',
    (t) => select({ options: options(1), placeholder: plain(t) }),
    x(150),
    x(151),
  ),
  'select-too-many-options': at('element', (n) => select({ options: options(n) }), 100, 101),
  'select-too-many-option-groups': at('element', (n) => select({ option_groups: many(n, () => group()) }), 100, 101),
  'static-select-options-and-groups': at(
    'element',
    select,
    { options: options(1) },
    { options: options(1), option_groups: [group()] },
  ),
  'overflow-empty': at('element', (n) => box('overflow')(options(n)), 1, 0),
  'overflow-too-many-options': at('element', (n) => box('overflow')(options(n)), 5, 6),
  'checkboxes-empty': at('element', (n) => box('checkboxes')(options(n)), 1, 0),
  'checkboxes-too-many-options': at('element', (n) => box('checkboxes')(options(n)), 10, 11),
  'radio-buttons-empty': at('element', (n) => box('radio_buttons')(options(n)), 1, 0),
  'radio-buttons-too-many-options': at('element', (n) => box('radio_buttons')(options(n)), 10, 11),
  'url-source-url-empty': at('element', (url) => ({ type: 'url', url, text: 'a' }), 'a', ''),
  'url-source-url-too-long': at('element', (url) => ({ type: 'url', url, text: 'a' }), x(3000), x(3001)),
  'file-input-max-files-too-small': at('element', (n) => ({ type: 'file_input', max_files: n }), 1, 0),
  'file-input-max-files-too-large': at('element', (n) => ({ type: 'file_input', max_files: n }), 10, 11),
  'plain-text-input-max-length-too-large': at(
    'element',
    (n) => ({ type: 'plain_text_input', max_length: n }),
    3000,
    3001,
  ),
  'number-input-inverted-range': at(
    'element',
    ([a, b]) => ({ type: 'number_input', is_decimal_allowed: false, min_value: a, max_value: b }),
    ['1', '2'],
    ['2', '1'],
  ),
  'image-url-and-slack-file': at(
    'element',
    (more: object) => ({ type: 'image', image_url: 'https://a', alt_text: 'a', ...more }),
    {},
    { slack_file: { id: 'F1' } },
  ),
  'table-too-many-rows': at('block', (n) => table({ rows: many(n, () => [raw('a')]) }), 100, 101),
  'table-ragged-rows': at('block', (row) => table({ rows: [[raw('a')], row] }), [raw('a')], [raw('a'), raw('b')]),
  'table-column-settings-mismatch': at(
    'block',
    (n) => table({ column_settings: many(n, () => ({ align: 'left' })) }),
    2,
    1,
  ),
  'actions-too-many-elements': at(
    'block',
    (n) => ({ type: 'actions', elements: many(n, (i) => button({ action_id: `${i}` })) }),
    25,
    26,
  ),
  'context-too-many-elements': at('block', (n) => ({ type: 'context', elements: many(n, () => plain('a')) }), 10, 11),
  'context-invalid-element': at('block', (e: object) => ({ type: 'context', elements: [e] }), plain('a'), button()),
  'header-text-too-long': at('block', (t) => ({ type: 'header', text: plain(t) }), x(150), x(151)),
  'image-url-too-long': at('block', (url) => imageBlock({ image_url: url }), x(3000), x(3001)),
  'image-alt-text-too-long': at('block', (alt) => imageBlock({ alt_text: alt }), x(2000), x(2001)),
  'input-label-too-long': at('block', (t) => input({ label: plain(t) }), x(2000), x(2001)),
  'input-hint-too-long': at('block', (t) => input({ hint: plain(t) }), x(2000), x(2001)),
  'input-invalid-element': at('block', (element: object) => input({ element }), { type: 'plain_text_input' }, button()),
  'markdown-empty': at('block', (text) => ({ type: 'markdown', text }), 'a', ''),
  'markdown-too-long': at('block', (text) => ({ type: 'markdown', text }), x(12000), x(12001)),
  'section-text-too-long': at('block', (t) => sectionWith({ text: mrkdwn(t) }), x(3000), x(3001)),
  'section-too-many-fields': at('block', (n) => sectionWith({ fields: many(n, () => plain('a')) }), 10, 11),
  'section-field-too-long': at('block', (t) => sectionWith({ fields: [plain(t)] }), x(2000), x(2001)),
  'section-missing-content': at('block', sectionWith, { text: plain('a') }, {}),
  'block-id-too-long': at('block', (id) => ({ type: 'divider', block_id: id }), x(255), x(256)),
  'video-alt-text-empty': at('block', (t) => video({ alt_text: t }), 'a', ''),
  'video-alt-text-too-long': at('block', (t) => video({ alt_text: t }), x(200), x(201)),
  'video-title-too-long': at('block', (t) => video({ title: plain(t) }), x(200), x(201)),
  'video-author-name-too-long': at('block', (t) => video({ author_name: t }), x(50), x(51)),
  'video-description-too-long': at('block', (t) => video({ description: plain(t) }), x(200), x(201)),
  'video-provider-name-too-long': at('block', (t) => video({ provider_name: t }), x(50), x(51)),
  'view-missing-blocks': at('view', (blocks: object[]) => modal({ blocks }), [{ type: 'divider' }], []),
  'view-too-many-blocks': at('view', (n) => modal({ blocks: many(n, () => ({ type: 'divider' })) }), 100, 101),
  'view-private-metadata-too-long': at('view', (t) => modal({ private_metadata: t }), x(3000), x(3001)),
  'view-callback-id-too-long': at('view', (t) => modal({ callback_id: t }), x(255), x(256)),
  'view-title-too-long': at('view', (t) => modal({ title: plain(t) }), x(24), x(25)),
  'view-close-too-long': at('view', (t) => modal({ close: plain(t) }), x(24), x(25)),
  'view-submit-too-long': at('view', (t) => modal({ submit: plain(t) }), x(24), x(25)),
  'alert-text-too-long': at('block', (t) => ({ type: 'alert', text: mrkdwn(t) }), x(200), x(201)),
  'card-title-too-long': at('block', (t) => card({ title: mrkdwn(t) }), x(150), x(151)),
  'card-subtitle-too-long': at('block', (t) => card({ subtitle: mrkdwn(t) }), x(150), x(151)),
  'card-body-too-long': at('block', (t) => card({ body: mrkdwn(t) }), x(200), x(201)),
  'card-too-many-actions': at('block', (n) => card({ actions: many(n, () => button()) }), 3, 4),
  'card-subtext-too-long': at('block', (t) => card({ subtext: mrkdwn(t) }), x(200), x(201)),
  'carousel-empty': at('block', (n) => ({ type: 'carousel', elements: many(n, () => card()) }), 1, 0),
  'carousel-too-many-cards': at('block', (n) => ({ type: 'carousel', elements: many(n, () => card()) }), 10, 11),
  'container-title-too-long': at('block', (t) => container({ title: plain(t) }), x(150), x(151)),
  'container-subtitle-too-long': at('block', (t) => container({ subtitle: mrkdwn(t) }), x(150), x(151)),
  'container-too-many-child-blocks': at(
    'block',
    (n) => container({ child_blocks: many(n, () => ({ type: 'divider' })) }),
    10,
    11,
  ),
  'context-actions-too-many-elements': at('block', contextActions, 5, 6),
  'feedback-button-text-too-long': at('block', (t) => feedback({ text: plain(t) }), x(75), x(76)),
  'feedback-button-value-too-long': at('block', (value) => feedback({ value }), x(2000), x(2001)),
  'feedback-button-accessibility-label-too-long': at(
    'block',
    (l) => feedback({ accessibility_label: l }),
    x(75),
    x(76),
  ),
  'icon-button-too-many-visible-users': at(
    'block',
    (n) => ({ type: 'context_actions', elements: [iconButton(many(n, (i) => `U${i}`))] }),
    10,
    11,
  ),
  'data-table-too-few-rows': at('block', (n) => dataTable({ rows: many(n, () => [raw('a')]) }), 2, 1),
  'data-table-too-many-rows': at('block', (n) => dataTable({ rows: many(n, () => [raw('a')]) }), 201, 202),
  'data-table-too-few-columns': at('block', (n) => dataTable({ rows: many(2, () => many(n, () => raw('a'))) }), 1, 0),
  'data-table-too-many-columns': at(
    'block',
    (n) => dataTable({ rows: many(2, () => many(n, () => raw('a'))) }),
    20,
    21,
  ),
  'data-table-page-size-too-small': at('block', (n) => dataTable({ page_size: n }), 1, 0),
  'data-table-page-size-too-large': at('block', (n) => dataTable({ page_size: n }), 100, 101),
  'data-table-cell-text-empty': at('block', (t) => dataTable({ rows: [[raw('a')], [raw(t)]] }), 'a', ''),
  'data-table-content-too-long': at('block', (n) => dataTable({ rows: many(2, () => [raw(x(n))]) }), 10_000, 10_001),
  'data-visualization-title-too-long': at('block', (title) => ({ ...pie([point()]), title }), x(50), x(51)),
  'pie-chart-empty': at('block', (n) => pie(many(n, () => point())), 1, 0),
  'pie-chart-too-many-segments': at('block', (n) => pie(many(n, () => point())), 12, 13),
  'chart-segment-label-too-long': at('block', (l) => pie([point(l)]), x(20), x(21)),
  'chart-segment-value-not-positive': at('block', (value) => pie([{ label: 'a', value }]), 0.1, 0),
  'chart-series-empty': at('block', (n) => bar(many(n, () => series())), 1, 0),
  'chart-too-many-series': at('block', (n) => bar(many(n, () => series())), 12, 13),
  'data-series-name-too-long': at('block', (name) => bar([series({ name })]), x(20), x(21)),
  'data-series-empty': at('block', (n) => bar([series({ data: many(n, () => point()) })]), 1, 0),
  'data-series-too-many-points': at('block', (n) => bar([series({ data: many(n, () => point()) })]), 20, 21),
  'data-point-label-too-long': at('block', (l) => bar([series({ data: [point(l)] })]), x(20), x(21)),
  'axis-categories-empty': at('block', (n) => bar([series()], { categories: many(n, () => 'a') }), 1, 0),
  'axis-too-many-categories': at('block', (n) => bar([series()], { categories: many(n, () => 'a') }), 20, 21),
  'axis-category-label-too-long': at('block', (l) => bar([series()], { categories: [l] }), x(20), x(21)),
  'axis-label-too-long': at('block', (l) => bar([series()], { categories: ['a'], x_label: l }), x(50), x(51)),
};
