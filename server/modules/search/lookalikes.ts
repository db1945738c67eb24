// Characters that are taken for one another because they look alike, or because an input by strokes offers both.
// Pure. Groups, not pairs: each may stand for every other of its group. To be extended when a slip is seen.

const groups = `
末未 己已巳 土士 人入八 候侯 折拆析 辨辩辫办 征证 帐账 籍藉 券卷 待侍 代伐 晴睛请清 孤弧狐 拔拨 免兔 申甲由 幕墓募慕暮 徒徙 竟竞 裁栽载 微徽 遗遣 户尸卢 住往佳 薄簿 复夏 治冶 令今 拉垃 历厉 失矢 天夭 干千于 大太犬 日曰目 王玉主 本木术 力刀
贝见 几儿 开并 勺匀 乌鸟 仓仑 午牛 风凤 厂广 支友 毛手 农衣 壮状 妆装 冰水 刊列 划戈 机杌 设没 论沦 许讦 护沪 报服 抵低底 担但旦 招昭 租祖组 险检捡验脸 俭剑 倍培陪赔 部剖 刻核该 恢灰 授受 瞻赡 偿尝 债责 绩积 职识 际标
残贱浅 经径轻 货贷 资姿 赏尝 费贵 赁任 贴站 驾架 驶使 骑奇 借措错 梢稍 根跟很 桶捅 梁粱 场扬杨 坊访 均匀 坏环怀 块快 境镜 增赠 壤攘 抚扶 换唤 援缓 播番 据剧 操躁燥 接按 推堆 排徘 掉悼 探深 描瞄 揭竭 兑说脱税锐 离禽 密蜜
客容 察祭 宜宣 审宙 富副幅福 寄奇 居届 岗刚 川州 工功攻 巨臣 巾币 布希 师帅
`.trim().split(/\s+/)

const others = new Map<string, string[]>()
for (const group of groups) {
  const characters = [...group]
  for (const each of characters) others.set(each, [...(others.get(each) ?? []), ...characters.filter((other) => other !== each)])
}

/** What a character may have been meant to be; none when it is not known to be confused. */
export const lookalikesOf = (character: string): readonly string[] => others.get(character) ?? []
