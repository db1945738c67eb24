// What an answer to a submission says beyond its code: values that have changed, applications that stand for the same event.
// Pure. The reply does not spell the details out, so each is looked at before it is used.
import type { Answer } from '../../../../server/modules/planning/index.ts'

export interface FactChange {
  concept: string
  before: Answer
  after: Answer
}

export interface Standing {
  id: string
  number: string
  services: string[]
}

function listIn(error: unknown, name: string): Record<string, unknown>[] {
  const details = typeof error === 'object' && error !== null && 'details' in error ? error.details : undefined
  const list = typeof details === 'object' && details !== null ? (details as Record<string, unknown>)[name] : undefined
  return Array.isArray(list) ? list.filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null) : []
}

const answerOf = (value: unknown): Answer => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null)

export const changesOf = (error: unknown): FactChange[] => listIn(error, 'changes').map(({ concept, before, after }) => ({ concept: String(concept), before: answerOf(before), after: answerOf(after) }))

export const standingOf = (error: unknown): Standing[] =>
  listIn(error, 'applications').map(({ id, number, services }) => ({ id: String(id), number: String(number), services: Array.isArray(services) ? services.map(String) : [] }))
