// Reads the FEEL rules of a pack and reports what is wrong with them: syntax, names that do not exist, values a choice never has.
// Errors point into the rule: the line and column of the file, not of the rule's own text.
import type { Rule } from './definitions.ts'
import { nodeAt, placeAt, placeInText, type Located, type Path } from './located.ts'
import type { Place, Report } from './pack-error.ts'
import { readRuleText, type KnownNames, type Reading } from './rule-faults.ts'

/** Reads the rule at `path` of an item. A broken rule is reported and stands in as one that is never true. */
export type ReadRule = (item: Located, path: Path, text: string) => Rule

/** @param reading cell: of a decision table, unary tests on `?` */
export const ruleReader = (known: KnownNames, report: Report, reading: Reading = 'rule'): ReadRule => (item, path, written) => {
  const text = written.trimEnd() // a block of YAML ends with a line break, which would place an error at its end on the next line
  const { expression, faults } = readRuleText(text, known, reading)
  const at = (line: number, column: number): Place => placeInText(nodeAt(item, path), line, column) ?? placeAt(item, path)
  for (const { rule, line, column, message } of faults) report(rule, rule === 'rule-syntax' ? at(line, column) : at(1, 1), message)
  return { text, expression }
}
