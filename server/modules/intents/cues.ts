// Words that say what somebody wants, whatever it is about, gathered by meaning: what was learnt for one of them holds for all. Pure.
// Written without traditional characters and misspellings; the sounds of the text take care of those.

const cues = {
  price: '多少钱|几多钱|几钱|收费|费用|要钱|交钱|免费|使唔使钱|贵|税率|cost|fee|price|how much|charge|is it free',
  duration: '多久|几天|几日|几耐|多长时间|时限|期限|有效期|几年|几个月|how long|how many (?:days|months|years)|valid',
  documents: '(?:什么|哪些|啥|咩|所需|带什么)(?:材料|资料|证件|手续|文件|证|牌)|材料清单|要带|checklist|document|papers|bring',
  conditions: '条件|资格|符合|要求|限制|规定|政策|标准|比例|额度|(?<!经营)范围|税率|利率|起征点|起付线|年龄|天数|周期|目录|时效|分值|办法|方式|规则|须知|上限|下限|谁可以|什么人|边个可以|eligib|require|qualif|polic|rule|limit|minimum|rate|penalt',
  whether: '吗|么[?？]?$|能不能|可不可以|可唔可以|是不是|系咪|行不行|得唔得|会不会|要不要|使唔使|需不需要|有没有|有冇|算不算|是否|咩$|^(?:is|are|am|do|does|can|could|may|must|should|will) ',
  meaning: '什么是|是什么|什么意思|什么叫|乜嘢系|区别|不同|有什么用|好处|影响|后果|会怎样|会怎么样|啥意思|哪个好|划算|归谁|谁来|谁出|谁发|怎么赔|认不认|还是|会点|点算|how is|what is|what are|difference|mean',
  which: '哪些|哪几|哪类|哪种|何种|何时|有何|谁|什么(?!时候|情况都)|怎样的|怎么样的|多少|which|whom',
  mark: '[?？] *$',
  amount: '多少|几多|几(?:岁|年|级|吨|成|只|分|次|倍|耐|平)|多大|多高|怎么算|如何计算|计算|怎么计|点计|how many|how old|calculat',
  reason: '为什么|为啥|点解|凭什么|why',
  when: '什么时候|啥时候|几时|何时|几月|哪天|when',
  place: '哪里|哪儿|在哪|去哪|到哪里办|边度|喺边|边间|地址|地点|位置|怎么走|点去|附近|最近的|就近|网点|几楼|哪个窗口|几号窗|自助机|where|near|address|location|directions|which (?:counter|floor|office)',
  hours: '几点|上班|下班|开门|收工|周末|周六|周日|礼拜|节假日|午休|open|hours|close',
  booking: '预约|约(?:个|一|明|下|周|听)|改约|取号|攞筹|排队|挂号|appointment|book|schedul|reserve|queue|slot',
  state: '进度|状态|好了(?:吗|没)|好未|了没|搞掂未|批了|批咗|批下来|下来了|到账|通过了|审核中|到哪(?:了|一步)|结果(?:出|查)|寄出|寄咗|寄到|轮到|排到|查件|查办件|催|没消息|没动静|退回|得未|status|track|ready|approved|pending|progress|any (?:news|update)|has my|is my',
  filed: '我(?:的|嘅)?(?:申请|办件|件|单)|我(?:交|提交|申请|递交)|上周|上个月|提交了|交了|已经交|昨天|前几天|submitted|my application|my case',
  blame: '投诉|举报|检举|不满|差评|态度|太差|恶劣|骂|凶|刁难|推脱|推来推去|踢皮球|敷衍|不作为|失职|欺负|歧视|红包|好处费|乱收|多收|不给|不让|不退|不发|不管|不理|冇人理|没人管|没人理|没人修|老是|总是|一直|太(?:慢|坑|贵|高|烂|官僚|让人失望)|没人(?:告诉|接)|冇人(?:跟|修|听)|唔(?:理|退|出粮|帮|瞅)|拖粮|不(?:赔|认|公平|公开|干净|满意|友好|合理|买社保|交社保|开发票|接电话)|维权|讨薪|说法|公道|曝光|奇葩|为难|吃拿卡要|懒政|推嚟推去|黑口黑面|打回头|驳回|闪退|报错|崩溃|没法用|打不开|提交不了|complain|rude|refus|ignored|shout|unfair|bribe|terrible|bad service|not satisfied|nobody|crash|fails|keeps |without reason|appeal',
  wrong: '扰民|噪音|噪声|嘈|太吵|半夜|凌晨|臭|脏|污水|污染|油烟|冒烟|黑烟|垃圾|堵|漏水|积水|坏了|断了|倒了|掉了|破了|塌|坑|危险|隐患|违建|违章建|违停|乱停|乱扔|乱倒|占用|占道|霸占|偷|骗|呃|假货|造假|冒名|冒用|过期食品|变质|蟑螂|老鼠|黑心|黑中介|非法|违法|违规|无证|无牌|拖欠|欠薪|克扣|强制|强迫|跑路|烂尾|贪|赌|毒|传销|虐待|家暴|体罚|打人|裂|裂缝|缺口|电线|井盖|窨井|路灯|抛物|绊|油味|甲醛|地沟油|有虫|头发|缺斤|短斤|变质|甩客|拒载|绕路|炸街|超载|催收|扣费|乱(?:加|扣|涨|驳|写|占|倒)|被(?:开除|占|挖|锁|偷|骗|砍|毁|冒用|卖)|侵占|私吞|误诊|失败|扣押|开除|童工|逼|偷拍|偷排|水浸|淹|noise|nois|dirty|smell|broken|pothole|garbage|trash|illegal|fake|scam|fraud|unpaid|overcharg|pollut|stole|leak|cockroach|expired (?:food|milk)|abuse|barks|violence|bully|attack|blocked|missing|overflow|sewage|withhold|kept my|won.t return|stray|flood|dump|crack',
  suggestion: '建议|意见|希望(?:增|加|修|改|能)|反映|feedback|suggestion',
  person: '人工|客服|真人|活人|专员|电话|热线|号码|联系|联络|揾人|揾个|打给|回电|打俾|通话|转接|网格员|帮办|agent|human|hotline|phone|contact|customer (?:service|support)|speak|talk to|call me|who (?:can|do) i (?:call|contact)',
  how: '怎么(?:办|申|领|提|补|换|转|开|改|交|续|弄|报|登|注|查)|如何|怎样|点样|咋(?:办|弄)|how (?:do|to|can)',
  want: '我要|我想|想办|要办|帮我|帮个|申请|办理|申领|补办|换领|登记|备案|变更|注销|apply|i want|i need|register|renew|replace|transfer',
  event: '去世|过世|走了|走咗|过咗身|没了|病逝|生了|出生|出世|怀孕|丢了|不见|唔见|弄丢|遗失|到期|过期|搬家|搬到|毕业|失业|裁员|辞职|离职|退休|结婚|离婚|买了|卖了|受伤|残疾|passed away|died|lost my|moved|born|laid off|expired|expir',
} as const

const patterns = Object.entries(cues).map(([name, words]) => ({ name, pattern: new RegExp(words, 'u') }))

/** Which meanings a text has, in lower case, and which two together. */
export const cuesOf = (text: string): string[] => {
  const found = patterns.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name)
  return [found.length === 0 ? '=nothing' : '', ...found.map((name) => `=${name}`), ...found.flatMap((name, at) => found.slice(at + 1).map((other) => `=${name} ${other}`))].filter((cue) => cue !== '')
}
