// What a policy in hand says to situations, once the reader of rules is here; until then undefined.
// Worked out anew at every change of the policy.
import { useMemo } from 'react'
import { useFeelTools } from '../feel/useFeelTools.ts'
import type { Fields } from './fields.ts'
import { factsByConcept, outcomeFor, readsOf, type PolicyFact, type PolicyOutcome } from './policy-live.ts'

export interface PolicyOutcomes {
  outcome: (test: Fields) => PolicyOutcome | undefined
  /** facts the policy reads */
  reads: readonly string[]
}

export function usePolicyOutcomes(policy: Fields | null, facts: readonly PolicyFact[]): PolicyOutcomes {
  const tools = useFeelTools()
  const known = useMemo(() => factsByConcept(facts), [facts])
  return useMemo(() => {
    if (!tools || !policy) return { outcome: () => undefined, reads: [] }
    const read = (text: string) => tools.readFeel(text, 'rule', facts)
    return { outcome: (test) => outcomeFor(policy, test, known, read), reads: readsOf(policy, read) }
  }, [tools, policy, facts, known])
}
