// What the transport authority puts into a folder every day instead of answering questions: its whole register as a CSV file in GB18030, and
// beside it, once the file is whole, a marker with its number of rows and its SHA-256.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayInChina } from './days.ts'
import { findFirstDay } from './dating.ts'
import { declaredRecords } from './declared.ts'

const twoBytes = (): Map<string, Buffer> => {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, Buffer>()
  for (let high = 0x81; high <= 0xfe; high += 1) for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), Buffer.from([high, low]))
  return table
}

/** Text in GB18030, of its two-byte letters only. @throws RangeError for another letter */
export const inGb18030 = (text: string): Buffer => {
  const table = twoBytes()
  return Buffer.concat(Array.from(text, (letter) => {
    const bytes = letter < '\u0080' ? Buffer.from(letter) : table.get(letter)
    if (!bytes) throw new RangeError(`${letter} has more than two bytes in GB18030`)
    return bytes
  }))
}

const columns = { 车架号: 'frameNumber', 身份证号: 'idNumber', 统一社会信用代码: 'creditCode', 检测日期: 'inspectedOn', 从业资格证号: 'qualificationNumber', 经营许可证号: 'licenceNumber' } as const

/** Writes today's file unless it is there already. @param folder of the sandbox; returns the folder of the files */
export const dropFiles = (folder: string, now: Date): string => {
  const drop = join(folder, 'drops')
  mkdirSync(drop, { recursive: true })
  const records = declaredRecords(findFirstDay(now, folder))['road-transport'] ?? []
  const cell = (value: unknown): string => (value === undefined || value === null ? '' : String(value).replaceAll('-', '/'))
  const rows = records.map((record) => Object.values(columns).map((field) => (field === 'inspectedOn' ? cell(record[field]) : String(record[field] ?? ''))).join(','))
  const content = inGb18030(`${[Object.keys(columns).join(','), ...rows].join('\r\n')}\r\n`)
  const path = join(drop, `road-transport-${dayInChina(now)}.csv`)
  if (existsSync(`${path}.done`) && readFileSync(path).equals(content)) return drop
  writeFileSync(`${path}.part`, content)
  renameSync(`${path}.part`, path)
  writeFileSync(`${path}.done`, `rows=${rows.length}\nsha256=${createHash('sha256').update(content).digest('hex')}\n`)
  return drop
}
