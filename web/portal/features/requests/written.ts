// What somebody is reporting, as typed so far, kept on this device: it survives a login, a reload and a lost connection.
// Pure but for the storage it is given; photos and voice are kept beside it (kept-files.ts).
import { requestLimits } from '../../../../server/modules/requests/request-record.ts'
import type { RequestKind } from '../../../../server/modules/requests/request.ts'
import type { MapPoint } from '../../../shared/map/place.ts'

/** In the order they are offered: what people come for most often first. */
export const kinds = ['complain', 'report', 'help', 'suggest', 'consult', 'praise'] as const satisfies readonly RequestKind[]

export interface Written {
  /** Chosen once, so that sending twice is one request. */
  key: string
  /** What the person chose; undefined as long as the page may guess. */
  kind: RequestKind | undefined
  text: string
  address: string
  /** undefined: no pin. */
  at: MapPoint | undefined
  phone: string
  anonymous: boolean
  /** The unit complained of may see who reports. */
  openName: boolean
  /** Everybody may read it, without personal data, once it is solved. */
  mayPublish: boolean
}

export const longestText = requestLimits.text
export const shortestText = 5
export const longestAddress = 200

export const freshlyWritten = (key: string, text = ''): Written => ({ key, kind: undefined, text, address: '', at: undefined, phone: '', anonymous: false, openName: false, mayPublish: false })

/** Whether there is anything that would be a pity to lose. */
export const isBegun = ({ text, address }: Written): boolean => text.trim() !== '' || address.trim() !== ''

const storageKey = 'tongban.request'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const pointOf = (value: unknown): MapPoint | undefined =>
  isRecord(value) && typeof value['lat'] === 'number' && typeof value['lng'] === 'number' ? { lat: value['lat'], lng: value['lng'] } : undefined

/** What was kept; undefined when there is nothing, or it cannot be read. */
export function readWritten(storage: Pick<Storage, 'getItem'>): Written | undefined {
  try {
    const value: unknown = JSON.parse(storage.getItem(storageKey) ?? 'null')
    if (!isRecord(value) || !/^[0-9a-f-]{36}$/.test(textOf(value['key']))) return undefined
    return {
      key: textOf(value['key']), kind: kinds.find((kind) => kind === value['kind']), text: textOf(value['text']), address: textOf(value['address']), at: pointOf(value['at']),
      phone: textOf(value['phone']), anonymous: value['anonymous'] === true, openName: value['openName'] === true, mayPublish: value['mayPublish'] === true,
    }
  } catch {
    return undefined
  }
}

export function keepWritten(storage: Pick<Storage, 'setItem' | 'removeItem'>, written: Written | undefined): void {
  try {
    if (written) storage.setItem(storageKey, JSON.stringify(written))
    else storage.removeItem(storageKey)
  } catch {
    // A full or closed storage: the page keeps it as long as it is open.
  }
}

/** Words that tell what somebody wants, the most telling first. */
const telling: readonly (readonly [RequestKind, RegExp])[] = [
  ['report', /举报|检举|违法|违规|无证|偷排|贿|黑车|黑作坊|假冒|诈骗/u],
  ['praise', /表扬|点赞|感谢|谢谢|锦旗|热心|好样/u],
  ['suggest', /建议|能不能增设|希望(能|可以)?(增加|增设|开通|改进|优化|延长)|可以考虑/u],
  ['help', /求助|救助|帮帮我|生活困难|走投无路|联系不上(家人|父母|孩子)|独居|行动不便/u],
  // Whoever asks when it will be mended does not only want to know.
  ['complain', /投诉|坏了|没人(管|修|理)|不亮|漏水|积水|塌|破损|堵(了|塞|住)|停[水电气]|吵|噪[音声]|扰民|恶臭|臭味|垃圾|占道|乱停|乱收费|态度(恶劣|差|不好)|推诿|踢皮球/u],
  ['consult', /请问|咨询|想问|怎么(办|弄|申请|走)|如何|需要什么(材料|手续)|多久能|在哪里办/u],
]

/** What somebody seems to want; `complain` where the words leave it open: something should be put right. */
export const guessKind = (text: string): RequestKind => telling.find(([, words]) => words.test(text))?.[0] ?? 'complain'

export type Step = 'what' | 'where' | 'who' | 'check'
export const steps = ['what', 'where', 'who', 'check'] as const satisfies readonly Step[]

export type ProblemCode = 'textShort' | 'textLong' | 'addressLong' | 'phoneWrong' | 'contactMissing'
export interface Problem {
  step: Step
  field: string
  code: ProblemCode
}

const phone = /^[0-9+][0-9+ -]{4,19}$/

/** What is wrong, in the order of the steps. @param loggedIn somebody we know how to reach */
export function problemsOf(written: Written, loggedIn: boolean): Problem[] {
  const letters = [...written.text.trim()].length
  const given = !written.anonymous
  return [
    ...(letters < shortestText ? [{ step: 'what', field: 'text', code: 'textShort' } as const] : []),
    ...(letters > longestText ? [{ step: 'what', field: 'text', code: 'textLong' } as const] : []),
    ...([...written.address].length > longestAddress ? [{ step: 'where', field: 'address', code: 'addressLong' } as const] : []),
    ...(given && written.phone.trim() !== '' && !phone.test(written.phone.trim()) ? [{ step: 'who', field: 'phone', code: 'phoneWrong' } as const] : []),
    ...(given && !loggedIn && written.phone.trim() === '' ? [{ step: 'who', field: 'phone', code: 'contactMissing' } as const] : []),
  ]
}

/** The first step that is not in order; `check` when all are. */
export const firstOpen = (problems: readonly Problem[]): Step => problems[0]?.step ?? 'check'
