/** Words that carry a sentence about a deal and turn nothing in it into its contrary. What is none of them makes it doubtful. */
const han = `
  我们 咱们 咱 我 他们 她们 他 她 您 你 客户 对方 人家 甲方 公司 双方 自己 内部 老板 领导 同行 别家 对手 隔壁 外面
  这个 那个 这边 那边 这单 那单 这家 那家 这块 那块 这步 那步 这条 那条 这笔 那笔 这 那 此 该 里 面 头 边 家 个 位
  单子 单 项目 商机 线索 盘子 账 生意 案子 订单 整单 合作 设备 产品 业务
  的 了 吧 啊 呢 哈 呀 哦 嘛 啦 咯 喽 着 地 是 为 成 到 至 在 从 把 将 给 跟 和 与 以 由 被 让 就 都 也 又 还 再 才 只 有 所
  上 下 中 后 前 于 往 向 去 来 所以 因为 原因 由于 但 但是 不过 而且 并 并且 另外 然后 同时 先 呃 嗯 哎 唉 诶 那就 就是 其实 倒是
  现在 目前 如今 已经 已 刚 刚刚 刚才 终于 正式 最终 最后 总算 一直 以后 之后 今后 接下来 继续 马上 立刻 直接 当前 最新 新 再次 重新 之前 以前 前后 本 当场 顺利
  应该是 应该 大概 大约 大致 差不多 左右 上下 出头 估摸着 估摸 估计 约 至少 起码 总共 一共 合计 全部 整个 整 共 多 少 点 些 每 各 几 将近 接近 超过 不到 样子 之间 区间 含税 不含税 标价 算下来 便宜 高 低 贵 缩水 松口 松 口 拿得出 它 纠正 更正 最多 只剩 剩 要拖到 拖到 拖
  推进 推动 推 移 挪 拖 升级 升 进展 进入 进 入 转 换 改 变更 变 更 切 调整 调 退回 退 打回 回 走 标记 标 记 登 写 填 设 定 算 按 当 归 管 交 接手 派 分 划 拨 移交 负责 盯 维护 更新 一下 一步 一格 状态 阶段 阶断 环节 流程 步 格 开 关 建 立 加 录 起 创 处理 来看 提交 走完 过 批 下来 审批 申请 帮 帮忙 麻烦 请 请你 麻烦你 名字 叫
  拿下 拿 签 签下 赢 输 丢 黄 掉 选 选择 谈 谈妥 谈成 搞定 敲定 落定 落地 完 好 妥 章 盖 字 成功 成交 恭喜 可惜 耶 好消息 坏消息 太 太好 截胡 截 抢 撬 挂 废 飞 凉 吹 流 没戏 败 拒之门外 拒绝 否 刷 淘汰 不做 没了 中标 不跟
  涨 提高 提 增加 增 扩大 扩 降 减 砍 压 缩 抹 扣 打 出 报 报价 给 能 会 提前 延后 延 推迟 往后 往前 迟 晚 早 翻倍 翻 倍 期 价格 价 款 额 数 日 项 份 折 优惠 封顶
  预计 预期 预估 预算 把握 胜率 赢面 成功 机率 机会 概率 可能 希望 拍板 做主 决策 真正 弄清楚 确认 确定 清楚 说 讲 面 对半 一半 五五开 看 觉得 感觉 大 不大 很大 抓 问 问到
  谢谢 多谢 辛苦
`;

const wishes = `早该 本该 应该把 应该给 应该推 应当 该把 该给 得把 得给 要把 想把 想给 想要 打算 准备 考虑 可以 争取 力争 必须 务必 即将 快要 据 消息 貌似 疑似 看来 看样子 传 恐怕 再说 再看 不要 先不 要是 要能 最坏 最好 那么多 这么多 也许 说不定 人说 消息称 打听 打球 打赌 开玩笑 给看 说明 转发 转告 记得 记错 当然 算了 该不该 好像 好想`;

const listed = (text: string) => text.trim().split(/\s+/);
const escaped = (list: string[]) => list.sort((a, b) => b.length - a.length).join('|');

/** What is plain, longest words first; a wish in the same letters is none of it (打算 is no 打 and 算). */
export const plainHan = new RegExp(`(?!${escaped(listed(wishes))})(?:${escaped(listed(han))})`, 'gu');

export const plainEnglish = new Set(
  listed(`
  a an the this that these it its they them their he him his she her we us our i me my you your u
  and or so but also too then as well with w for from to in into on onto at of off by about around over up down back out through after
  is are was were be been being am has have had did s re ve d m ll t
  now just already finally officially currently here still again lol smh haha woohoo yay yes yeah ok okay hey hi please pls thanks thx tho though right sir mate
  deal deals opp oppty opportunity lead account client customer project order stage stages status step phase value size one ones total price figure number
  both all roughly approx approximately ish between max min per plus only below above under arr somewhere slashed slash trimmed hm um uh ballpark flat coin flip bailed grand odd
  move moved moves moving push pushed pushes pushing bump bumped bumping advance advanced advancing put set stick mark marked drop dropped drops dropping
  slide slides slid slip slipped slips shift shifted go goes going gone went come came comes jump jumped fell fall falls fallen head heads headed
  change changed changes make made update updated raise raised raises lower lowered increase increased cut cuts trim trimmed doubled tripled
  grew grow shrank shrunk rose kick kicked pull pulled roll rolled park parked bring brought take took takes log record note call put enter entered
  gave give given gives handed pass passed transfer started start open opened new begun began
  win won wins lost lose sign signs signed ink inked close closed closes closing got get gets landed bagged signature contract paperwork ours dead ghosted hold
  dark picked chose decided approved confirmed agreed instead
  knocked knock chance chances odds shot likely sure said say says told spend hit reached stands sits
  boss final real main sales next date expected expects will end more less better
  `),
);
