// Why a rule holds or not: the parts of its `and` and `or`, each with its truth and the answers it read.
// Shown to applicants and clerks, so values come back as JSON.
import { test, type Semantics } from './compile.ts'
import { conceptsOf, type Expression } from './expression.ts'
import { fromFeel, pathReader, type Scope } from './scope.ts'

export type Explanation = {
  /** The part as its author wrote it; absent for the whole rule, whose text the caller has. */
  text?: string
  /** null: not known yet. */
  result: boolean | null
  /** What the part reads, by concept; null where there is no answer. */
  reads: Record<string, unknown>
  /** How `parts` are joined; absent for a part that is neither `and` nor `or`. */
  joined?: 'and' | 'or'
  parts: Explanation[]
}

/** `semantics` as for test(): by default what is not answered is unknown. */
export function explain(expression: Expression, scope: Scope, semantics: Semantics = 'open'): Explanation {
  const result = test(expression, scope, semantics)
  const reads = Object.fromEntries(conceptsOf(expression).map((id) => [id, fromFeel(pathReader(id.split('.'))(scope))]))
  if (expression.kind !== 'and' && expression.kind !== 'or') return { result, reads, parts: [] }
  const parts = expression.parts.map((part, at) => ({ text: expression.texts[at], ...explain(part, scope, semantics) }))
  return { result, reads, joined: expression.kind, parts }
}
