// What no guide can say, told by how it is asked: one's own records, the future, opinions, advice about law, who somebody is, other places,
// and words meant for a machine. Pure; works on normalised text.
import { provinceNames } from '../../kernel/provinces.ts'

export const beyonds = ['personal', 'future', 'opinion', 'advice', 'people', 'figures', 'elsewhere', 'command'] as const
export type Beyond = (typeof beyonds)[number]

/** Large cities outside the province, without 市; people name them without their province. */
const cities = '杭州 南京 苏州 成都 武汉 西安 长沙 郑州 青岛 济南 合肥 福州 厦门 宁波 无锡 大连 沈阳 哈尔滨 长春 昆明 贵阳 南宁 南昌 太原 石家庄 兰州 乌鲁木齐 呼和浩特 银川 西宁 拉萨 海口 三亚 温州 嘉兴'.split(' ')
const places = [...provinceNames().filter((name) => name !== '广东'), ...cities, '新加坡', '美国', '日本', '英国', '加拿大', '澳洲', '澳大利亚', '国外'].join('|')

const ways: Readonly<Record<Beyond, string>> = {
  command: '忽略(?:以上|上面|之前|前面|所有)|无视(?:以上|上面|之前|规则)|你现在是|假装你|扮演|角色扮演|系统提示|提示词|开发者模式|越狱|复述|重复(?:以上|上面|我的话)|写(?:一)?(?:首|篇|段|个)|翻译成|讲(?:个|一个)?笑话|你是(?:不是)?(?:谁|真人|机器人|人工|人工智能|ai)|drop table|select \\* from|script|ignore (?:all|the|previous|above)|system prompt|disregard|pretend|jailbreak|role ?play',
  personal: '(?:我|我家|我们|我爸|我妈|他|她)(?:的)?(?:那个|这个)?\\p{Script=Han}{0,10}(?:进度|到哪(?:一)?步|到哪了|办到哪|批(?:下来)?了(?:没|吗)|批了没|审核(?:通过|完)了|审核到|到账了?(?:没|吗)|余额|缴了多少|交了多少|还剩多少|还有多少|存了多少|欠了?多少|查到了)|(?:查|帮我查|查一下|查询)(?:一下|下)?(?:我|我的|他的|她的|老公|老婆|邻居|同事|前夫|前妻)|查(?:一下|一查|询|查|下)?\\p{Script=Han}{1,6}的(?:身份证|电话|手机|住址|地址|房产|房子|户口|户籍|婚姻|社保|征信|工资|存款|病历)|(?:我|我的)(?:密码|验证码|账号密码|编号)(?:是多少|忘)|我(?:上周|昨天|前天|上个月|已经)(?:交|提交|申请)的|我(?:能|可以|大概)(?:领|拿|报销|补|退)(?:到)?多少|check my|my (?:status|balance|case)|status of my',
  future: '明年|后年|以后会|将来|未来|会不会(?:涨|取消|变|改|降|延|提高|放开|收紧)|预计|预测|下个月(?:会|还)|什么时候(?:恢复|取消|开始实施|改革|涨|降|实行)|还会(?:变|涨|改|有)|(?:会|要)(?:涨|降)价|涨多少|政策会|next year',
  opinion: '你(?:觉得|认为|看)|您(?:觉得|认为|看)|好不好(?:用|看|办)|值不值|值得|划算|推荐|哪家(?:好|强|最|便宜)|哪个(?:好|更好|划算|医院好|银行好|学校好)|更好|最好的|靠谱|该不该|要不要结婚|合理吗|合不合理|满意|态度|为什么(?:要|不|这么|非)|凭啥|凭什么(?:要|不)|recommend|which is better|is it worth',
  advice: '起诉|打官司|(?:能|可以|怎么)(?:告|投诉)(?:他|她|它|单位|公司|他们|你们|政府|老板|局)|上诉|胜诉|判(?:几年|多久|刑|多少)|赔(?:偿)?(?:我)?多少|违法(?!失信)|犯法|犯罪|坐牢|规避|逃税|避税|少交税|假(?:材料|证|结婚|离婚|合同|章|学历|证明)|伪造|造假|走后门|找关系|托关系|插队|送礼|红包|加急费|黄牛|离婚(?:怎么分|财产)|怎么分(?:财产|房)|遗产怎么分|律师(?:费|多少)|sue|illegal',
  people: '(?:局长|科长|处长|主任|书记|负责人|领导|工作人员|经办人|市长|区长|省长|所长|窗口人员|法官|医生)(?:是谁|叫什么|姓什么|的名字|名字|的手机|手机|的私人|住哪|多大|的微信|微信)|谁(?:审批|批|审核|经办|签字|盖章)的?(?!部门)|叫什么名字|是谁(?!办|管|负责)|姓什么|who is the',
  figures: '多少(?:人|家|件|个人|对|户)(?:办|申请|排队|领|在|结|落|注册|登记|都)|(?:排|等)(?:多久|多长时间|几个小时)?(?:的)?队|排队|现在(?:人多|有多少人)|人多(?:吗|不多)|几个窗口开|通过率|成功率|概率|平均|排名|统计|名额|指标还|还有(?:名额|号)|有号|how many people|queue',
  elsewhere: `(?:在|去|到|回|从)?(?:${places})(?:省|市|自治区)?(?!户口|户籍|人|籍|居民|的户口|的户籍|来)`,
}

const inOrder = (Object.keys(ways) as Beyond[]).map((kind) => ({ kind, pattern: new RegExp(ways[kind], 'u') }))

export const beyondOf = (text: string): Beyond | undefined => inOrder.find(({ pattern }) => pattern.test(text))?.kind
