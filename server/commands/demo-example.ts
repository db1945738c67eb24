// What the demo's applicant answers: an example application of the matter's pack, as the resident it is walked for would fill it in.
import { readConfig } from '../config.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { regionCovers } from '../kernel/regions.ts'
import { resolveDate, type Answer } from '../modules/planning/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { demoResidents, type DemoResident } from './demo-residents.ts'

export type DemoExample = { region: string; login: string; answers: Readonly<Record<string, Answer>> }

/** Whoever an example that is nobody's in particular is walked as. */
const anybody = 'chen-xiaoman'

/** Examples write days relative to today, e.g. today-6. */
const dated = (value: Answer, today: string): Answer => (typeof value === 'string' && /^today([+-]\d+)?$/.test(value) ? resolveDate(value, today) : value)

/**
 * The example of the matter to walk through, of the region the product serves if there is one.
 * @param served GB/T 2260 @param applicant login of a demo resident; the first that has an example when absent
 * @throws StartRefusal configuration when the matter has no example, or none for this resident; then it names who has one
 */
export const findExample = (matter: string, served: string, applicant: string | undefined): DemoExample => {
  const today = plainDate(systemClock.now())
  const own = openPacks(readConfig(process.env).packs, systemClock).examples.filter((each) => each.matter === matter)
  const isHere = (region: string): boolean => regionCovers(served, region)
  const walks = [
    ...demoResidents.filter(({ example }) => own.some(({ id }) => id === example)),
    ...own.filter(({ id }) => !demoResidents.some(({ example }) => example === id)).map(({ id }): DemoResident => ({ login: anybody, example: id })),
  ].flatMap(({ example: id, ...walk }) => own.filter((example) => example.id === id).map((example) => ({ ...walk, example })))
  if (walks.length === 0) throw new StartRefusal('configuration', `“${matter}”没有可演示的示例 / There is no example of "${matter}" to walk through`)
  const possible = walks.filter(({ login }) => applicant === undefined || login === applicant)
  const walk = possible.find(({ example }) => isHere(example.region)) ?? possible[0]
  if (!walk) {
    const others = [...new Set(walks.map(({ login }) => login))]
    throw new StartRefusal('configuration', `演示居民“${applicant}”没有“${matter}”的示例；有示例的是：${others.join('、')} / The demo resident "${applicant}" has no example of "${matter}"; these have one: ${others.join(', ')}`)
  }
  const { login, example, differs } = walk
  return { region: example.region, login, answers: Object.fromEntries(Object.entries({ ...example.answers, ...differs }).map(([concept, value]) => [concept, dated(value, today)])) }
}
