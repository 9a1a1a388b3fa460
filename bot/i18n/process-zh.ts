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
  title: (version: number) => `销售流程 · 第 ${version} 版`,
  leaves: (needs: string) => `要有 ${needs}`,
  howTo:
    '可以这样改：「在报价后面加一个阶段 试用，14天」「把“方案沟通”改名为“方案”」「报价阶段要求填预算」「删掉试用阶段」。',
  ask: '要这样改流程吗？',
  askText: '现在什么都没改。',
  checked: '检查通过。',
  changed: (version: number) => `流程已更新 · 第 ${version} 版`,
  goTo: (stage: string) => `改放到${stage}`,
  adds: (name: string, after: string, days: number | null) =>
    `新阶段：${name}，在${after}之后${days === null ? '' : `，限 ${days} 天`}`,
  renames: (old: string, name: string) => `改名：${old} → ${name}`,
  removes: (name: string) => `删掉阶段：${name}`,
  requires: (stage: string, field: string) => `${stage}：离开前要填${field}`,
  asks: (stage: string, question: string) => `${stage}：离开前要回答「${question}」`,
  releases: (stage: string, field: string) => `${stage}：不再要求${field}`,
  days: (stage: string, days: number, was: number | null) =>
    `${stage}：限 ${days} 天${was === null ? '' : `（原来 ${was} 天）`}`,
  owned: (stage: string, role: string) => `${stage}：由${names[role] ?? role}负责`,
  skipRule: (stage: string, may: string[], rule: string) =>
    `${roles(may)}${{ never: '不能跳过', known: '要答全才能跳过', free: '可以跳过' }[rule] ?? rule}${stage}`,
  backRule: (stage: string, may: string[], rule: string) =>
    `${roles(may)}从${stage}退回：${{ never: '不允许', reason: '要说原因', free: '不用说原因' }[rule] ?? rule}`,
  newPipeline: (name: string, like: string) => `新流程：${name}，阶段照${like}`,
  noDeals: '现有的商机都不动。',
  noneThere: (stage: string) => `${stage}里没有进行中的商机。`,
  going: (count: number, from: string, to: string, done: boolean) =>
    `${count} 个进行中的商机${done ? '已' : '会'}从${from} → ${to}`,
  nextFor: (count: number, after: string, name: string) => `${after}里的 ${count} 个商机不动，下一步是${name}。`,
  staying: (count: number, stage: string) => `${stage}里的 ${count} 个商机留在原处。`,
  lacking: (count: number, fields: string) => `其中 ${count} 个还缺${fields}，往前推进时会问。`,
  describe: (what: string, about: string) =>
    `改流程（${
      {
        add: '加阶段',
        rename: '改名',
        remove: '删阶段',
        require: '加要求',
        release: '去掉要求',
        days: '改限期',
        owner: '改负责人',
        skip: '跳过规则',
        back: '退回规则',
        pipeline: '加流程',
      }[what] ?? what
    }）：${about}`,
  migrated: (by: string, count: number, stage: string) => `${by}改了流程：你的 ${count} 个商机现在在${stage}`,
  migratedBack: (by: string, count: number) => `${by}撤回了流程改动：你的 ${count} 个商机回到原来的阶段`,
  exception: '破例',
  after: (stage: string) => `在${stage}之后`,
  rule: (rule: string) => ({ never: '不允许', known: '答全才行', reason: '要说原因', free: '可以' })[rule] ?? rule,
  fromStart: '新流程里前面还有没答的，从这里走起。',
};
