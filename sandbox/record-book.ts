// One registry's records while the sandbox runs: the invented population, plus whatever was written since, never twice.
// With a folder each write is appended to <registry>.jsonl and on disk before it is answered, so a restart forgets nothing.
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { newIdNumber } from './numbers.ts'
import type { Population } from './population.ts'
import { readFields, Refused, subjectKey, type Write } from './protocol.ts'
import { findRecord, idNumberOfBirth, type Subject, type Values } from './records.ts'
import type { Registry } from './fields.ts'

/** One accepted write, as it is kept and as it is answered again when repeated. */
export type Entry = { idempotencyKey: string; bodyHash: string; recordNumber: string; at: string; subject: Subject; key: string; values: Values }

export type RecordBook = {
  /** @param today 'YYYY-MM-DD' */
  find(subject: Subject, today: string): Values | undefined
  /** Same key and same body again: the first answer, `replayed`. @throws Refused, also when the key was used for another body */
  write(idempotencyKey: string, body: Write, at: Date): { entry: Entry; replayed: boolean }
  /** Forgets everything written. */
  reset(): void
}

const hashOf = (body: Write): string => createHash('sha256').update(JSON.stringify(body)).digest('hex')

/** Reads back what was kept. A last line cut short by a crash was never answered, so it is dropped. */
const readEntries = (path: string): Entry[] => {
  if (!existsSync(path)) return []
  const content = readFileSync(path)
  const whole = content.lastIndexOf('\n') + 1
  if (whole < content.length) truncateSync(path, whole)
  const lines = content.toString('utf8', 0, whole).split('\n').filter(Boolean)
  return lines.map((line, index): Entry => {
    try {
      return JSON.parse(line)
    } catch {
      throw new Error(`${path}, line ${index + 1} is not JSON. Repair the line or move the file away; the sandbox then starts without it.`)
    }
  })
}

export const openRecordBook = (registry: Registry, population: Population, folder?: string): RecordBook => {
  if (folder) mkdirSync(folder, { recursive: true })
  const path = folder && join(folder, `${registry.name}.jsonl`)
  const entries = new Map<string, Entry>()
  const written = new Map<string, Values>()

  const remember = (entry: Entry): void => {
    entries.set(entry.idempotencyKey, entry)
    written.set(entry.key, { ...written.get(entry.key), ...entry.values })
    const { birthRecordNumber } = entry.subject
    if (registry.name === 'population' && birthRecordNumber) written.set(birthRecordNumber, { idNumber: entry.key })
  }
  const find = (subject: Subject, today: string) => findRecord(registry.name, population, subject, written, today)

  const numberForNewborn = (values: Values): string => {
    const { name, sex, birthDate, householdRegion } = values
    if (!name || (sex !== 'male' && sex !== 'female') || typeof birthDate !== 'string' || typeof householdRegion !== 'string') {
      throw new Refused('invalid', 'a newborn is registered with name, sex, birthDate and householdRegion')
    }
    return newIdNumber(householdRegion, birthDate, sex, (idNumber) => find({ idNumber }, birthDate) !== undefined)
  }

  /** The record a write goes to and the values it brings; a newborn of the population registry gets an ID number here. */
  const target = (subject: Subject, values: Values, today: string): { key: string; values: Values } => {
    const { key, value } = subjectKey(subject, registry.accepts.keys)
    if (registry.accepts.subjects === 'knownOrNewborn' && key === 'birthRecordNumber') {
      const idNumber = idNumberOfBirth(population, written, value) ?? numberForNewborn(values)
      return { key: idNumber, values: { idNumber, ...values } }
    }
    if (registry.accepts.subjects !== 'any' && !find(subject, today)) {
      throw new Refused('unknown_subject', `${registry.name} has no record of this ${key}`)
    }
    return { key: value, values }
  }

  for (const entry of path ? readEntries(path) : []) remember(entry)
  return {
    find,
    write(idempotencyKey, body, at) {
      const bodyHash = hashOf(body)
      const earlier = entries.get(idempotencyKey)
      if (earlier && earlier.bodyHash !== bodyHash) throw new Refused('idempotency_conflict', 'this idempotency-key was used for a different write')
      if (earlier) return { entry: earlier, replayed: true }
      const instant = at.toISOString()
      const recordNumber = `${registry.name}-${String(entries.size + 1).padStart(8, '0')}`
      const entry: Entry = {
        idempotencyKey, bodyHash, recordNumber, at: instant, subject: body.subject,
        ...target(body.subject, readFields(registry, body.fields), instant.slice(0, 10)),
      }
      if (path) appendFileSync(path, `${JSON.stringify(entry)}\n`, { flush: true })
      remember(entry)
      return { entry, replayed: false }
    },
    reset() {
      entries.clear()
      written.clear()
      if (path) rmSync(path, { force: true })
    },
  }
}
