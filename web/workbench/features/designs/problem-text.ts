// What to say when the server refuses something a designer wanted: what stands in the way and what to do about it.
import { codeOf, messageOf } from '../../../shared/failure.ts'
import type { T } from '../../../shared/i18n/store.ts'

function detail(error: unknown, name: string): unknown {
  const details: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'details') : undefined
  return typeof details === 'object' && details !== null ? Reflect.get(details, name) : undefined
}

function names(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join('、') : ''
}

export function problemText(error: unknown, t: T): string {
  const [outdated, changedSince, archive] = [names(detail(error, 'outdated')), names(detail(error, 'changedSince')), detail(error, 'archive')]
  if (outdated) return t('designs.problem.outdated', { files: outdated })
  if (changedSince) return t('designs.problem.changedSince', { files: changedSince })
  if (codeOf(error) === 'findings') {
    const details: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'details') : undefined
    return t('designs.problem.findings', { n: Array.isArray(details) ? details.length : 0 })
  }
  if (typeof archive === 'string') return t('designs.problem.archive', { file: String(detail(error, 'file') ?? '') || t('designs.problem.archiveItself') })
  return messageOf(error) ?? t('designs.problem.network')
}
