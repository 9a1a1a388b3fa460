/** The blocks of Block Kit this adapter writes: a small part, typed for what we need of it. */
export interface Plain {
  type: 'plain_text';
  text: string;
  emoji?: boolean;
}

/** `verbatim`: without it Slack turns a bare `@channel` in the text into a mention. */
export interface Mrkdwn {
  type: 'mrkdwn';
  text: string;
  verbatim: true;
}

export interface ButtonElement {
  type: 'button';
  action_id: string;
  text: Plain;
  value: string;
  style?: 'primary' | 'danger';
  confirm?: { title: Plain; text: Plain; confirm: Plain; deny: Plain };
}

export interface Option {
  text: Plain;
  value: string;
}

export type InputElement =
  | { type: 'plain_text_input'; action_id: string; multiline?: boolean; initial_value?: string; max_length?: number }
  | { type: 'datepicker'; action_id: string; initial_date?: string }
  | { type: 'datetimepicker'; action_id: string; initial_date_time?: number }
  | { type: 'static_select'; action_id: string; options: Option[]; initial_option?: Option };

export interface Cell {
  type: 'raw_text';
  text: string;
}

export type SlackBlock =
  | { type: 'header'; text: Plain }
  | { type: 'section'; text: Mrkdwn; accessory?: ButtonElement }
  | { type: 'context'; elements: Mrkdwn[] }
  | { type: 'actions'; elements: ButtonElement[] }
  | { type: 'image'; slack_file: { id: string }; alt_text: string }
  | {
      type: 'table';
      rows: Cell[][];
      column_settings: { align: 'left' | 'right'; is_wrapped: boolean }[];
    }
  | { type: 'input'; block_id: string; label: Plain; hint?: Plain; optional: boolean; element: InputElement };

export interface View {
  type: 'modal';
  callback_id: string;
  private_metadata: string;
  title: Plain;
  submit: Plain;
  close: Plain;
  blocks: SlackBlock[];
}
