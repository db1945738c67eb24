// Brings a running process to the newest edition: the files on disk with those released since laid over them, loaded and put in force as a whole.
// Every process does this at start and whenever one of them releases something.
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import { loadPacks, overlaid, packsAsOf, readPackFolder, type PackFiles } from '../catalogue/index.ts'
import { digestOf, digestOfCheck, liesOver, overlayOf } from './edition.ts'
import { editionsChannel, getNewestEdition, listFilesInForce } from './editions-store.ts'

/** What holds in this process: the number of the newest edition (0: none), the files on disk, and with all editions. */
export type InForce = { edition: number; disk: PackFiles; files: PackFiles }

const held = new WeakMap<App, InForce>()

/** The files this process works with. */
export const filesInForce = (app: App): InForce => {
  const found = held.get(app)
  if (found) return found
  const disk = readPackFolder(app.config.packs)
  const first = { edition: 0, disk, files: disk }
  held.set(app, first)
  return first
}

const queues = new WeakMap<App, Promise<unknown>>()

/**
 * Puts the newest edition in force unless it is already. One at a time, so that an older one never replaces a newer one.
 * Files that were checked as they are today when it was released are not checked again, which would keep everybody waiting for seconds.
 * @throws PacksRefused when the released files do not fit those on disk
 */
export const adoptEditions = (app: App): Promise<void> => {
  const next = (queues.get(app) ?? Promise.resolve()).catch(() => {}).then(() => adopt(app))
  queues.set(app, next)
  return next
}

const adopt = async (app: App): Promise<void> => {
  const { edition, disk } = filesInForce(app)
  const newest = await getNewestEdition(app.db.read)
  if (newest.number === edition) return
  const released = await listFilesInForce(app.db.read)
  const stale = released.filter(liesOver).filter(({ file, diskDigest, content }) => digestOf(disk.get(file)) !== diskDigest && (disk.get(file) ?? null) !== content)
  if (stale.length > 0) app.log.warn({ edition: newest.number, files: stale.map(({ file }) => file) }, 'files on disk have changed since an edition replaced them; the edition holds')
  const files = overlaid(disk, overlayOf(released))
  const today = () => plainDate(app.clock.now())
  const sound = newest.checked === digestOfCheck(files, today())
  app.packs = packsAsOf(loadPacks(files, { on: today(), sound }), today)
  held.set(app, { edition: newest.number, disk, files })
  app.log.info({ edition: newest.number, checkedBefore: sound }, 'edition in force')
}

/** Puts the newest edition in force and goes on doing so. Returns what stops it. @throws PacksRefused at first, afterwards the old edition stays */
export const followEditions = async (app: App): Promise<() => Promise<void>> => {
  await adoptEditions(app)
  const catchUp = () => {
    adoptEditions(app).catch((error: unknown) => app.log.error({ err: error }, 'an edition could not be put in force; the one before it stays'))
  }
  return app.db.listen(editionsChannel, catchUp, catchUp)
}
