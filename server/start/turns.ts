// Of several programs that want to do the same work in one folder, one works at a time; the others wait for their turn.
// The lock names a living process, so what a killed one left behind holds nobody up.
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from '../embedded-postgres/lock.ts'
import { refusalForFolder, StartRefusal } from '../start-refusal.ts'

const lookAgainMs = 100

/** Runs `work` while holding the lock `file` in `folder`. @throws StartRefusal when the folder cannot be written */
export const inTurn = async <T>(file: string, folder: string, work: () => Promise<T>): Promise<T> => {
  const release = await take(file, folder)
  try {
    return await work()
  } finally {
    release()
  }
}

const take = async (file: string, folder: string): Promise<() => void> => {
  for (;;) {
    try {
      return takeLock(file, folder)
    } catch (error) {
      if (!(error instanceof StartRefusal && error.code === 'data_folder_in_use')) throw refusalForFolder(error, folder)
      await sleep(lookAgainMs)
    }
  }
}
