// Names of what an application speaks of, in the language of the page; an id that the definitions do not know stands for itself.
// Authorities are named as on the matter's page.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { authorityName } from '../matters/authority-names.ts'

export function useNames(catalogue: Catalogue) {
  const textIn = useTextIn()
  const named = (entry: { name: { 'zh-CN': string } } | undefined, id: string) => textIn(entry?.name ?? { 'zh-CN': id })
  return {
    concept: (id: string) => named(catalogue.concepts[id], id),
    service: (id: string) => named(catalogue.services[id], id),
    evidence: (id: string) => named(catalogue.evidence[id], id),
    registry: (id: string) => named(catalogue.registries[id], id),
    subject: (matter: string, id: string) => named(catalogue.matters[matter]?.subjects.find((subject) => subject.id === id), id),
    authority: (line: string, region: string) => authorityName(catalogue, line, region, textIn),
  }
}

export type Names = ReturnType<typeof useNames>
