// By what a department's system may ask a registry: by a key of that registry, written as everybody's numbers are kept. Otherwise the person
// whose record is read would not be found among those who may see that it was.
import { Refusal } from '../../kernel/errors.ts'
import { tidyIdentifier } from '../../kernel/identifiers.ts'
import type { App } from '../../module.ts'
import { subjectKeyOf } from './registry.ts'

const numbers: readonly string[] = ['idNumber', 'creditCode']

/** Of resources that are no registry of the packs, nothing is known. @throws Refusal invalid */
export const mustBeAskable = ({ packs, config }: Pick<App, 'packs' | 'config'>, { resource, subject }: { resource: string; subject: Readonly<Record<string, string>> }): void => {
  const catalogue = packs.catalogueFor(config.region)
  const registry = catalogue.registries[resource]
  if (!registry) return
  const keys = Object.values(registry.keys).map((concept) => subjectKeyOf(catalogue, concept))
  for (const [key, value] of Object.entries(subject)) {
    if (!keys.includes(key)) throw new Refusal('invalid', { subject: `${resource} is asked by ${[...new Set(keys)].join(', ')}` })
    if (numbers.includes(key) && tidyIdentifier(value) !== value) throw new Refusal('invalid', { subject: 'letters of a number are capitals, and nothing stands between its characters' })
  }
}
