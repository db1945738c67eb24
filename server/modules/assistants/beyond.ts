// What no guide can say, told by how it is asked: one's own records, the future, opinions, advice about law, who somebody is, other places,
// and words meant for a machine. Pure; works on normalised text.
// Words that name a thing ask for nothing (统计专业技术资格, a transcript, 交通违法处理): English counts in whole words, and what stands in the name of the thing a question is about does not count.
import { placesElsewhere, type PlacesSaid } from './elsewhere.ts'

/** From where to where in a text. */
export type Stretch = { from: number; to: number }

export const beyonds = ['personal', 'future', 'opinion', 'advice', 'people', 'figures', 'elsewhere', 'command'] as const
export type Beyond = (typeof beyonds)[number]

const few = '\\p{Script=Han}{0,10}'
/** Who reports a wrong asks how that is done. */
const unreported = (wrong: string): string => `(?<!(?:举报|检举|揭发)[^ ]{0,8})(?:${wrong})(?![^ ]{0,8}(?:举报|检举|揭发))`

const ways: Readonly<Record<Exclude<Beyond, 'elsewhere'>, string>> = {
  command: '忽略(?:以上|上面|之前|前面|所有)|无视(?:以上|上面|之前|规则)|你现在是|假装你|扮演|角色扮演|系统提示(?![我错失异说未没不需要])|提示词|开发者模式|越狱|复述|重复(?:以上|上面|我的话)|写(?:一)?(?:首|篇)|写一段|写一?个(?:笑话|故事|程序|代码|脚本|剧本|段子|小说|文案)|翻译成(?:\\p{Script=Han}{1,3}[文语话])?(?: |$)|讲(?:个|一个)?笑话|你是(?:不是)?(?:谁|真人|机器人|人工|人工智能|ai)|\\bdrop table\\b|\\bselect from\\b|\\bscript (?:alert|src|document|window|eval)\\b|\\bignore (?:all|the|previous|above)\\b|\\bsystem prompt\\b|\\bdisregard\\b|\\bpretend\\b|\\bjailbreak\\w*|\\brole ?play\\w*',
  personal: `(?:我|我家|我们|我爸|我妈|他|她)(?:的)?(?:那个|这个)?${few}(?:进度|到哪(?:一)?步|到哪了|办到哪|批(?:下来)?了(?:没|吗)|批了没|审核(?:通过|完)了|审核到|到账了?(?:没|吗)|余额|缴了多少|交了多少|还剩多少|还有多少|存了多少|欠了?多少|查到了)|(?:(?<![检审抽调普偷])查|帮我查|查一下|查询)(?:一下|下)?(?:我|我的|他的|她的|老公|老婆|邻居|同事|前夫|前妻)|查(?:一下|一查|询|查|下)?\\p{Script=Han}{1,6}的(?:身份证|电话|手机|住址|地址|房产|房子|户口|户籍|婚姻|社保|征信|工资|存款|病历)|(?:我|我的)(?:密码|验证码|账号密码|编号)(?:是多少|忘)|我(?:上周|昨天|前天|上个月|已经)(?:交|提交|申请)的|我(?:能|可以|大概)(?:领|拿|报销|补|退)(?:到)?多少|\\bcheck my\\b|(?<!\\bin )\\bmy (?:status|balance|case)\\b|\\bstatus of my\\b`,
  future: '(?<![证声说注])明年|(?<![以之年休毕业])后年|以后会|将来|未来(?!得及)|会不会(?:涨|取消|变|改|降|延|提高|放开|收紧)|预计|预测|下个月(?:会|还)|什么时候(?:恢复|取消|开始实施|改革|涨|降|实行)|还会(?:变|涨|改|有)|(?:会|要)(?:涨|降)价|涨多少|政策会|\\bnext year\\b',
  opinion: '你(?:觉得|认为|看)|您(?:觉得|认为|看)|好不好(?:用|看|办)|值不值|值得|划算|推荐(?![信表函书人材资单评])|哪家(?:好|强|最|便宜)|哪个(?:好|更好|划算|医院好|银行好|学校好)|更好|最好的|靠谱|该不该|要不要结婚|合理吗|合不合理|满意|态度|为什么(?:要|不|这么|非)|凭啥|凭什么(?:要|不)|\\brecommend(?:s|ed)?\\b|\\bwhich is better\\b|\\bis it worth\\b',
  advice: `起诉|打官司|(?:能|可以|怎么)(?:告|投诉)(?:他|她|它|单位|公司|他们|你们|政府|老板|局)|上诉|胜诉|判(?:几年|多久|刑|多少)|赔(?:偿)?(?:我)?多少|(?:算|是|属于|构成|涉嫌|(?<![社协员])会|不)(?:不算|不是|不会)?(?:违法|犯法|犯罪)|(?:违法|犯法|犯罪)(?:了)?(?:吗|么|嘛|呢|不(?!良))|[违犯][不唔][违犯]法|(?:公司|单位|老板|房东|邻居|物业|中介|他们?|她们?)[^ ]{0,6}(?<!无)违法(?!违规|记录|信息|失信|证明)|(?:会|要|用|得)[^ ]{0,4}坐牢|坐牢(?:吗|多久|几年)|${unreported('规避|逃税|避税|少交税|伪造|造假|(?<![请病产休事婚丧年寒暑放节护育])假(?:材料|证|结婚|离婚|合同|章|学历|证明)')}|走后门|找关系|托关系|插队|送礼|红包|加急费|黄牛|离婚(?:怎么分|财产)|怎么分(?:财产|房)|遗产怎么分|律师(?:费|多少)|\\bsu(?:e|es|ed|ing)\\b|(?<!\\breport(?:ing)? (?:\\w+ )?)\\billegal\\b`,
  people: '(?:局长|科长|处长|主任|书记|负责人|领导|工作人员|经办人|市长|区长|省长|所长|窗口人员|法官|医生)(?:是谁|叫什么|姓什么|的名字|名字|的手机|手机|的私人|住哪|多大|的微信|微信)|谁(?:审批|批|审核|经办|签字|盖章)的?(?!部门)|叫什么名字|是谁(?!办|管|负责)|姓什么|\\bwho is the\\b(?! (?:competent|responsible)\\b)',
  figures: '多少(?:人|家|件|个人|对|户)(?:办|申请|排队|领|在|结|落|注册|登记|都)|(?:排|等)(?:多久|多长时间|几个小时)?(?:的)?队|排队|现在(?:人多|有多少人)|人多(?:吗|不多)|几个窗口开|通过率|成功率|概率|平均(?!工资|收入|缴费)|排名|统计(?:一下|数据|数字|结果|出来)|有统计|的统计(?= |$)|名额|指标还|还有(?:名额|号(?!码|牌))|有号(?!码|牌)|\\bhow many people\\b|\\bqueues?\\b',
}

const inOrder = (Object.keys(ways) as Exclude<Beyond, 'elsewhere'>[]).map((kind) => ({ kind, pattern: new RegExp(ways[kind], 'gu') }))

/** Every way it is asked, also those that overlap. */
const asked = (pattern: RegExp, text: string): Stretch[] => {
  const found: Stretch[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ from: match.index, to: match.index + match[0].length })
    pattern.lastIndex = match.index + 1
  }
  return found
}

/**
 * What of a question no guide can say; undefined where it asks for nothing of the kind.
 * @param text normalised @param names where it calls the thing it is about by its name
 */
export const beyondOf = (text: string, places: PlacesSaid = {}, names: readonly Stretch[] = []): Beyond | undefined => {
  // A name says more than what asks: 统计数据查询 is called so, 统计数据 alone asks for figures.
  const isOpen = ({ from, to }: Stretch) => !names.some((name) => name.from <= from && to <= name.to && name.to - name.from > to - from)
  return inOrder.find(({ pattern }) => asked(pattern, text).some(isOpen))?.kind ?? (placesElsewhere(text, places).some(isOpen) ? 'elsewhere' : undefined)
}
