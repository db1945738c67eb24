// What a rule says and what is wrong with it, while it is typed: by the reader packs are checked with.
// Heavy (the grammar): loaded with the editor.
import type { Texts } from '../../../../server/kernel/texts.ts'
import { conceptsOf, readRuleText, ruleInWords, type Expression, type FeelType, type KnownNames, type Reading, type RuleFault } from '../../../../server/modules/catalogue/rule-writing.ts'
import type { ConceptType } from '../../../../server/modules/catalogue/definitions.ts'
import { feelTypeOf } from '../../../../server/modules/planning/index.ts'
import type { Name } from './vocabulary.ts'

export interface Read {
  expression: Expression
  faults: readonly RuleFault[]
  /** the rule in words; undefined where it is broken or a cell */
  says: Texts | undefined
  /** names it reads */
  reads: readonly string[]
}

interface Known extends KnownNames {
  byId: ReadonlyMap<string, Name>
}

const known = new WeakMap<readonly Name[], Known>()

function knownIn(names: readonly Name[]): Known {
  const made = known.get(names)
  if (made) return made
  const byId = new Map(names.map((name) => [name.id, name]))
  const next: Known = {
    byId,
    named: (id) => byId.has(id),
    choicesOf: (id) => { const choices = byId.get(id)?.choices ?? []; return choices.length === 0 ? undefined : choices.map(({ value }) => value) },
    typeOf: (id): FeelType | undefined => { const name = byId.get(id); return name && !name.many ? feelTypeOf(name.type as ConceptType) : undefined }, // the types of concepts, as the server sends them
  }
  known.set(names, next)
  return next
}

export function readFeel(text: string, reading: Reading, names: readonly Name[]): Read {
  const about = knownIn(names)
  const { expression, faults } = readRuleText(text.trimEnd(), about, reading)
  const isBroken = faults.some(({ rule }) => rule === 'rule-syntax')
  const words = {
    title: (id: string) => about.byId.get(id)?.name,
    value: (id: string, value: unknown) => about.byId.get(id)?.choices.find((choice) => choice.value === value)?.name,
  }
  return { expression, faults, says: isBroken || reading === 'cell' ? undefined : ruleInWords(expression, words, text), reads: isBroken ? [] : conceptsOf(expression) }
}
