// Reads a question: what is asked (slots), what is left of it once the asking is taken away, and whether it asks what no guide can say.
// Pure. Works on normalised text: simplified, small letters, signs as spaces. Every word that is left must be accounted for later.
import { provinceNames } from '../../kernel/provinces.ts'
import { normalise } from '../search/index.ts'
import { beyondOf, type Beyond } from './beyond.ts'
import { withDirections, type PlacesSaid } from './elsewhere.ts'
import { moneyAsked, saysFee } from './money.ts'
import type { Slot } from './passage.ts'

export type Reading = {
  text: string
  /** at most three, as they are asked */
  slots: Slot[]
  /** what it is about, in pieces; empty: whatever was spoken of before */
  rest: string[]
  /** something is asked that none of the slots stands for */
  asksMore: boolean
  /** who, why, how many: question words that are left */
  asksFor: string[]
  /** 多少钱 without a word of fees: of a thing that gives money it asks for what is given */
  plainMoney: boolean
  /** asks whether something must be: only what says so of just that answers it */
  asksWhether: boolean
  beyond?: Beyond
}

/** Where people come from; who comes from Hong Kong, Macao or Taiwan is asked for other papers, so guides must say so. */
const origins = provinceNames().filter((name) => !['广东', '香港', '澳门', '台湾'].includes(name)).join('|')
const anybody = '(?:别人|他人|家里人|家人|家属|亲属|朋友|老公|老婆|丈夫|妻子|爱人|配偶|对象|子女|孩子|父母|爸妈|父亲|母亲|儿子|女儿|同事|亲戚|中介|代理人|员工)'
const may = '(?:可不可以|能不能|是不是可以|可以|能够|能|可|得以)'
const need = '(?:是不是)?(?:还)?(?:需不需要|要不要|用不用|需要|需|要|得|用|应该|该|必须)'
const what = '(?:什么样的|什么|哪些|哪几样|哪几种|哪几项|哪样|啥|些什么|哪)'
const where = '(?:哪里|哪儿|哪个地方|什么地方|哪个窗口|哪个大厅|哪|边度)'
const papers = '(?:申请材料|材料|资料|证件|东西|文件|单据|手续)'
const doing = '(?:办理|申请|申领|办|弄|搞|做|领取|领|开|报)'

/** Of each slot how people ask for it; the longest way first. Single words of English stand in \\b. */
const asked: Readonly<Record<Slot, string>> = {
  leave: `(?:产假|婚假|丧假|陪产假|陪护假|育儿假|护理假|病假|年假|哺乳假|事假|探亲假|假期)(?:期)?(?:${may}?(?:休|请|放|有|是))*(?:多少|几)(?:个)?(?:天|日|周|月)|(?:${may})?(?:休|请|放)(?:多少|几)(?:个)?(?:天|日|周|月)(?:的)?假?|\\b(?:maternity|paternity|parental|marriage|annual|sick|childcare) leave\\b`,
  period: `(?:多久|多长时间|隔多久|几个月)(?:发|给|领|打)(?:放)?(?:一次|一回)|(?:是)?(?:每个?月|按月|按年|按季度?|每年|一次性)(?:发|给|领)(?:放)?(?:还是(?:每个?月|按月|按年|每年|一次性)(?:发|给|领)?(?:放)?)|\\bhow often\\b`,
  amount: `(?:每个?月|每年|一个月|一年|每个?季度?|每人|每次|一次(?:性)?)?${may}?(?:(?:发放|发|给|领取|(?<![换补])领|拿|补|得|奖|报销|返还|返|退)(?:到手|到|回|给)?|(?<=津贴|补贴|补助|奖励|资助|金)(?:有|是)?)(?:多少|几(?!多))(?:块钱|块|钱|元|万元|万|百块|百|千)?(?!天|年|次|个|岁|人|份|张|工)|(?<!收费|计费|缴费|认定|发放)(?:发放)?(?:金额|标准|额度|数额)(?:是|有)?(?:多少|怎么算|怎么定|多高)`,
  paidIn: `(?:每个?月|每年|一个月|一年)?(?:${need})?(?:交|缴|扣|缴纳)(?:多少|几)(?:块钱|块|钱|元)?(?:的)?(?:个?人?所得税|契税|税|社保|医保|公积金|保费|养老保险|保险)|(?:缴费|缴存|缴纳)(?:比例|基数|金额|标准)`,
  apply: `(?:${need})(?:自己|本人|主动|另外)?(?:去)?申请(?=吗|么|嘛| |$)`,
  validity: `有(?:没有)?期限|有效期(?:限)?(?:是|有)?(?:多久|多长时间|多长|几年|多少年)?|(?:能用|可以用|管|有效)(?:多久|几年|多少年|多长时间)|多久(?:到期|过期|换一次)|\\bhow long is (?:it|the \\w+) valid\\b|\\bvalid(?:ity)?\\b|\\bexpires?\\b`,
  hours: `(?:${where})?(?:几点|什么时候|啥时候|何时)(?:钟)?(?:到几点)?(?:开门|关门|上班|下班|开放|营业|开始办公)|(?:上班|办公|开放|营业|开门|服务)(?:的)?时间(?:是)?(?:几点|什么时候|多少)?|(?:周末|周六日|周六|周日|星期六|星期天|礼拜天|礼拜六|双休日|中午|工作日)(?:也)?${may}?(?:开门|上班|开放|营业|办公)|\\bopening hours\\b|\\bwhen (?:is|are|does) .*open\\b|\\bopen on \\w+\\b`,
  result: `(?:办好|办完|办成|办下来|办结)(?:了|以后|之后|后)*(?:怎么|如何|怎样|去${where}|在${where}|到${where})(?:领取|领|取|拿)(?:到手|到)?|(?:办好|办完|办成|办下来|办结)(?:了|以后|之后|后)*(?:会)?(?:给|发|拿到|领到|领|得到|拿)(?:的是)?${what}(?:证件|证书|证|结果|文件)?|(?:结果|证件|证书|证照|证)(?:怎么|如何|怎样|在${where}|去${where}|到${where}|到)(?:领取|领|取|拿|送达|送到|给我|收到)|(?:办理)?结果(?:是)?什么(?:样)?|${may}(?:邮寄|快递|寄)(?:到家|到家里|给我|回家)?|(?:邮寄|快递)(?:到家)?|怎么(?:领证|取证|拿证)|\\bwhat (?:do|will) i (?:get|receive)\\b`,
  proxy: `${may}?(?:找|让|请|叫|由|委托|托)${anybody}(?:来|去)?(?:替我|帮我|帮忙|代|代为)?(?:代办|代领|办理|办|去|领)|${may}(?:由)?(?:代办|代领|代理|代为办理|委托)|(?:别人|他人)?(?:代办|代领|代为办理)|${anybody}${may}(?:替我|帮我|代我|替|帮|代)(?:去)?(?:办理|办|领|申请)?|(?:是不是)?(?:必须|一定要|一定得|非得|需要|要|得|用)(?:我)?(?:本人|自己|亲自)(?:亲自)?(?:到场|到现场|到窗口|去办|来办|办理|去|到|来|办|领)|(?:本人|自己)(?:不|没法|不能)(?:到场|去|来)(?:行|可以)?|\\b(?:somebody|someone) else (?:apply|do it|collect)\\b|\\bon (?:my|behalf of) .*behalf\\b|\\bin person\\b|\\bproxy\\b`,
  elsewhere: `(?:不是|非|没有)(?:本地|本省|本市|深圳|广东)(?:的)?(?:户口|户籍|人)?|(?<!从|到|去|往|转|迁|调|回)(?:外地|外省|省外|外市|异地)(?:的)?(?:户口|户籍|人|来的)?|(?:${origins})(?:省|市)?的?(?:户口(?![簿本页卡迁登注准])|户籍(?!迁)|人(?![才事社力民大]))|跨省(?:通办)?|跨市|跨城|全国通办|全省通办|通办(?:范围)?|异地(?:办理|办)?|(?:不用|不|要不要|必须|一定要)(?:回|跑回)(?:老家|户籍地|户口所在地|原籍|家乡)|(?:人)?(?:在|住)(?:外地|外省|外市|别的城市)|\\banother (?:city|province)\\b|\\bfrom elsewhere\\b`,
  visits: `(?:${need})?(?:跑|去|来)(?:几|多少)(?:趟|次|回)|(?:${need})(?:本人)?(?:到|去|跑)(?:一趟)?(?:现场|窗口|大厅|一趟)(?:去)?(?:办)?|(?:不用|不必)(?:跑|去)(?:现场|窗口|大厅)?|${need}(?:跑腿|到场)|(?:几|多少)趟|\\bhow many (?:visits|times)\\b|\\bdo i have to (?:come|go)\\b`,
  online: `${may}?(?:在|从|到)?(?:全程网上|网上|线上|手机上|在线|网络上|网站上|用手机|用微信|微信上|app上)(?:就)?${may}?(?:直接)?${doing}?|\\bonline\\b|\\bon (?:my|the) phone\\b`,
  documents: `(?:${need})?(?:准备|带|交|提交|提供|出示|拿|备齐|备)?${what}${papers}(?:去|过去)?|(?:${need})(?:准备|带|交|提交|提供|出示|拿)(?:点)?${what}|(?:带|交|准备)${what}|${papers}(?:清单|要求|有哪些|都有哪些|是什么|要哪些|要什么)|(?:${need})(?:提供|提交|准备|带|交|出示)(?!多少|几|钱|\\p{Script=Han}{0,3}(?:税|费|保险|社保|金|款))|(?:申请|所需|需要的?)${papers}|${papers}|\\b(?:what |which )?(?:documents?|papers?)\\b|\\bbring\\b`,
  phone: `(?:咨询|联系|服务|办公|客服)?(?:的)?(?:电话|热线)(?:号码)?(?:是)?(?:多少|几号|什么)?|(?:打|拨)(?:什么|哪个|啥|几号)?(?:电话)(?:问)?|(?:怎么|如何)联系|联系方式|找谁(?:咨询|问)|\\bphone(?: number)?\\b|\\bcall\\b`,
  authority: `(?:归|由|是|属于|去|找|到)?(?:哪个|哪家|什么|哪些|哪一个)(?:部门|单位|机构|局|政府)(?:管|主管|负责|办理|办|受理|批|发放|发)?|(?:归|由)谁(?:管|负责|办|审批)|谁(?:在)?(?:管|负责)|(?:主管|办理|实施|负责)(?:的)?(?:部门|机关|单位)(?:是)?(?:哪个|谁|什么)?|找谁(?:办|办理)?|\\bwh(?:ich|at) (?:authority|department|office)\\b(?: (?:issues?|grants?|gives?|handles?|deals with|is (?:responsible|in charge)))?|\\bwho (?:issues|grants|handles)\\b`,
  law: `(?:依据|根据|按照|凭|按)(?:的)?(?:是)?(?:什么|哪条|哪个|哪部|哪些)(?:法律|政策|法规|规定|文件|条例|法)?|(?:什么|哪条|哪部|哪个)(?:法律|法规|条例|法)(?:规定)?(?:的)?|(?:法律|政策|设定|办理|法规)?依据(?:是)?(?:什么)?|\\blegal basis\\b|\\bwhich law\\b`,
  conditions: `(?:${need})?(?:满足|符合|具备|达到)?(?:什么|哪些|啥|怎样的)(?:样的)?(?:申请|办理|受理)?(?:条件|要求|资格)(?:的)?(?:才|才能|才可以|可以|能)?(?:${doing})?|(?:什么|哪些|啥)(?:样的)?(?:人|企业|家庭|单位)(?:才)?(?:可以|能|才能|有资格)(?:${doing})?|(?:申请|办理|受理|领取)?(?:条件|资格(?!证|考试|认定|审))(?:是|有)?(?:什么|哪些)?|谁(?:都)?(?:可以|能|才能|有资格)(?:${doing})?|(?:有)?(?:没有|有没有)资格|\\bconditions?\\b|\\brequirements?\\b|\\bwho (?:may|can)(?: apply)?\\b|\\bam i eligible\\b|\\beligib\\w+\\b`,
  services: `(?:${need})?(?:办|办理)?(?:什么|哪些)(?:证件|证照|许可证|许可|证)|(?:${need})?(?:包括|包含|涉及|一共有|总共有)(?:哪些|什么|几|哪几)(?:个|项)?(?:事项|项目|服务|业务|内容|事情|事|窗口|手续)?|(?:${need})?(?:有|办)(?:哪些|什么|几|哪几)(?:个|项)?(?:事项|项目|服务|业务|内容|事情|窗口|手续)|(?:哪些|哪几)(?:个|项)?(?:事项|服务|业务)|\\bwhich services\\b|\\bwhat (?:is|does it) include\\b`,
  time: `(?:法定|承诺)(?:是)?(?:多少|几)(?:个工作日|天)|(?:办理|承诺|法定|受理|审批|办结)?(?:时限|期限|周期|时长)(?:是)?(?:多久|多长时间|几天|多少天|多少|多长)?|(?:${need})?(?:大概|一般|最快|最多|总共|通常)?(?:${need})?(?:等)?(?:(?<!提前|最晚|超过|逾期|隔|过了?)(?:多久|多长时间)|(?<![领休放住])(?:几天|几个工作日|多少天|多少个工作日|多少工作日|几日|多少日))(?:时间)?(?:内)?(?:可以|能|才能|就能|才)?(?:有结果|到账|办好|办完|办结|办下来|办得好|办成|出结果|出证|拿到手|拿到证|拿到|拿证|批下来|批完|批好|批|下来|领到|收到|好|出来|到手|审完|办理完|办理|办)?|(?:什么时候|啥时候|何时)(?:可以|能|才能|就能)?(?:办好|办完|办下来|拿到|下来|出结果|拿证|批下来|领到)|\\bhow (?:long|many days)(?: does it take)?\\b|\\btime limit\\b`,
  fee: `(?:${need})?(?:花|交|收|付|缴)?(?:多少|几)(?:块钱|块|钱|费用|费|元)|(?:${need})(?:花|交|收|付|缴|给)?(?:钱|费用|费)|(?:怎么|如何)?(?:收费|计费)(?:标准)?(?:是)?(?:多少|怎么样|怎样)?|(?:办理)?费用(?:是)?(?:多少|怎么算)?|(?:是不是|是否)?(?:不收费|免费|收费|要钱|收钱|花钱)(?:的|办)?|(?:登记|办证|工本|手续|服务|办理)费(?:用)?|(?:费用?)?由?(?:谁|哪方)(?:来)?(?:付|出|交|承担)|\\bhow much\\b|\\bfees?\\b|\\bcosts?\\b|\\bfree\\b|\\bcharge\\b|几多钱`,
  where: `(?:在|去|到|上|喺|往)?${where}(?:可以|能|能够|才能)?(?:去)?(?:${doing}|交)?|(?:办理|办事|受理)?(?:地点|地址|位置)(?:在)?(?:${where}|是什么)?|${where}${may}?办|怎么走|\\bwhere\\b|\\baddress\\b`,
  how: `(?:应该|要|该|得)?(?<!会|将)(?:怎么样|咋样)(?:才能|可以|能|去)?(?:${doing}|操作|走|补|处理|登记|开始)|(?<!会|将)(?:怎样|怎么(?!样)|如何|咋(?!样)|点样)(?:才能|可以|能|去)?(?:${doing}|操作|走|补(?![办领换发开])|处理|登记|开始)?|点(?:办|申请|搞)|(?:办理|申请|办事|操作|具体)?(?:流程|步骤|程序)(?:是|有)?(?:什么|怎样的|哪些|几步)?|\\bhow (?:do i|to|can i)\\b|\\bprocedure\\b|\\bsteps\\b`,
}

const patterns: readonly { slot: Slot; pattern: RegExp }[] = (Object.keys(asked) as Slot[]).map((slot) => ({ slot, pattern: new RegExp(asked[slot], 'gu') }))

/** Say nothing about what is asked, wherever they stand. */
const phrases = new RegExp(
  [
    '您好|你好|请问一下|请问|问一下|想问问|想问下|想问|咨询一下|咨询|了解一下|了解|麻烦|谢谢|帮忙|告诉我|跟我说|说一下|说说|一下子|一下|听说',
    '我们|我家|我想|我要|咱们|你们|他们|她们|自己|唔该|这件事情|这件事|那件事|这个事|这事儿|这事|那事|这个|那个|这种|那种|这项|那项|这样|那样|这些|那些|这边|这里|那里|上面说的|刚才说的|刚才',
    '那么|的话|的时候|时候|以后|之后|现在|目前|刚刚|已经|正在|准备|打算|想要|需要|应该|必须|一定要|一定|(?<=\\d ?)周?岁(?:以上|以下)?|可不可以|能不能|是不是|有没有|能否|是否|可以|能够|会不会',
    '办理|申请|办事|事情|业务|申办|总共|一共|大概|一般|通常|具体|到底|究竟|因为|所以|但是|如果|要是|不过|然后|并且|而且|或者|还是|以及|关于|对于|针对|没有|怎么办|怎么样|为什么|什么|怎么|如何|多少',
    '\\b(?:a|an|the|i|my|me|we|is|it|are|am|do|does|to|for|of|in|on|at|and|or|with|need|have|has|want|would|like|please|can|could|may|must|be|get|getting|apply|applying|application|what|which|when|there|this|that|you|your|take|about|much|if|by)\\b',
  ].join('|'), 'gu')

/** Letters that tie words together; taken away only from what no word of a text accounts for. */
const crumbs = /[我你您他她它咱的地得了着过吗呢啊呀吧嘛哦哈嘅啦咩呗么是有没不要想该会能可以就才也都还又再只先后和跟与及给把被在从到去来往向对为于那这其个些点下上里一办做弄搞领拿用行好嗰系喺]/gu

/** What of left-over words says something. */
export const tellingOf = (words: string): string => words.replaceAll(phrases, '').replaceAll(crumbs, '')

/** Asks for something: with no slot any of them, beside a slot those that cannot belong to it. */
const questionWord = /吗|呢|么|多少|多久|几|谁|什么|啥|哪|怎|如何|为何|咋|点样|是不是|能不能|会不会|有没有|可不可以|要不要|是否|能否|\b(?:what|which|who|why|how|when|where|can|do|does|is|are)\b/u
const otherQuestion = /谁|几|多少|哪|为什么|为啥|凭什么|什么时候|为何|\b(?:why|who)\b/gu

/** 必须, 要不要 … */
const whether = /必须|一定要|一定得|非得|要不要|用不用|需不需要|得不得|\b(?:do i (?:have|need) to|must i)\b/u

/** 怎么办 after something went wrong asks for no procedure. */
const trouble = /(?:忘|错|坏|晚了|过期|不了|不够|不足|不上|来不及|没批|没通过|不通过|被(?:退|拒|罚|驳)|以后还|之后还|还想)\p{Script=Han}{0,8}怎么办/u

const most = 3

/** 有什么补贴: the things themselves are asked for. */
const givenToThem = /(?:可以|能)?(?:享受|领取?|拿|申请)?(?:有|到)?(?:什么|哪些|啥)(?=(?:补贴|补助|津贴|福利|奖励|资助))/gu

/** Pieces that say something, as they stand. */
const piecesOf = (text: string): string[] =>
  text.replaceAll(phrases, ' ').split(' ').filter((piece) => tellingOf(piece) !== '')

/** Letters of a question that are read. One that is longer, also once its signs are written out, is not read at all: what is left out might turn it round. */
export const longestQuestion = 500

const readable = (question: string): string => {
  const text = normalise(question)
  return [...text].length > longestQuestion ? '' : text
}

/** Reads a question of any length; one that is too long asks nothing. @param places names of places beside those everybody knows */
export const readAsking = (question: string, places: PlacesSaid = {}): Reading => {
  const text = withDirections(readable(question), places)
  const found: { slot: Slot; at: number }[] = []
  let left = text.replaceAll(givenToThem, (match) => '|'.padEnd(match.length, '|'))
  let outright = false
  for (const { slot, pattern } of patterns) {
    left = left.replaceAll(pattern, (match: string, ...more: unknown[]) => {
      const at = more.find((each) => typeof each === 'number') ?? 0
      const meant = slot === 'fee' ? moneyAsked(text.slice(0, at), match, text) : slot
      if (meant === 'fee' && saysFee.test(text)) outright = true
      found.push({ slot: meant, at })
      return '|'.padEnd(match.length, '|')
    })
  }
  const inOrder = [...new Set(found.map(({ slot }) => slot))]
  // 怎么 and 哪里 are asked along with nearly everything; what is more particular counts.
  const particular = inOrder.length > 1 ? inOrder.filter((slot) => slot !== 'how' && !(slot === 'where' && inOrder.includes('hours'))) : inOrder
  const isTrouble = particular.includes('how') && trouble.test(text)
  const beyond = beyondOf(text, places)
  const asksFor = left.match(otherQuestion) ?? []
  return { text, slots: (isTrouble ? particular.filter((slot) => slot !== 'how') : particular).slice(0, most), rest: piecesOf(left.replaceAll('|', ' ')), asksMore: isTrouble || (inOrder.length === 0 ? questionWord.test(left) : asksFor.length > 0), asksFor, plainMoney: inOrder.includes('fee') && !outright, asksWhether: whether.test(text), ...(beyond === undefined ? {} : { beyond }) }
}
