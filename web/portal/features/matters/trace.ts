// The trace of what is not asked: the plan's savings gathered into lines a person can read, and their sum.
// Pure. Things from the same source about the same person, on the same legal ground, stand on one line.
import type { LegalBasis } from '../../../../server/modules/catalogue/definitions.ts'
import type { Plan, Saving } from '../../../../server/modules/planning/plan.ts'
import type { Texts } from '../../../../server/kernel/texts.ts'

export interface TraceLine {
  id: string
  kind: Saving['kind']
  names: Texts[]
  source: Saving['source']
  /** How often separate applications would have asked, all names together. */
  before: number
  /** How many of these are not asked now. */
  spared: number
  /** Lines of authority that receive it all the same, in the order of the plan. */
  lines: string[]
  legalBasis?: LegalBasis
}

const sourceOrder: readonly Saving['source']['kind'][] = ['registry', 'profile', 'credential', 'result', 'submitted', 'commitment', 'derived', 'earlier', 'default', 'shared', 'scenario', 'ask', 'upload']

const isShared = ({ source }: Saving): boolean => source.kind === 'shared'

/** What one saving spares: everything, or all but the one time it is still asked. */
export const sparedBy = (saving: Saving): number => saving.before - (isShared(saving) ? 1 : 0)

function keyOf({ kind, id, source, legalBasis }: Saving): string {
  const where = source.kind === 'registry' ? source.registry : source.kind === 'result' ? source.service : ''
  const subject = kind === 'field' && source.kind !== 'shared' ? id.split('.')[0] : ''
  return [kind, source.kind, where, subject, legalBasis?.title, legalBasis?.article].join('|')
}

/** The lines, fields before documents, registries first, the longest line first within a source. */
export function traceOf({ savings, services }: Pick<Plan, 'savings' | 'services'>): TraceLine[] {
  const lineOf = new Map(services.map(({ service, line }) => [service, line]))
  const lines = [...Map.groupBy(savings, keyOf)].flatMap(([id, group]): TraceLine[] => {
    const [first] = group
    if (!first) return []
    const users = new Set(group.flatMap(({ neededBy }) => neededBy))
    return [{
      id, kind: first.kind, source: first.source, names: group.map(({ name }) => name),
      before: sum(group.map(({ before }) => before)), spared: sum(group.map(sparedBy)),
      lines: [...new Set([...users].flatMap((service) => lineOf.get(service) ?? []))],
      ...(first.legalBasis ? { legalBasis: first.legalBasis } : {}),
    }]
  })
  const place = ({ kind, source }: TraceLine) => (kind === 'field' ? 0 : 100) + sourceOrder.indexOf(source.kind)
  return lines.sort((a, b) => place(a) - place(b) || b.spared - a.spared)
}

export interface TraceSum {
  fields: number
  evidence: number
  /** Things asked only because it is done together: to settle the situation, to find a record. */
  extra: number
}

/** What the lines come to: exactly the difference between before and after. */
export function sumOfTrace({ before, after, savings }: Pick<Plan, 'before' | 'after' | 'savings'>): TraceSum {
  const fields = before.fields - after.fields
  const spared = sum(savings.filter(({ kind }) => kind === 'field').map(sparedBy))
  return { fields: Math.max(0, fields), evidence: Math.max(0, before.evidence - after.evidence), extra: Math.max(0, spared - fields) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
