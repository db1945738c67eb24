// The sentence-named tests of policies: which a pack has, and whether each holds.
// A city that changes a policy runs its tests in its own region, those of the pack above where it states none.
import type { Benefit, Fact } from './benefit.ts'
import { outcomeOf } from './benefit-outcome.ts'
import { nodeAt, placeAt, plain } from './located.ts'
import type { BenefitTestFields } from './pack-benefits.ts'
import type { Words } from './pack-error.ts'
import type { PackItem, ReadPack } from './pack-reader.ts'

export type BenefitTest = BenefitTestFields & { benefit: string; region: string; file: string; line: number }

type Policies = { benefitsFor: (region: string, on?: string) => Readonly<Record<string, Benefit>>; factsFor: (region: string) => readonly Fact[] }

const policiesOf = (pack: ReadPack): PackItem[] => pack.items.filter(({ kind, sound }) => kind === 'benefits' && sound)

/** Tests of the policies the nearest pack states or changes, whenever they are in force. @param chain packs from the root to the nearest */
export const listBenefitTests = (chain: readonly ReadPack[]): BenefitTest[] => {
  const nearest = chain.at(-1)
  if (!nearest) return []
  return policiesOf(nearest).flatMap(({ id, node }) => {
    const above = chain.slice(0, -1).reverse().flatMap(policiesOf).filter((each) => each.id === id).map((each) => each.node)
    const [stated] = [node, ...above].flatMap((each) => { const tests = nodeAt(each, ['tests']); return tests ? [{ node: each, tests }] : [] })
    const tests = stated ? (plain(stated.tests) as BenefitTestFields[]) : [] // a sound policy meets its schema
    return stated ? tests.map((test, index): BenefitTest => ({ ...test, benefit: id, region: nearest.region, ...placeAt(stated.node, ['tests', index]) })) : []
  })
}

/** Everything in which the policy differs from what the test expects; empty when the test holds. */
export const runBenefitTest = (packs: Policies, test: BenefitTest): Words[] =>
  outcomeOf(packs.benefitsFor(test.region, test.on)[test.benefit], new Map(packs.factsFor(test.region).map((fact) => [fact.concept, fact])), test).differences
