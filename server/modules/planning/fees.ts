// What services cost these people: items, how many units, which reductions apply and why, in whole fen. Pure, browser-safe.
// A reduction nobody has stated the ground of does not count; what could still change the sum is named.
import type { Catalogue, FeeItem, Rule, Service, ServiceFee } from '../catalogue/definitions.ts'
import { createFacts, type Facts } from './facts.ts'
import { expandRule, withRules, type Groups } from './group-rules.ts'
import { groupsIn } from './groups.ts'
import type { Answers, FeeLine, PlannedFee } from './plan.ts'
import { compileRule } from './rule.ts'

/** Half a fen and more is a fen. Six digits first: 0.285 × 100 is 28.499… in binary. */
const wholeFen = (fen: number): number => Math.round(Number(fen.toFixed(6)))

type Reading = { facts: Facts; open: Set<string> }

const read = (rule: Rule, { facts, open }: Reading) => {
  const compiled = compileRule(rule.expression)
  const value = compiled.evaluate(facts)
  if (value === undefined) compiled.addOpen(facts, open)
  return value
}

/** How many units; null while it is not known, and where the formula comes to no amount: then the authority says. */
const quantityOf = ({ quantity }: FeeItem, reading: Reading): number | null => {
  if (!quantity) return 1
  const value = read(quantity, reading)
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
}

const reductionOf = ({ reductions }: FeeItem, reading: Reading): FeeLine['reduction'] => {
  const holding = reductions.filter(({ when }) => read(when, reading) === true)
  const [best] = holding.toSorted((a, b) => a.pays - b.pays)
  return best ? { name: best.name, pays: best.pays, legalBasis: best.legalBasis } : null
}

/** No line for what is not charged, nor for none of it. */
const lineOf = (item: FeeItem, reading: Reading): FeeLine[] => {
  const applies = item.when ? read(item.when, reading) : true
  if (applies !== true && applies !== undefined) return []
  const quantity = quantityOf(item, reading)
  if (quantity === 0) return []
  const reduction = reductionOf(item, reading)
  const fen = applies === undefined || quantity === null ? null : wholeFen((item.fen * quantity * (reduction?.pays ?? 100)) / 100)
  return [{ item: item.id, name: item.name, unitFen: item.fen, quantity, fen, reduction, legalBasis: item.legalBasis }]
}

const sumOf = (lines: readonly FeeLine[]): number | null => lines.reduce<number | null>((sum, { fen }) => (sum === null || fen === null ? null : sum + fen), 0)

const feeOf = (service: string, { due, bearer, items }: ServiceFee, facts: Facts): PlannedFee => {
  const open = new Set<string>()
  const lines = items.flatMap((item) => lineOf(item, { facts, open }))
  return { service, due, ...(bearer ? { bearer } : {}), lines, fen: sumOf(lines), dependsOn: [...open].sort() }
}

/** The part of a plan about fees; nothing where no service charges one. */
export const planFees = (services: readonly Service[], facts: Facts): { fees?: PlannedFee[] } => {
  const fees = services.flatMap(({ id, charge }) => (charge ? [feeOf(id, charge, facts)] : []))
  return fees.length > 0 ? { fees } : {}
}

/**
 * What a service costs by what its authority sees; undefined where it charges nothing.
 * @param values flat record by concept id
 * @param on working date 'YYYY-MM-DD': `today` in rules
 */
export const feeFor = (catalogue: Catalogue, service: string, values: Answers, on: string): PlannedFee | undefined => {
  const charge = catalogue.services[service]?.charge
  if (!charge) return undefined
  const groups: Groups = groupsIn(catalogue, values)
  return feeOf(service, withRules(charge, (rule) => expandRule(rule, groups)), createFacts({ catalogue, on, answers: values, acceptDerived: true }))
}
