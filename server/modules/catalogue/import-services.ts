// Imports a file of services, one JSON object a line: reads it as a stream, writes in batches, accounts for every line.
// Within a file the first line of a code counts: an identical repeat is a warning, a differing one is rejected and kept.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Database } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { readServiceLine, visibleCode } from './gdzwfw.ts'
import { fileLines, longestLine, type FileLine } from './import-lines.ts'
import { rejectionReason, type ImportedService, type ImportWarning, type LineOutcome } from './imported-service.ts'
import { insertImportRejections, upsertImportedServices, type ImportedRow, type RejectedRow } from './imported-service-store.ts'

export type ImportReport = {
  /** lines that hold something; always imported + updated + unchanged + rejected.length */
  read: number
  /** newly inserted services */
  imported: number
  /** services already here whose content changed */
  updated: number
  unchanged: number
  rejected: { line: number; code: string | null; reason: string }[]
  /** warning code → number of lines that have it */
  warnings: Record<string, number>
}

const batchLines = 500
const batchCharacters = 4 * 1024 * 1024

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Refusal(code === 'ENOENT' ? 'not_found' : 'invalid', { file: path, problem: code })
  }
  return hash.digest('hex')
}

/** Equal for equal services with equal warnings; the order of properties is that of the reader, hence fixed. */
const contentHash = (service: ImportedService, warnings: readonly ImportWarning[]): string =>
  createHash('sha256').update(JSON.stringify([service, warnings])).digest('hex')

const outcomeOf = (line: FileLine): LineOutcome => {
  if (typeof line.text === 'string') return { rejection: line.text, code: line.rawEncoding === 'utf-8' ? visibleCode(line.raw) : null, detail: null }
  const outcome = readServiceLine(line.text.value)
  return 'service' in outcome && line.text.recoded ? { ...outcome, warnings: [...outcome.warnings, 'encoding_gb18030' as const].sort() } : outcome
}

/**
 * Imports a file; each batch is a transaction, so a broken connection leaves whole batches and a repeated import goes on from there.
 * Importing the same file again changes nothing.
 * @param at when the import happens, written as imported_at and updated_at
 * @throws Refusal not_found or invalid when the file cannot be read
 */
export const importServices = async (database: Database, path: string, at: Date): Promise<ImportReport> => {
  const fileDigest = await digestOf(path)
  const report: ImportReport = { read: 0, imported: 0, updated: 0, unchanged: 0, rejected: [], warnings: {} }
  const warn = (warning: ImportWarning) => {
    report.warnings[warning] = (report.warnings[warning] ?? 0) + 1
  }
  const firstOf = new Map<string, { line: number; hash: string }>()
  let services: ImportedRow[] = []
  let rejections: RejectedRow[] = []
  let characters = 0

  const take = (line: FileLine) => {
    const { number, raw, rawEncoding } = line
    const outcome = outcomeOf(line)
    const keep = (code: string | null, reason: RejectedRow['reason'], detail: string | null) => rejections.push({ line: number, code, reason, detail, raw, rawEncoding })
    const reject = (code: string | null, reason: Exclude<RejectedRow['reason'], 'duplicate_identical'>, detail: string | null) => {
      keep(code, reason, detail)
      report.rejected.push({ line: number, code, reason: rejectionReason(reason, detail) })
    }
    if ('rejection' in outcome) return reject(outcome.code, outcome.rejection, outcome.detail)
    const { service, warnings } = outcome
    const hash = contentHash(service, warnings)
    const first = firstOf.get(service.code)
    if (first !== undefined && first.hash !== hash) return reject(service.code, 'duplicate_code', `见第 ${first.line} 行`)
    for (const warning of warnings) warn(warning)
    if (first !== undefined) {
      warn('duplicate_identical')
      report.unchanged += 1
      return keep(service.code, 'duplicate_identical', `见第 ${first.line} 行`)
    }
    firstOf.set(service.code, { line: number, hash })
    services.push({ service, warnings, hash, raw, rawEncoding })
  }

  const write = async () => {
    if (services.length === 0 && rejections.length === 0) return
    const count = await database.transaction(async (tx) => {
      if (rejections.length > 0) await insertImportRejections(tx, fileDigest, rejections, at)
      return upsertImportedServices(tx, services, at)
    })
    report.imported += count.imported
    report.updated += count.updated
    report.unchanged += count.unchanged
    services = []
    rejections = []
    characters = 0
  }

  for await (const line of fileLines(createReadStream(path, { highWaterMark: longestLine }), () => warn('blank_line'))) {
    report.read += 1
    characters += line.raw.length
    take(line)
    if (services.length + rejections.length >= batchLines || characters >= batchCharacters) await write()
  }
  await write()
  report.warnings = Object.fromEntries(Object.entries(report.warnings).sort(([a], [b]) => (a < b ? -1 : 1)))
  return report
}
