// Places outside in a question: whether what is asked is to be done there, or somebody or something only comes from there, goes there or is called after it.
// Pure; works on normalised text. Only what is to be done elsewhere is beyond the guides of this place.
import { provinceNames } from '../../kernel/provinces.ts'

/** Large cities outside the province, without 市; people name them without their province. */
const cities = '杭州 南京 苏州 成都 武汉 西安 长沙 郑州 青岛 济南 合肥 福州 厦门 宁波 无锡 大连 沈阳 哈尔滨 长春 昆明 贵阳 南宁 南昌 太原 石家庄 兰州 乌鲁木齐 呼和浩特 银川 西宁 拉萨 海口 三亚 温州 嘉兴'.split(' ')
const countries = '新加坡 美国 日本 英国 加拿大 澳洲 澳大利亚 国外'.split(' ')
/** Letters before and after which the same letters are two words: 当日本人到场, 材料办成都要什么, 出海口. */
const parted: Readonly<Record<string, readonly [before: string, after: string]>> = {
  日本: ['今明昨当次生同每末节假作息整半近首', ''], 国外: ['全中我本各', ''], 成都: ['办变做完养达换改弄搞', ''], 长春: ['延', '节'], 山东: ['中', ''], 江西: ['珠', ''], 海口: ['出入沿', ''], 合肥: ['', '料'], 大连: ['', '接续锁体'], 重庆: ['', '祝'],
}
const asWritten = (name: string): string => {
  const [before = '', after = ''] = parted[name] ?? []
  return `${before === '' ? '' : `(?<![${before}])`}${name}${after === '' ? '' : `(?![${after}])`}`
}
/** Where other law holds: nothing is simply moved from there to here. */
const abroad = ['台湾', '香港', '澳门', ...countries].map(asWritten)
const inland = [...provinceNames().filter((name) => !['广东', '台湾', '香港', '澳门'].includes(name)), ...cities].map(asWritten)

/** What stands for the place where it is asked. */
const here = '(?:本市|本地|本省|这边|这里|我们这)'
const suffix = '(?:省|市|自治区|特别行政区)?'
const cuisines = '菜|火锅|拉面|料理|烧烤|小吃|小面|米粉|面馆|风味'
const people = '户口(?![簿本页卡迁登注准])|户籍(?!迁)|人(?![才事社力民大])'
const callings = '律师|律所|医生|医师|牙医|会计师|学生|客户|公民|同胞|配偶|老婆|老公|媳妇|女婿|亲戚|父母'
const somebody = '(?:人|法人|股东|房东|业主|卖方|买方|父母|爸妈|孩子|儿子|女儿|老公|老婆|家人|亲戚)(?:都|还|现在|一直|常年|长期)?(?:住)?在'
/** What somebody does there is done there. */
const undone = '(?! ?(?:办|补|换|申请|申领|领|登记|注册|开|买|结|考|交|缴))'
const sent = '(?:向|卖到|卖去|出口到|出口|销往|寄到|寄往|寄去|发往|运到|运往|汇到|汇往|汇给)'

type Ways = { named: RegExp; harmless: readonly RegExp[]; arrivals: readonly RegExp[]; departures: RegExp; kitchens: RegExp; people: RegExp | undefined; staying: RegExp }

const made = new Map<string, Ways>()
const mostMade = 500

const waysFor = (outside: readonly string[], own: readonly string[]): Ways => {
  const key = `${outside.join(' ')}|${own.join(' ')}`
  const ready = made.get(key)
  if (ready) return ready
  const place = `(?:${[...outside, ...inland, ...abroad].join('|')})${suffix}`
  const near = `(?:${[...outside, ...inland].join('|')})${suffix}`
  const home = `(?:${[...own, here].join('|')})(?:省|市|区)?`
  /** Something that is moved here from a place; who says 湖南的公积金转入 may as well speak of what is done there. */
  const moving = `((?:(?!${place})[\\p{Script=Han} ]){0,12}?)(转学|转|迁|调)(?:移|接|续)?`
  const arrivals = (from: string): string[] => [
    `(?:从|由|自|在)?${from}(?:的|(?:交|缴|缴纳|参|买|存)(?:过|了)?的?)?${moving}(?:(?:到|至|回|来|往|进|入)?${home}(?:来)?|过来|进来|来)`, `(?:从|由|自)${from}${moving}(?:入|进)`,
  ]
  const ways: Ways = {
    named: new RegExp(place, 'u'),
    harmless: [
      // who or what comes from there, or is called after it
      `${place}(?:的)?(?:${people}|籍|居民|来|${callings})`, `${somebody}${place}${undone}`, `${place}(?:大学|学院|中学|银行|路|街|餐|特产|奶粉|${cuisines})`,
      // papers to go there with, and going there
      `${place}[^ |]{0,6}?(?:通行证|签注|签证)`,
      `(?:往来|来往|往返|前往|去|赴|到|过)${place}(?= |$|(?:需要|要|需|得)?(?:带|准备|办理?|有|用)?(?:什么|哪些|哪种|啥|签|通行)|旅|游|玩|探|读|留学|上学|上班|工作|打工|出差|定居|移民|看|做生意|参加|开会|就医|治|比赛|交流|演出|参展)`,
      `(?<!在)${place}(?=旅游|旅行|自由行|个人游|团队游|跟团|探亲|留学|定居)`,
      // what is sent there or brought from there
      `${sent}${place}`, `从${place}(?=进|买|带|运|寄|回|过来)`, ...arrivals(place),
      // papers from there that are to count here
      `${place}(?:的)?(?=[^ |]{0,4}(?:驾照|驾驶证|学历|学位|文凭|毕业证|资格证|证书|公证书|判决书|出生证|结婚证|离婚证|执照)[^ ]{0,8}(?:换|转|认证|认定|公证|翻译|承认|认可|互认|能用|可以用|有效|使用))`,
      // what happened there
      `在?${place}[^ |]{0,2}?(?:出生|毕业|留学|留过学|生孩子|(?:生|结|买|办|交|缴|参保|考|读|领|开|拿|取|做|打工|住|学|待|工作)(?:的|过|了))`,
    ].map((each) => new RegExp(each, 'gu')),
    arrivals: arrivals(near).map((each) => new RegExp(each, 'gu')),
    departures: new RegExp(`(转|迁|调)(?:移|出)?(?:到|去|回|往|至)${near}(?:去)?`, 'gu'),
    kitchens: new RegExp(`${place}(?=${cuisines})`, 'gu'),
    staying: new RegExp(`(?<![地外国本\\p{N}])人(?:都|还|现在|一直|常年|长期)?(?:住)?在${near}${undone}`, 'gu'),
    people: outside.length === 0 ? undefined : new RegExp(`(?:${outside.join('|')})(?:省|市)?(?:的)?(${people})`, 'gu'),
  }
  if (made.size >= mostMade) made.clear()
  made.set(key, ways)
  return ways
}

/** Names of places beside those everybody knows: `outside` not served here, `own` served. */
export type PlacesSaid = { outside?: readonly string[]; own?: readonly string[] }

const moved: Readonly<Record<string, string>> = { 转: '转入', 调: '转入', 迁: '迁入' }

/**
 * The text with what comes from a place outside or goes there called as the guides call it: 湖南的养老保险转到深圳 is 养老保险转入, 户口迁到湖南 is 户口迁出.
 * From where and to where within the country makes no other thing of it, nor what a kitchen is called after.
 */
export const withDirections = (text: string, { outside = [], own = [] }: PlacesSaid = {}): string => {
  const { named, arrivals, departures, kitchens, staying, people: from } = waysFor(outside, own)
  if (!named.test(text)) return text
  const told = arrivals.reduce((left, each) => left.replaceAll(each, (_match, thing: string, way: string) => `${thing}${moved[way] ?? way}`), text)
    .replaceAll(departures, (_match, way: string) => (way === '迁' ? '迁出' : '转出'))
    .replaceAll(kitchens, '')
    .replaceAll(staying, '人在外地')
  return from === undefined ? told : told.replaceAll(from, '外地$1')
}

/** Where a text names places outside in which what is asked is to be done. */
export const placesElsewhere = (text: string, { outside = [], own = [] }: PlacesSaid = {}): { from: number; to: number }[] => {
  const { named, harmless } = waysFor(outside, own)
  if (!named.test(text)) return []
  const blank = (match: string): string => ' '.repeat(match.length)
  // Names served here may lie across others: 南山西丽 holds 山西.
  const left = own.reduce((rest, name) => rest.replaceAll(name, blank), harmless.reduce((rest, each) => rest.replaceAll(each, blank), text))
  return [...left.matchAll(new RegExp(named, 'gu'))].map(({ 0: place, index }) => ({ from: index, to: index + place.length }))
}
