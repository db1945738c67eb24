// What a draft holds, told without a plan: a matter may leave the packs while somebody is filling it in.
// Nothing typed is lost then; it can be read, taken along and thrown away, and goes on when the matter is back.
import { Type, type Static } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import { textsSchema, type Catalogue, type Concept } from '../catalogue/index.ts'
import type { Answer } from '../planning/index.ts'
import { valueSchema } from '../planning/plan-schema.ts'
import type { Application, Upload } from './application.ts'

const text = Type.String()

export const keptSchema = Type.Object(
  {
    id: text, matterName: textsSchema, offered: Type.Boolean({ description: 'Whether the matter is offered now.' }), updatedAt: text,
    answers: Type.Array(Type.Object({ concept: text, name: textsSchema, value: valueSchema, display: textsSchema }), { description: 'What was typed, in the order it was.' }),
    uploads: Type.Array(Type.Object({ id: text, name: text })),
  },
  { description: 'What was typed into a draft.' },
)

export const isOffered = (catalogue: Catalogue, { matter }: Pick<Application, 'matter'>): boolean => Object.hasOwn(catalogue.matters, matter)

/** @throws Refusal not_offered when the matter has left the packs */
export const mustBeOffered = (catalogue: Catalogue, application: Pick<Application, 'matter'>): void => {
  if (!isOffered(catalogue, application)) throw new Refusal('not_offered')
}

const unnamed: Texts = { 'zh-CN': '一件目前不办的事', en: 'A matter not offered at present' }

/** As the packs call it, else as it was called when the application was begun. */
export const nameOfMatter = (catalogue: Catalogue, { matter, matterName }: Pick<Application, 'matter' | 'matterName'>): Texts => catalogue.matters[matter]?.name ?? matterName ?? unnamed

const yesNo: Readonly<Record<'true' | 'false', Texts>> = { true: { 'zh-CN': '是', en: 'Yes' }, false: { 'zh-CN': '否', en: 'No' } }

export const displayOf = (catalogue: Catalogue, definition: Concept | undefined, value: Answer): Texts => {
  if (typeof value === 'boolean') return yesNo[`${value}`]
  if (definition?.type === 'money' && typeof value === 'number') return { 'zh-CN': `${(value / 100).toFixed(2)} 元`, en: `CNY ${(value / 100).toFixed(2)}` }
  if (definition?.type === 'region' && typeof value === 'string') return nameOr(catalogue.regions[value], value)
  return definition?.constraint.choices?.find((each) => each.value === value)?.name ?? { 'zh-CN': value === null ? '' : String(value) }
}

/** @param catalogue the definitions of today; what they no longer describe is told by its id */
export const toKept = (catalogue: Catalogue, application: Application, uploads: readonly Upload[]): Static<typeof keptSchema> => ({
  id: application.id, matterName: nameOfMatter(catalogue, application), offered: isOffered(catalogue, application), updatedAt: application.updatedAt,
  answers: Object.entries(application.answers).map(([concept, value]) => {
    const definition = catalogue.concepts[concept]
    return { concept, name: nameOr(definition, concept), value, display: displayOf(catalogue, definition, value) }
  }),
  uploads: uploads.map(({ id, name }) => ({ id, name })),
})
