// What only says that one asks: 我想问一下…怎么办理, how do I apply for … Left out as long as something else remains.
// Pure; reads normalised text.

const askingPhrases = `
  (?:需要|要|得)?(?:准备|带|提供|交)?(?:什么|哪些|啥)(?:材料|资料|条件|手续|证件)
  (?:应该|需要|可以|能|要)?(?:在|去|到|上)?(?:哪里|哪儿|哪个部门|什么地方|哪)(?:可以|能|办理|申请|办|去|领)*
  (?:应该|要|得)?(?:怎么样|怎么|怎样|如何|咋样|咋)(?:才能|可以|能|去|给)?(?:办理|申请|申领|办|弄|搞|做|领)*
  (?:可以|能|能够|可不可以|能不能)(?:在)?(?:网上|线上|异地)?(?:办理|申请|办)?吗?
  (?:我们|我|你|您|咱)(?:们)?(?:要|想要|想|需要|打算|准备)?(?:咨询|问|了解|查)?(?:一下)?(?:办理|申请|办(?!公|学|案))?
  (?:请问|想问|咨询|想要|打算|帮我|给我)(?:一下)?
  (?:是|要)?(?:多少钱|多久|多长时间|几天|什么时候|何时)(?:可以|能|才能)?(?:拿到|办好|下来|办完)?
  (?:什么是|是什么|是不是|有没有|有哪些|哪些|什么)  (?:流程|手续|步骤|办事指南|地址|电话)
  (?:应该|需要|一下|可以|刚刚|了吗|已经|因为|所以|然后)  办理|申请|要办|想办|(?<![\\p{Script=Han}])办(?!公|学|案|事)
  (?:应该|要|该|能)?(?:打|拨|有)?(?:什么|哪个|哪|联系|咨询|客服|服务|热线)*(?:电话|号码|热线)(?:问|咨询|打|是|多少|号码|几号)*
  去(?=办|申请|领|补|换|查)  [的了您你我]  [吗呢呀啊](?= |$)
`
const asking = new RegExp(askingPhrases.trim().split(/\s+/).join('|'), 'gu')

export const englishAsking: ReadonlySet<string> = new Set('a about after all am an and apply applying application are as at be been before by can could did do does for from get getting give go had has have he help her his how i if in into is it its long many me much my need new no not of on or our out own please register registering she should some somebody someone soon take that the their them there they this to up us want was we what when where which who whom whose why will with without would you your'.split(' '))

/** 想搞个小饭馆, 开一家奶茶店: the same as 开奶茶店. */
const opening = /(?:开|搞|弄|盘)(?:一|了)?(?:家|间|个)(?:小|新)?/gu

/** 注销一家公司, 买一套房: how many does not matter. */
const oneOf = /(?<=\p{Script=Han})一(?:家|间|个|套|辆|台|本|张|份)(?=\p{Script=Han})/gu

export const squeeze = (text: string): string => text.replaceAll(/ +/g, ' ').trim()

/** Nouns that name nothing to be done: they count like circumstances. */
export const vague: ReadonlySet<string> = new Set(`
  材料 资料 文件 流程 手续 时间 问题 情况 办法 东西 要求 条件 部门 机关 政府 国家 中国 国内 社会 人员 工作 工作人员 方式 方法 事情 事项 事 证 证件 办证 办事 城市 本地 当地 外省 省外 地方 名字 学校 大厅 窗口 手机 网上 没有 知道 决定 提交 申请 登记
  回来 进行 相关 有关 需要 重新 直接 专门 一样 钱 结果 出结果 标准 申请人 本人 别人 有效 最新 今年 免费 附近
`.trim().split(/\s+/))

/** Looking something up is 查询 in titles: 怎么查社保, 查一下社保. */
const lookingUp = /(?<=^| |怎么|如何|哪里|在哪|可以|能|要|想|去)查(?:一查|一下|看|到)?(?!询|处|封|验|账|体|明|获|结果|进度)/gu

export const inFull = (text: string): string => text.replaceAll(lookingUp, '查询')

const withoutCounting = (text: string): string => text.replaceAll(opening, '开').replaceAll(oneOf, '')

/** The forms in which words of the thesaurus stand in a question that was read: 开个厂 as 开厂, 查律师 also as 查询律师. @param said normalised, in Mandarin */
export const formsOf = (said: string): string[] => [...new Set([withoutCounting(said), inFull(withoutCounting(said))])]

const withoutEnglish = (text: string): string => text.split(' ').filter((word) => !englishAsking.has(word)).join(' ')

/** The question without asking words; whole when nothing else is in it. @param partsOf cuts out words in which nothing asks, such as 不见了 */
export const withoutAsking = (normalised: string, partsOf: (text: string) => readonly { text: string; known: boolean }[]): string => {
  const parts = partsOf(withoutCounting(normalised))
  const chinese = parts.map(({ text, known }) => ({ known, text: known ? text : text.replaceAll(asking, ' ') }))
  const core = squeeze(chinese.map(({ text, known }) => (known ? text : withoutEnglish(text))).join(''))
  return core || squeeze(chinese.map(({ text }) => text).join('')) || normalised
}
