const list = (names: string[]) => names.join('、');
const names: Record<string, string> = { rep: '销售', manager: '主管', admin: '管理员' };
const roles = (may: string[]) => may.map((role) => names[role] ?? role).join('或');

/** What a refusal at the gate says. */
export const processRefusals = {
  'not-that-way': ({ how, title, stages, may }: { how: string; title: string; stages: string[]; may: string[] }) => ({
    title: how === 'skip' ? '一步一步来' : '这一步不往回走',
    text:
      how === 'skip'
        ? `「${title}」还没走过${list(stages)}，不能直接跳过。`
        : `「${title}」在${list(stages)}，不能退回去。`,
    hint:
      may.length > 0
        ? `要${how === 'skip' ? '跳过' : '退回'}，请${roles(may)}来做。`
        : '要破例，请主管说明原因后推进。',
  }),
  'unknown-pipeline': ({ said, pipelines }: { said: string; pipelines: string[] }) => ({
    title: '没有这个流程',
    text: `没有叫「${said}」的流程，什么都没改。`,
    hint: `可选：${list(pipelines)}。`,
  }),
  'same-pipeline': ({ title, pipeline }: { title: string; pipeline: string }) => ({
    title: '已经在这个流程',
    text: `「${title}」本来就走${pipeline}，没有改动。`,
  }),
  'no-such-field': ({ said, fields }: { said: string; fields: string[] }) => ({
    title: '没有这一项',
    text: `没有叫「${said}」的项目，什么都没改。`,
    hint: `可选：${list(fields)}。也可以要求回答一个问题：「离开报价前要回答：客户为什么现在买？」`,
  }),
  'stage-taken': ({ name }: { name: string }) => ({
    title: '已经有这个名字',
    text: `流程里已经有「${name}」，什么都没改。`,
    hint: '换一个名字。',
  }),
  'stage-stays': ({ name, why }: { name: string; why: 'end' | 'last' | 'there' }) => ({
    title: '这个不能这样改',
    text: {
      end: `「${name}」是流程的终点，不能删，也不能放在它后面。`,
      last: `「${name}」是最后一个进行中的阶段，不能删。`,
      there: `商机不能留在要删的「${name}」里。`,
    }[why],
  }),
  'process-same': () => ({ title: '不用改', text: '流程本来就是这样，没有改动。' }),
  'bad-process': ({ faults }: { faults: string[] }) => ({
    title: '这样改过不了检查',
    text: faults.join('\n'),
    hint: '什么都没改。',
  }),
};

/** The team's process: its gate, its pipelines, and how it is changed. */
export const process = {
  pipeline: '流程',
  skips: (stages: string[], may: string[]) => `${roles(may)}可以跳过${list(stages)}，不用先补。`,
  mayOverride: (deal: string, stage: string) => `要破例：把${deal}直接推进到${stage}，原因是…`,
  askOverride: '破例推进要主管或管理员，并说明原因。',
  overridden: (by: string, deal: string, stage: string) => `${by}破例把 ${deal} 推进到${stage}`,
  overrideText: '这些还没补上，补的时候直接告诉我就行。',
  within: (days: number) => `限 ${days} 天`,
  left: (days: number) => `还剩 ${days} 天`,
  late: (days: number) => `超期 ${days} 天`,
  owner: (role: string) => `本阶段由${names[role] ?? role}负责`,
  switched: (deal: string, pipeline: string) => `${deal} 改走${pipeline}`,
  fromStart: '新流程里前面还有没答的，从这里走起。',
};
