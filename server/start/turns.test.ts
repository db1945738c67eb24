// Two starts at once take turns, and a killed one holds nobody up.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTurn } from './turns.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-turns-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('one works at a time, and all of them get their turn', async () => {
  const file = join(folder, 'lock')
  let working = 0
  let most = 0
  const work = async () => {
    working += 1
    most = Math.max(most, working)
    await new Promise((resolve) => setImmediate(resolve))
    working -= 1
    return working
  }
  expect(await Promise.all([1, 2, 3].map(() => inTurn(file, folder, work)))).toEqual([0, 0, 0])
  expect(most).toBe(1)
  expect(existsSync(file)).toBe(false)
})

it('the turn ends when the work fails', async () => {
  const file = join(folder, 'failing')
  await expect(inTurn(file, folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await inTurn(file, folder, () => Promise.resolve('next'))).toBe('next')
})

it('a lock whose process has ended counts for nothing', async () => {
  const file = join(folder, 'left')
  writeFileSync(file, '999999999\nof a process that has ended\n')
  expect(await inTurn(file, folder, () => Promise.resolve('mine'))).toBe('mine')
})

it('a folder that is not there is refused with its name', async () => {
  const missing = join(folder, 'file')
  writeFileSync(missing, '')
  await expect(inTurn(join(missing, 'lock'), missing, () => Promise.resolve())).rejects.toMatchObject({ code: 'data_folder_unusable' })
})
