// The groups of a matter (heirs, children, shareholders) as the form needs them.
import type { Catalogue, GroupSize } from '../../../../server/modules/catalogue/definitions.ts'
import type { Texts } from '../../../../server/kernel/texts.ts'
import type { Draft } from './queries.ts'

export const groupsOf = ({ matters }: Catalogue, matter: string): Record<string, { name: Texts; many?: GroupSize }> =>
  Object.fromEntries((matters[matter]?.subjects ?? []).flatMap(({ id, name, many, repeats }) => (many || repeats ? [[id, { name, ...(many ? { many } : {}) }]] : [])))

/** Whether this one, or one after it who would take its place, has documents of their own uploaded. */
export const hasFiles = ({ uploads }: Pick<Draft, 'uploads'>, { evidence }: Catalogue, group: string, number: number): boolean =>
  uploads.some((file) => {
    const instance = evidence[file.evidence]?.instance
    return instance?.group === group && instance.number >= number
  })
