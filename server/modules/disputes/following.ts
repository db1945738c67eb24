// What time alone brings about: a dispute whose day is over is told, once, to those who answer for the authority and those who watch over it.
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import { listLateForUpdate } from './disputes-store.ts'
import { moveDispute, tellStaff } from './recording.ts'

export const followTask = 'disputes.follow'
const pageSize = 100

/** Returns how many were late. Running it twice tells nobody twice. */
export const followDisputes = async (app: App): Promise<number> => {
  let told = 0
  for (let found = pageSize; found === pageSize; told += found) {
    found = await app.db.transaction(async (tx) => {
      const at = app.clock.now()
      const scene: Scene = { app, tx, principal: { kind: 'system', name: 'disputes' }, requestId: null, at }
      const late = await listLateForUpdate(tx, plainDate(at), pageSize)
      for (const one of late) {
        const next = await moveDispute(scene, one, 'late', { dueOn: one.dueOn }, (moved) => ({ ...moved, lateTold: true }))
        await tellStaff(scene, next, ['head', 'supervisor'], 'disputeLate')
      }
      return late.length
    })
  }
  return told
}
