// Dangers that go to a person at once: somebody who may harm themselves, fire, violence, escaping gas, people trapped, somebody badly ill. Pure.
// A danger told of another time, of a price or of a wish for prevention is none.

export const emergencies = ['self-harm', 'fire', 'violence', 'gas-leak', 'trapped', 'medical'] as const
export type Emergency = (typeof emergencies)[number]

const signs: Readonly<Record<Emergency, RegExp>> = {
  'self-harm': /不想活|活不下去|活着没(?:有)?意思|不如死了|想(?:要)?(?:自杀|轻生|寻死|一死)|要(?:自杀|轻生|跳楼|跳河|跳江|跳桥)|(?:我|就|只能|逼我|去|准备|打算)(?:从\S{0,8})?(?:跳楼|跳河|跳江|跳桥)|(?:站|坐)在\S{0,4}(?:楼顶|天台|桥栏|栏杆)(?:上|外)?\S{0,6}(?:跳|不下来|要死)|割腕|吞(?:了)?\S{0,4}安眠药|喝(?:了)?农药|烧炭|结束(?:自己的|我的)?生命|了结(?:自己|此生)|遗书/,
  fire: /(?:着火|起火|失火|火灾)了|正在(?:燃烧|着火|起火)|烧起来|冒(?:着)?(?:浓烟|火光|明火)|火势|大火|窜(?:出|起)火苗/,
  violence: /正在(?:打人|被打|打我|砍人|殴打|家暴)|(?:在|又在|还在)(?:打我|打她|打孩子|砍人|砸门|殴打)|拿(?:着)?(?:刀|菜刀|斧头|棍)\S{0,8}(?:砍|捅|威胁|追|堵|要|守|站|砸)|持刀|(?:要|扬言|威胁要?)(?:杀|砍|弄死|打死)(?:了)?(?:我|人|她|他|全家)|被(?:绑架|非法拘禁|挟持|关在)|救命/,
  'gas-leak': /(?:煤气|燃气|天然气|液化气)\S{0,6}(?:泄漏|泄露|漏气|漏了|爆炸|味(?:道)?很?(?:大|浓|重))|(?:闻到|一股|很浓的?|浓烈的?|好大的?)\S{0,4}(?:煤气|燃气|天然气)味|(?:化学品|氯气|氨气|危化品|甲烷)\S{0,4}(?:泄漏|泄露)/,
  trapped: /(?:被困|困在|卡在|压在|埋在|掉进|掉下|掉到|落入)\S{0,10}(?:电梯|楼|水里|井|河|江里|湖|海里|塘|坑|废墟|车里|里面|下面|出不来|上不来)|电梯(?:里)?\S{0,8}(?:困|关)(?:了|着|住)\S{0,6}(?:人|孩子|老人|我)|溺水|(?:楼|房|房子|墙|围墙|桥|路面|脚手架|屋顶|山体)\S{0,3}(?:塌了|倒塌了|坍塌了|垮了|塌下来|正在坍塌)|有人(?:落水|坠楼|触电)|触电了/,
  medical: /(?:昏倒|晕倒|昏迷|不省人事|没有?呼吸|没气了|抽搐|大出血|流(?:了)?(?:好多|很多|不少)血|心脏病(?:发作|犯了)|中毒了|食物中毒|快不行了|叫不醒)/,
}

/** Told of another time, or no danger at all. */
const past = /去年|前年|上个?月|上周|几(?:年|个月)前|曾经|当时|后来|以前|此前|[一二两三四五六七八九十\d]+(?:年|个月|天|周)前|昨天|前天|前几天|那(?:次|天|场)|已经?(?:扑灭|灭了|出院|去世|处理|救(?:出|起|上)|获救|脱险)|扑灭|事故(?:调查|原因|责任|赔偿|认定)|赔偿|理赔|死因/
const imagined = /(?:如果|万一|要是|一旦|假如|倘若|担心|害怕|生怕|防止|预防|避免|容易|可能|隐患|演练|演习|培训|宣传|讲座|知识|怎么办理|险些|差点|以免|会不会|谨防|存在)\S{0,18}$/
const price = /跳楼(?:价|大甩卖|机|促销)/

const clausesOf = (text: string): string[] => text.split(/[。!！?？;；\n]/u)

/** The first danger that is there now. */
export const findEmergency = (text: string): Emergency | undefined => {
  for (const sentence of clausesOf(text)) {
    for (const kind of emergencies) {
      const found = signs[kind].exec(sentence)
      if (!found || price.test(sentence)) continue
      if (imagined.test(sentence.slice(0, found.index))) continue
      if (past.test(sentence) && (kind !== 'self-harm' || !/我/.test(sentence))) continue
      return kind
    }
  }
  return undefined
}
