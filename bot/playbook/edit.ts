import { type Document, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import type { Playbook, Role, Text } from './schema.ts';

/** A change of the team's process; stages, fields and pipelines by their keys. */
export type Edit = { pipeline: string } & (
  | { do: 'add'; after: string; name: Text; days: number | null }
  | { do: 'rename'; stage: string; name: string; language: 'zh' | 'en' }
  | { do: 'remove'; stage: string; to: string }
  | { do: 'require'; stage: string; field: string }
  | { do: 'ask'; stage: string; question: Text }
  | { do: 'release'; stage: string; field: string }
  | { do: 'days'; stage: string; days: number }
  | { do: 'owner'; stage: string; role: Role }
  | { do: 'skip' | 'back'; stage: string; roles: Role[]; rule: string }
  | { do: 'pipeline'; name: Text }
);

type Path = (string | number)[];

/**
 * The playbook's text with one change in it; comments and order stay. It is not checked: read it again with
 * {@link readPlaybook}. A stage that goes leaves its name among the former ones, and what was made for it is for the stage
 * its deals go to.
 */
export function editPlaybook(text: string, book: Playbook, edit: Edit): string {
  const document = parseDocument(text);
  const at = book.pipelines.findIndex((one) => one.key === edit.pipeline);
  const stages = book.pipelines[at]?.stages ?? [];
  const stageAt = (key: string): Path => ['pipelines', at, 'stages', stages.findIndex((one) => one.key === key)];
  const keys = book.pipelines.flatMap((one) => [one.key, ...one.stages.map((stage) => stage.key)]);
  const taken = [...keys, ...book.fields.map((one) => one.key), ...book.formerStages.map((one) => one.key)];
  switch (edit.do) {
    case 'add': {
      const { name, days } = edit;
      const place = stages.findIndex((one) => one.key === edit.after) + 1;
      insert(document, ['pipelines', at, 'stages'], place, { key: newKey(name, 'stage', taken), name, dueDays: days });
      break;
    }
    case 'rename': {
      const path = stageAt(edit.stage);
      const before = stages.find((one) => one.key === edit.stage);
      const old = before?.name[edit.language];
      if (old !== undefined) document.setIn([...path, 'words'], [...(before?.words ?? []), old]);
      document.setIn([...path, 'name', edit.language], edit.name);
      break;
    }
    case 'remove': {
      const gone = stages.find((one) => one.key === edit.stage);
      document.deleteIn(stageAt(edit.stage));
      insert(document, ['formerStages'], book.formerStages.length, { key: edit.stage, name: gone?.name });
      const elsewhere = book.pipelines.some(
        (one, place) => place !== at && one.stages.some(({ key }) => key === edit.stage),
      );
      if (!elsewhere) replaceStage(document, book, edit.stage, edit.to);
      break;
    }
    case 'require':
      insert(document, [...stageAt(edit.stage), 'needs'], -1, edit.field);
      break;
    case 'ask': {
      const asked = { key: newKey(edit.question, 'question', taken), name: bare(edit.question), ask: edit.question };
      insert(document, [...stageAt(edit.stage), 'questions'], -1, asked);
      break;
    }
    case 'release': {
      const stage = stages.find((one) => one.key === edit.stage);
      const asked = stage?.questions.findIndex((one) => one.key === edit.field) ?? -1;
      const needed = stage?.needs.indexOf(edit.field) ?? -1;
      document.deleteIn([...stageAt(edit.stage), ...(asked < 0 ? ['needs', needed] : ['questions', asked])]);
      break;
    }
    case 'days':
      document.setIn([...stageAt(edit.stage), 'dueDays'], edit.days);
      break;
    case 'owner':
      document.setIn([...stageAt(edit.stage), 'owner'], edit.role);
      break;
    case 'skip':
    case 'back':
      for (const role of edit.roles) document.setIn([...stageAt(edit.stage), 'moves', edit.do, role], edit.rule);
      break;
    case 'pipeline': {
      const like = document.toJS().pipelines[at];
      const { for: _, ...copy } = { ...like, key: newKey(edit.name, 'pipeline', taken), name: edit.name, words: [] };
      // A question belongs to one stage: the copy asks its own, once it is given some.
      copy.stages = copy.stages.map(({ questions: __, ...stage }: Record<string, unknown>) => stage);
      insert(document, ['pipelines'], -1, copy);
    }
  }
  return document.toString({ lineWidth: 120 });
}

/** Puts a value into a list, which is made when there is none; -1 is its end. */
function insert(document: Document, path: Path, place: number, value: unknown): void {
  const list = document.getIn(path);
  const node = document.createNode(value);
  if (isSeq(list)) (list as YAMLSeq).items.splice(place < 0 ? list.items.length : place, 0, node);
  else document.setIn(path, document.createNode([value]));
}

function replaceStage(document: Document, book: Playbook, gone: string, to: string): void {
  const lists: [Path, string[] | undefined][] = [
    ...book.talkTracks.map((one, at): [Path, string[] | undefined] => [['talkTracks', at, 'stages'], one.stages]),
    ...book.cadences.map((one, at): [Path, string[] | undefined] => [
      ['cadences', at, 'for', 'stages'],
      one.for.stages,
    ]),
  ];
  for (const [path, keys] of lists) {
    if (!keys?.includes(gone)) continue;
    document.setIn(path, [...new Set(keys.map((key) => (key === gone ? to : key)))]);
  }
}

/** A key of small Latin letters out of a name, or one with a number when the name has none such. */
function newKey({ en }: Text, kind: string, taken: string[]): string {
  const latin = en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 30);
  const base = latin || kind;
  for (let nth = latin ? 1 : 2; ; nth += 1) {
    const key = nth === 1 ? base : `${base}_${nth}`;
    if (!taken.includes(key)) return key;
  }
}

const bare = ({ zh, en }: Text): Text => ({ zh: zh.replace(/[?？。.]+$/, ''), en: en.replace(/[?？。.]+$/, '') });
