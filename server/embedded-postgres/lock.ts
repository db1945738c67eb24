// One server per data folder: a small file names the process that uses it, and is worthless once that process has ended.
// PostgreSQL guards its own files as well; this lock exists to tell a running neighbour from a database left by a crash.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { StartRefusal } from '../start-refusal.ts'
import { findProcessIdentity } from './processes.ts'

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The living process a lock names. */
const findHolder = (text: string): number | undefined => {
  const [pid, identity] = text.trim().split('\n')
  return identity && findProcessIdentity(Number(pid)) === identity ? Number(pid) : undefined
}

export const isLocked = (file: string): boolean => findHolder(readText(file)) !== undefined

/** Takes the lock and returns what gives it back; refuses to start when a living process holds it. */
export const takeLock = (file: string, folder: string): (() => void) => {
  const mine = `${process.pid}\n${findProcessIdentity(process.pid) ?? ''}\n`
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o644 })
      return () => {
        if (readText(file) === mine) rmSync(file, { force: true })
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const text = readText(file)
    const holder = findHolder(text)
    if (holder) throw inUse(folder, holder)
    removeStale(file, text)
  }
  throw inUse(folder, undefined)
}

/** Of several newcomers only one may remove a left-over lock, and never one that has just been taken. */
const removeStale = (file: string, text: string) => {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return // Somebody else was faster; the next attempt sees what they did.
  }
  if (readText(aside) === text) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

const inUse = (folder: string, pid: number | undefined) =>
  new StartRefusal(
    'data_folder_in_use',
    `数据目录 ${folder} 正被另一个正在运行的通办使用${pid ? `（进程 ${pid}）` : ''}，请先停止它，或用 DATA_DIR 指定别的目录。 / The data folder ${folder} is in use by another running Tongban${pid ? ` (process ${pid})` : ''}. Stop that one first, or name another folder in DATA_DIR.`,
  )
