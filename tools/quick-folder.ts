// Where a test run puts databases and files nobody needs afterwards: in memory where there is plenty of it, else the system's folder for such files.
// Each test database is some 1,500 files; ext4 needs a third of the run's processor time to make and remove them again, memory next to none.
import { accessSync, chmodSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning } from '../server/embedded-postgres/processes.ts'

const inMemory = '/dev/shm'
const gigabyte = 1024 ** 3

/** What a machine offers: its mounts as in /proc/mounts, free bytes in memory's folder, bytes of memory a program may still take. */
export type Offer = { mounts: string; freeBytes: number; memoryBytes: number }

/** The whole run takes less than one of the three gigabytes; programs may be copied there, so they must be allowed to run. */
export const hasRoomInMemory = ({ mounts, freeBytes, memoryBytes }: Offer): boolean => {
  const [, , kind = '', options = ''] = mounts.split('\n').map((line) => line.split(' ')).findLast(([, place]) => place === inMemory) ?? []
  return kind === 'tmpfs' && !options.split(',').includes('noexec') && freeBytes >= 3 * gigabyte && memoryBytes >= 6 * gigabyte
}

const lookAround = (): Offer | undefined => {
  try {
    accessSync(inMemory, constants.W_OK | constants.X_OK)
    const { bavail, bsize } = statfsSync(inMemory)
    return { mounts: readFileSync('/proc/mounts', 'utf8'), freeBytes: bavail * bsize, memoryBytes: process.availableMemory() }
  } catch {
    return undefined // Not Linux, or closed to us.
  }
}

/** Whoever sets TMPDIR decides. */
const findPlace = (): string => {
  const offer = process.env['TMPDIR'] === undefined ? lookAround() : undefined
  return offer && hasRoomInMemory(offer) ? inMemory : tmpdir()
}

const folderName = /^tongban-tests-(\d+)-/

/** A killed run stops its database but cannot remove its files any more. */
const removeLeftovers = (place: string): void => {
  for (const name of readdirSync(place)) {
    const pid = folderName.exec(name)?.[1]
    if (!pid || isRunning(Number(pid))) continue
    try {
      rmSync(join(place, name), { recursive: true, force: true })
    } catch {
      // Another user's.
    }
  }
}

/** A folder for one run, which removes it at its end; open to all as such folders are, because as root the database and some tests run as another user. */
export const makeQuickFolder = (): string => {
  const place = findPlace()
  removeLeftovers(place)
  const folder = mkdtempSync(join(place, `tongban-tests-${process.pid}-`))
  chmodSync(folder, 0o1777)
  return folder
}
