// Names that turn a thing round (停发, 注销), whom a thing is for (退休人员), and kinds of a thing that exclude each other (租房, 购房).
// Pure; works on normalised text. Who asks how to receive an allowance does not ask how it is stopped, and papers for buying are none for renting.
import { normalise } from '../search/index.ts'
import type { Subject } from './passage.ts'

/** `named` in the name of a thing is meant only when the question says so in one of the ways of `said`. */
const turns: readonly { named: RegExp; said: RegExp }[] = [
  { named: /停发|终止|停止/u, said: /停|终止|不发|不再|去世|死|身故|过世|走了|不在了|病故|\b(?:stop|end|ending|terminat\w+|die[ds]?|death|dead)\b/u },
  { named: /注销|撤销|解散/u, said: /销|撤|关|不开|不干|不做|停业|歇业|倒闭|解散|散伙|清算|取消|退出|去世|死|身故|过世|走了|不在了|\b(?:cancel\w*|clos\w+|deregist\w+|dissol\w+|wind\w* up|end\w*|die[ds]?|death|dead)\b/u },
  { named: /变更/u, said: /变|改|换|更|搬|迁|加|减|转|调整|不一样|\b(?:chang\w+|updat\w+|mov\w+|renam\w+|new)\b/u },
  { named: /挂失/u, said: /挂失|丢|掉|失|不见|偷|找不到|\b(?:lost|loss|lose|stolen|missing)\b/u },
  { named: /移出/u, said: /移|除|列|名单|名录|修复|出来|去掉|解|黑|\b(?:remov\w*|list\w*|repair\w*)\b/u },
  { named: /进度|查询/u, said: /查|进度|到哪|好了没|在哪里?看|\b(?:check\w*|look\w* up|progress|status|find)\b/u },
  { named: /其他/u, said: /其他|其它|别的|\bother\b/u },
  { named: /减免/u, said: /减|免|便宜|优惠|少|困难|\b(?:reduc\w+|waive\w*|relief|free)\b/u },
]

/** Kinds of which a thing is at most one; the words of each as people say them. */
const kinds: readonly (readonly RegExp[])[] = [
  [/租房|租楼|租屋|租赁|房租|租金/u, /购房|买房|买楼|二手房|新房|购买/u, /退休/u, /装修|翻新/u, /离职|辞职/u, /继承/u],
  [/首次|第一次|初次|新办/u, /补领|补办|补换/u, /挂失/u, /注销/u, /延续|延期/u],
  [/个体户|个体工商户/u, /公司|企业/u],
  [/转入|迁入|转进/u, /转出|迁出|转走/u],
  [/个人游|团队游|旅游|自由行|跟团/u, /探亲/u, /商务|做生意|出差/u, /逗留|读书|上学|上班/u, /定居/u],
  [/买卖|购买|二手/u, /赠与|赠送|送给|白给/u],
]

/** Whom a thing is for, `named` in its name: it is meant only when the question says so in one of the ways of `said`. */
const audiences: readonly { named: RegExp; said: RegExp }[] = [
  { named: /退休/u, said: /退休|退了休|退下来|养老|老人|老了|提前退|\b(?:retir\w*|pension\w*)\b/u },
  { named: /残疾/u, said: /残|聋|哑|盲|瘫|轮椅|助听|假肢|智力|精神|自闭|孤独症|特殊教育|\b(?:disab\w*|wheelchair|deaf|blind)\b/u },
  { named: /学生/u, said: /学|孩子|娃|小孩|儿童|\b(?:student|pupil|school|child\w*)\b/u },
  { named: /优抚/u, said: /优抚|军|烈|退役|复员|\bveteran\w*\b/u },
  { named: /独生/u, said: /独生|光荣证|\bonly child\b/u },
]

const isOfCases = ({ type }: Subject): boolean => type === 'service' || type === 'matter' || type === 'importedService'

/** Words of the name of a thing that the question turns away from: named and not said, or of another kind than said. @param text normalised @param spoken the same with what its words are called officially */
export const opposedBy = (subject: Subject, text: string, spoken: string): string[] => {
  if (!isOfCases(subject)) return []
  const name = normalise(subject.name['zh-CN'])
  const turned = [...turns, ...audiences].flatMap(({ named, said }) => {
    const word = named.exec(name)?.[0]
    return word === undefined || said.test(text) || spoken.includes(word) ? [] : [word]
  })
  const other = kinds.flatMap((group) => {
    const wanted = group.filter((kind) => kind.test(text))
    const own = group.filter((kind) => kind.test(name))
    if (wanted.length === 0 || own.length === 0 || own.some((kind) => wanted.includes(kind)) || wanted.some((kind) => kind.test(subject.head))) return []
    return wanted.flatMap((kind) => kind.exec(text)?.[0] ?? [])
  })
  return [...turned, ...other]
}
