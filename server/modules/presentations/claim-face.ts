// How a claim of a credential is told to people: its name, and its value in words. Pure; the same on the server, in the wallet and on the
// page that checks without network.
import { textIn, type Language, type Texts } from '../../kernel/texts.ts'
import type { Catalogue } from '../catalogue/definitions.ts'

/** `options`: names of coded values, empty for others. `derived`: a yes or no that stands for a value. */
export type ClaimFace = { id: string; name: Texts; kind: 'text' | 'date' | 'yesNo'; always: boolean; derived: boolean; masked: boolean; options: { value: string; name: Texts }[] }

/** What is needed of a type of credential. */
type Told = { claims: readonly { id: string; name: Texts; from: readonly string[]; disclosed: 'always' | 'chosen'; masked: boolean }[]; derived: readonly { id: string; name: Texts }[] }

export const claimFaces = ({ claims, derived }: Told, { concepts, regions }: Pick<Catalogue, 'concepts' | 'regions'>): ClaimFace[] => [
  ...claims.map(({ id, name, from, disclosed, masked }): ClaimFace => {
    const concept = from.map((each) => concepts[each]).find((each) => each !== undefined)
    return {
      id, name, masked, always: disclosed === 'always', derived: false,
      kind: concept?.type === 'date' ? 'date' : concept?.type === 'boolean' ? 'yesNo' : 'text',
      options: concept?.type === 'region' ? Object.values(regions).map((region) => ({ value: region.code, name: region.name })) : (concept?.constraint.choices ?? []).map((choice) => ({ value: choice.value, name: choice.name })),
    }
  }),
  ...derived.map(({ id, name }): ClaimFace => ({ id, name, kind: 'yesNo', always: false, derived: true, masked: false, options: [] })),
  numberFace,
]

/** Every copy can show its number, whatever its type. */
export const numberFace: ClaimFace = { id: 'number', name: { 'zh-CN': '证照编号', en: 'Number' }, kind: 'text', always: false, derived: false, masked: false, options: [] }

const yesNo = { true: { 'zh-CN': '是', en: 'Yes' }, false: { 'zh-CN': '否', en: 'No' } } as const

/** A value in words; days as one writes them. Values of credentials of others are whatever they sent. */
export const claimText = (face: Pick<ClaimFace, 'kind' | 'options'> | undefined, value: unknown, language: Language): string => {
  if (typeof value === 'boolean') return textIn(yesNo[value ? 'true' : 'false'], language)
  if (typeof value !== 'string' && typeof value !== 'number') return value === null || value === undefined ? '' : JSON.stringify(value).slice(0, 500)
  const text = String(value)
  const option = face?.options.find((each) => each.value === text)
  if (option) return textIn(option.name, language)
  const day = face?.kind === 'date' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null
  return day && language !== 'en' ? `${day[1]}年${Number(day[2])}月${Number(day[3])}日` : text
}
