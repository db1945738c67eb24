// Checks the content of a pack and those it extends, on the day asked for and on every later day on which it changes.
import { checkAmendments } from './amendment-parts.ts'
import { checkBenefits } from './benefit-checks.ts'
import { benefitsOf } from './benefit-compiler.ts'
import { compileCatalogue, groupsOf, namesOf } from './catalogue-compiler.ts'
import { checkCredentialTypes, credentialTypesOf } from './credential-type.ts'
import { checkDecisions } from './decision-checks.ts'
import { checkDuties } from './duty-checks.ts'
import { checkFees } from './fee-checks.ts'
import { turningDays } from './in-force.ts'
import { checkMatters } from './matter-checks.ts'
import { checkContent, checkedKinds } from './pack-checks.ts'
import { packContent, type ContentOf } from './pack-content.ts'
import type { Report } from './pack-error.ts'
import type { PackKind } from './pack-kinds.ts'
import type { ReadPack } from './pack-reader.ts'
import { checkReach } from './reach-check.ts'
import { replayed } from './replaying.ts'
import { ruleReader } from './rule-reader.ts'
import { checkSayings } from './sayings-checks.ts'
import { checkThesaurus } from './thesaurus-checks.ts'

const unversioned = (): string => ''

/** What was found in a whole kind of content is remembered for so many chains, days and editions. */
const checksKept = 200
const wholes = {}

/** Reports everything wrong with the content of a pack and those it extends, on a day and on every later day something changes. */
export const checkChain = (chain: readonly ReadPack[], on: string, report: Report): void => {
  const nearest = chain.at(-1)
  if (nearest) checkReach(nearest, report)
  const region = nearest?.region ?? ''
  const later = chain.flatMap((each) => each.items.flatMap((item) => turningDays(item.node))).filter((day) => day > on)
  for (const day of [on, ...new Set(later.sort())]) {
    const content = packContent(chain, day, report)
    const catalogue = compileCatalogue(content, region, day, report, unversioned)
    const once = <Kind extends PackKind>(what: string, kinds: readonly Kind[], check: (seen: ContentOf<Kind>, told: Report) => void): void =>
      replayed(wholes, `${what} ${region} ${content.stamp(...kinds)}`, checksKept, report, (told) => check(content, told))
    const names = namesOf(content)
    once(`content ${names}`, checkedKinds, (seen, told) => checkContent({ content: seen, groups: new Set(groupsOf(content).map(({ id }) => id)), catalogue, region, report: told }))
    checkAmendments(content, report)
    checkMatters(content, catalogue, day, names, report)
    checkDecisions(content, catalogue, day, report)
    checkFees(content, catalogue, report)
    checkCredentialTypes(content, catalogue, region, report)
    once('duties', ['duties', 'areas', 'requestCategories', 'regions', 'authorities'], (seen, told) => checkDuties(seen, catalogue, region, told))
    once('sayings', ['sayings', 'matters', 'concepts'], (seen, told) => checkSayings(seen, told))
    once('thesaurus', ['thesaurus'], (seen, told) => checkThesaurus(seen, told))
    checkBenefits({ content, benefits: benefitsOf(content, catalogue.concepts, report, unversioned), hasLine: (line) => catalogue.authorities.some((each) => each.line === line), on: day, report })
    credentialTypesOf(content, ruleReader({ named: (id) => content.named('concepts', id), choicesOf: () => undefined }, report))
  }
}
