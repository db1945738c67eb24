// Whole lives of requests through the product's own functions, a transaction for each step: taken in (read, located, compared with its like,
// sent to its unit), signed for, answered, released, graded.
import type { Principal } from '../../server/kernel/authz.ts'
import type { App } from '../../server/module.ts'
import { categories } from '../../server/modules/duties/index.ts'
import { admit } from '../../server/modules/people/index.ts'
import { draftAnswer, rateRequest, receiveRequest, releaseAnswer, signRequest, stepRequest, type Receipt } from '../../server/modules/requests/index.ts'

const places = ['南山区桃园路', '福田区莲花街道', '罗湖区东门街道', '宝安区西乡街道', '龙岗区布吉街道', '南山区粤海街道', '福田区华强北街道', '龙华区民治街道', '光明区公明街道', '盐田区沙头角街道']
const openings = ['今天早上路过发现', '住在附近的人都知道', '已经好几天了', '上周打过电话', '晚上特别明显', '我家楼下', '孩子上学路上', '小区门口']
const endings = ['请问什么时候能解决？', '希望尽快派人来看看。', '麻烦查一下归谁管。', '请给个说法。', '能不能处理一下？']

export type Reported = { text: string; address: string; category: string }

/** What the examples of every class say, put together with places and turns of phrase; the same `nth` gives the same text. */
export const reportsOf = (app: App): ((nth: number) => Reported) => {
  const leaves = categories(app).flatMap((top) => top.groups.flatMap((group) => group.leaves)).filter(({ deadline, examples }) => deadline !== 'life' && examples.length > 0)
  const pick = <Each>(list: readonly Each[], at: number): Each => {
    const found = list[at % list.length]
    if (found === undefined) throw new Error('an empty list')
    return found
  }
  return (nth) => {
    const leaf = pick(leaves, nth * 7919)
    const address = `${pick(places, nth * 31)}${1 + ((nth * 131) % 400)}号`
    return { address, category: leaf.id, text: `${pick(openings, nth * 17)}，${address}${pick(leaf.examples, nth)}。编号${(nth * 48_271) % 99_991}的牌子旁边。${pick(endings, nth * 13)}` }
  }
}

/** The same said by somebody else: another beginning and end, without the number of the sign beside it. */
export const reworded = ({ text }: Reported): string => `我也想反映一下，${text.slice(text.indexOf('，') + 1, text.indexOf('。编号'))}，很多人都看到了。`

const answerOf = ({ text, address }: Reported) => ({ text: `${address}反映的情况已经派人到现场处理好：${text.slice(0, 30)}，今天上午完成，请您看看。`, outcome: 'solved' as const, promisedOn: null })

export type Crew = { reporter: Principal; officialOf: (unit: { line: string; region: string }) => Principal }

/** One person who reports; officials are those of whatever unit a request goes to. */
export const crewOf = async (app: App): Promise<Crew> => {
  const staff = new Map<string, Principal>()
  const admitted = await app.db.transaction((tx) => admit(tx, { kind: 'staff', issuer: 'bench', subject: 'official', name: '经办人', unit: '压测', postings: [] }, app.clock))
  const id = 'staffId' in admitted ? admitted.staffId : ''
  return {
    reporter: { kind: 'anonymous' },
    officialOf: ({ line, region }) => {
      const key = `${line} ${region}`
      const known = staff.get(key) ?? { kind: 'staff' as const, id, name: '经办人', postings: [{ role: 'head' as const, region, line }, { role: 'clerk' as const, region, line }] }
      staff.set(key, known)
      return known
    },
  }
}

export const report = (app: App, { reporter }: Crew, one: Reported, key: string): Promise<Receipt> =>
  receiveRequest(app, { key, kind: 'report', channel: 'batch', text: one.text, category: one.category, place: { address: one.address }, anonymous: true }, { principal: reporter, requestId: null })

/** The rest of its life; what went to a person at the centre stays there. */
export const finish = async (app: App, crew: Crew, one: Reported, receipt: Receipt): Promise<boolean> => {
  if (!receipt.unit) return false
  const call = { principal: crew.officialOf(receipt.unit), requestId: 'bench' }
  await stepRequest(app, call, receipt.id, 'sign', null, signRequest)
  await stepRequest(app, call, receipt.id, 'draft', null, (scene, request) => draftAnswer(scene, request, answerOf(one)))
  await stepRequest(app, call, receipt.id, 'release', null, releaseAnswer)
  const agent = { principal: { kind: 'staff' as const, id: call.principal.kind === 'staff' ? call.principal.id : '', name: '话务员', postings: [{ role: 'agent' as const, region: '440300', line: 'government-services' }] }, requestId: 'bench' }
  await stepRequest(app, agent, receipt.id, 'rate', null, (scene, request) => rateRequest(scene, request, { grade: 'satisfied', solved: true, words: '' }))
  return true
}
