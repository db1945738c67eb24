// Checks of fees: nothing stated twice, formulas come to money, and nothing is computed from what the authority does not see.
// What is wrong here would only be found when somebody is to pay.
import { conceptsOf, type Expression } from '../../kernel/feel/expression.ts'
import { evaluate } from '../../kernel/feel/compile.ts'
import type { Catalogue, Rule } from './definitions.ts'
import { isSeen } from './decision-checks.ts'
import { feeOfFields } from './fee-parts.ts'
import { placeAt, type Path } from './located.ts'
import type { PackContent } from './pack-content.ts'
import { both, type Report } from './pack-error.ts'
import { ruleReader } from './rule-reader.ts'

const ignore: Report = () => undefined

const numeric = new Set(['integer', 'decimal', 'money'])
const truths: readonly Expression['kind'][] = ['comparison', 'and', 'or', 'some', 'every', 'in', 'between', 'instance of']
const neverNumbers: readonly Expression['kind'][] = [...truths, 'temporal', 'list', 'context', 'range', 'function']

/** Whether a formula can be a number of units, as far as its form tells. */
const canBeNumber = (expression: Expression, concepts: Catalogue['concepts']): boolean => {
  if (expression.kind === 'literal') return typeof expression.value === 'number'
  if (expression.kind === 'if') return canBeNumber(expression.then, concepts) && canBeNumber(expression.else, concepts)
  if (expression.kind === 'name') {
    const concept = concepts[expression.path.join('.')]
    return !concept || numeric.has(concept.type)
  }
  return !neverNumbers.includes(expression.kind)
}

/** A formula that reads nothing has one value. */
const isNegative = (rule: Rule): boolean => {
  if (conceptsOf(rule.expression).length > 0) return false
  const value = evaluate(rule.expression, { get: () => undefined, outer: undefined })
  return typeof value === 'number' && value < 0
}

export const checkFees = (content: PackContent, catalogue: Catalogue, report: Report): void => {
  const read = ruleReader({ named: () => true, choicesOf: () => undefined }, ignore) // the loader has reported what cannot be read
  for (const { fields, node } of content.services.values()) {
    if (fields.fee === undefined || Array.isArray(fields.fee)) continue
    const at = (...path: Path) => placeAt(node, ['fee', 'items', ...path])
    const form = new Set(fields.concepts.map(({ concept }) => concept))
    const rules: { rule: Rule; path: Path }[] = []
    const fee = feeOfFields(fields.fee, (path, text) => {
      const rule = read(node, path, text)
      rules.push({ rule, path })
      return rule
    })
    for (const { rule, path } of rules) {
      const unseen = conceptsOf(rule.expression).find((concept) => catalogue.concepts[concept] && !isSeen(concept, catalogue, form))
      if (unseen) report('fee-input-unseen', placeAt(node, path), both(`事项 ${fields.id} 不填 ${unseen}，办件里看不到它`, `the form of ${fields.id} does not have ${unseen}`))
    }
    fee?.items.forEach(({ id, quantity, reductions }, index) => {
      if (fee.items.findIndex((each) => each.id === id) < index) report('id-duplicate', at(index, 'id'), both(`${id} 定义了两次`, `${id} is defined twice`))
      if (quantity && !canBeNumber(quantity.expression, catalogue.concepts)) report('fee-not-money', at(index, 'quantity'), both('数量要算出一个数', 'the quantity must come to a number'))
      else if (quantity && isNegative(quantity)) report('fee-not-money', at(index, 'quantity'), both('数量不能小于零', 'the quantity cannot be less than zero'))
      reductions.forEach((each, place) => {
        if (reductions.findIndex((other) => other.id === each.id) < place) report('id-duplicate', at(index, 'reductions', place, 'id'), both(`${each.id} 定义了两次`, `${each.id} is defined twice`))
      })
    })
  }
}
