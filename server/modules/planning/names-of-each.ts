// What the services of each one of a group are called once it is known who they are: 出生登记（陈知夏） instead of 孩子 2 · 出生登记.
// Pure; for screens that show a submitted application.
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue, Instance, Service } from '../catalogue/definitions.ts'
import { instanceId } from './numbered.ts'

const named = (texts: Texts, who: string): Texts => ({
  'zh-CN': `${texts['zh-CN']}（${who}）`,
  ...(texts['zh-HK'] === undefined ? {} : { 'zh-HK': `${texts['zh-HK']}（${who}）` }),
  ...(texts.en === undefined ? {} : { en: `${texts.en} (${who})` }),
})

/**
 * The catalogue with services and results named after whom they are for; the very same where each has only one.
 * @param services of the application @param valueOf what is known of a concept; a name that is not known leaves the number
 */
export const withNamesOfEach = (catalogue: Catalogue, matterId: string, services: readonly string[], valueOf: (concept: string) => unknown): Catalogue => {
  if (!services.some((id) => catalogue.services[id]?.instance)) return catalogue
  const matter = catalogue.matters[matterId]
  const placeOf = (id: string, instance: Instance | undefined): { concept: string; of: string } | undefined => {
    if (instance) return { concept: instanceId(`${instance.group}.name`, instance.number), of: instance.of }
    const group = matter?.services.find(({ service }) => service === id)?.each
    return group === undefined ? undefined : { concept: `${group}.name`, of: id }
  }
  const renamed = services.flatMap((id): [string, Service][] => {
    const service = catalogue.services[id]
    const place = service && placeOf(id, service.instance)
    const [plain, who] = place ? [catalogue.services[place.of], valueOf(place.concept)] : []
    return service && plain && typeof who === 'string' && who !== '' ? [[id, { ...service, name: named(plain.name, who), result: { ...service.result, name: named(plain.result.name, who) } }]] : []
  })
  return { ...catalogue, services: Object.assign(Object.create(null) as Catalogue['services'], catalogue.services, Object.fromEntries(renamed)) }
}
