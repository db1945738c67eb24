// Checks the content of a pack and those it extends, on the day asked for and on every later day on which it changes.
import { checkAmendments } from './amendment-parts.ts'
import { checkBenefits } from './benefit-checks.ts'
import { benefitsOf } from './benefit-compiler.ts'
import { compileCatalogue, groupsOf, namesOf, unversioned } from './catalogue-compiler.ts'
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
import { remembering } from './remembered.ts'
import { ruleReader } from './rule-reader.ts'
import { checkSayings } from './sayings-checks.ts'
import { checkThesaurus } from './thesaurus-checks.ts'

/** By check; for the packs of a province, each on all its days. */
const checked = remembering<void>(1000)
const [ofContent, ofDuties, ofSayings, ofThesaurus] = [{}, {}, {}, {}]

/** Reports everything wrong with the content of a pack and those it extends, on a day and on every later day something changes. */
export const checkChain = (chain: readonly ReadPack[], on: string, report: Report): void => {
  const nearest = chain.at(-1)
  if (nearest) checkReach(nearest, report)
  const region = nearest?.region ?? ''
  const later = chain.flatMap((each) => each.items.flatMap((item) => turningDays(item.node))).filter((day) => day > on)
  for (const day of [on, ...new Set(later.sort())]) {
    const content = packContent(chain, day, report)
    const catalogue = compileCatalogue(content, region, day, report, unversioned)
    /** A check that is given the kinds it looks at, and does it again only when they, or what it looks at `also`, say something else. */
    const once = <Kind extends PackKind>(check: object, kinds: readonly Kind[], also: string | number, work: (seen: ContentOf<Kind>, told: Report) => void): void =>
      checked(check, `${content.stamp(...kinds)} ${also}`, report, (told) => work(content, told))
    const names = namesOf(content)
    once(ofContent, checkedKinds, `${names} ${region}`, (seen, told) => checkContent({ content: seen, groups: new Set(groupsOf(content).map(({ id }) => id)), catalogue, region, report: told }))
    checkAmendments(content, report)
    checkMatters(content, catalogue, day, names, report)
    checkDecisions(content, catalogue, day, report)
    checkFees(content, catalogue, report)
    checkCredentialTypes(content, catalogue, region, report)
    once(ofDuties, ['duties', 'areas', 'requestCategories', 'regions', 'authorities'], region, (seen, told) => checkDuties(seen, catalogue, region, told))
    once(ofSayings, ['sayings', 'matters', 'concepts'], '', (seen, told) => checkSayings(seen, told))
    once(ofThesaurus, ['thesaurus'], '', (seen, told) => checkThesaurus(seen, told))
    checkBenefits({ content, benefits: benefitsOf(content, catalogue.concepts, report, unversioned), hasLine: (line) => catalogue.authorities.some((each) => each.line === line), on: day, report })
    credentialTypesOf(content, ruleReader({ named: (id) => content.named('concepts', id), choicesOf: () => undefined }, report))
  }
}
