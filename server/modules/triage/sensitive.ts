// What a request says that must not be shown as it is: insults, and numbers that lead to a person. The text is kept; views show it masked. Pure.
export const sensitiveKinds = ['insult', 'phone', 'account', 'id-number', 'bank-card', 'plate', 'email', 'name', 'home'] as const
export type SensitiveKind = (typeof sensitiveKinds)[number]

/** `at` and `length` in characters of the text given; `masked` what is shown there. */
export type SensitivePart = { kind: SensitiveKind; masked: string; at: number; length: number }

const surname = '(?:欧阳|司马|上官|诸葛|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游])'
const patterns: readonly { kind: SensitiveKind; pattern: RegExp; part?: number; mask: (found: string) => string }[] = [
  { kind: 'id-number', pattern: /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/gu, mask: (found) => `${found.slice(0, 3)}${'*'.repeat(13)}${found.slice(-2)}` },
  { kind: 'bank-card', pattern: /(?<!\d)(?:6[0-9]|5[1-5]|4\d|3[57])\d{2}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,3})?(?!\d)/gu, mask: (found) => `${found.slice(0, 4)} **** ${found.slice(-4)}` },
  { kind: 'phone', pattern: /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu, mask: (found) => `${found.replace(/\D/g, '').replace(/^86/, '').slice(0, 3)}****${found.slice(-4)}` },
  // Landlines: with their area code, or without one after a word that says what follows. Numbers of five digits such as 12345 are everybody's.
  { kind: 'phone', pattern: /(?<![\d.-])(?:[(（]0\d{2,3}[)）]|0(?:10|2\d|[3-9]\d{2})[ -]?)[2-9]\d{2,3}[ -]?\d{4}(?!\d)/gu, mask: (found) => `${/0\d{2,3}/.exec(found.slice(0, 5))?.[0] ?? ''}-****${found.slice(-2)}` },
  { kind: 'phone', pattern: /(?:电话|座机|固话|来电|致电|拨打|打)(?:号码)?(?:是|为|[:：])?\s?([2-9]\d{2,3}[ -]?\d{4})(?!\d)/gu, part: 1, mask: (found) => `****${found.slice(-2)}` },
  { kind: 'account', pattern: /(?:微信|薇信|威信|(?<![A-Za-z])(?:wechat|weixin|vx|wx|qq)|抖音|快手|小红书)(?:群|账号|帐号|号码|号|id)*(?:是|为|[:：])?\s?([A-Za-z0-9][\w-]{4,19})(?![\w-])/giu, part: 1, mask: (found) => `${found.slice(0, 1)}${'*'.repeat(5)}` },
  { kind: 'plate', pattern: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][ ·•.-]?(?=[A-Z]{0,5}\d)[A-Z0-9]{4,5}[A-Z0-9学警港澳挂](?![A-Za-z0-9])/giu, mask: (found) => `${found.slice(0, 2)}${'*'.repeat(found.length - 3)}${found.slice(-1)}` },
  { kind: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, mask: (found) => `${found.slice(0, 1)}***@${found.slice(found.indexOf('@') + 1)}` },
  { kind: 'home', pattern: /(?<=[区苑园府城庭居湾里庄邨村楼寓])\d{1,3}(?:号楼|栋|幢|座)(?:\d{1,2}单元)?\d{3,4}(?:室|房|户)?/gu, mask: () => '**栋***' },
  { kind: 'name', pattern: new RegExp(`(?:名叫|叫做|姓名[是为:]?|户主|邻居|业主|租客|房东|老板|村民|学生|同学|患者|病人|丈夫|前夫|妻子|前妻|名字是|真名)(${surname}[\\p{Script=Han}]{1,2})(?=[，,。、；;（(]|的|在|把|将|家|对|与|和|经常|长期|多次|每|常|又|等|从|向|是|被|说|$)`, 'gu'), part: 1, mask: (found) => `${[...found][0] ?? ''}${'*'.repeat(Math.max(1, [...found].length - 1))}` },
  { kind: 'insult', pattern: /他妈的|你妈的|妈的|操你\S{0,2}|草泥马|王八蛋|王八羔子|狗东西|狗杂种|狗官|狗日的|畜生|混蛋|混账东西|傻[逼比bB]|煞笔|智障|脑残|废物|饭桶|蠢货|蠢猪|人渣|败类|不要脸|贱人|臭婊子|婊子|去死吧|去死|死全家|吃屎|滚蛋|神经病|流氓|孙子(?=[!！,，。]|们)|瞎了(?:你的)?狗眼|一群(?:猪|狗)|猪脑子|老不死|缺德(?:鬼|玩意)|断子绝孙|不得好死|杂种|二百五|白痴|扑街|仆街|冚家铲|粉肠|黐线|痴线/gu, mask: (found) => '*'.repeat([...found].length) },
]
/** What an insult is not: an illness, a grandchild. */
const innocent = /(?:神经病(?:医院|学|科|变|性|患者)|我(?:的|家)?孙子|带孙子|流氓(?:软件|罪))/u

/** Parts in the order they stand; none overlaps another. */
export const sensitiveParts = (text: string): SensitivePart[] => {
  const found: SensitivePart[] = []
  for (const { kind, pattern, part = 0, mask } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const words = match[part] ?? ''
      const at = match.index + match[0].length - (part === 0 ? match[0].length : words.length)
      const around = text.slice(Math.max(0, at - 3), at + words.length + 3)
      if (kind === 'insult' && innocent.test(around)) continue
      if (found.some((other) => at < other.at + other.length && other.at < at + words.length)) continue
      found.push({ kind, masked: mask(words), at, length: words.length })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/** The text as others see it. @param kinds which are masked; all unless told */
export const maskSensitive = (text: string, kinds: readonly SensitiveKind[] = sensitiveKinds): string => {
  let [shown, from] = ['', 0]
  for (const { kind, masked, at, length } of sensitiveParts(text)) {
    if (!kinds.includes(kind)) continue
    shown += text.slice(from, at) + masked
    from = at + length
  }
  return shown + text.slice(from)
}
