// Saving while typing, on good days and bad: pauses, one request at a time, no network, an ended session, refused values.
// Time is turned by hand, the server is a function.
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../../server/modules/planning/index.ts'
import { createSaver, type SavingTrouble } from './saver.ts'
import { unsavedAnswers } from '../../../shared/form/unsaved.ts'

/** Lets promises that are settled go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

function scene({ left }: { left?: Answers } = {}) {
  const sent: Answers[] = []
  const timers = new Set<{ work: () => void; milliseconds: number }>()
  let answer: (answers: Answers) => Promise<ReadonlySet<string>> = () => Promise.resolve(new Set())
  const unsaved = unsavedAnswers(undefined, 'a')
  if (left) unsaved.put(left)
  const saver = createSaver({
    unsaved,
    send: (answers) => {
      sent.push(answers)
      return answer(answers)
    },
    troubleOf: (error) => ({ kind: error as SavingTrouble }),
    later: (work, milliseconds) => {
      const timer = { work, milliseconds }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  })
  const pass = async () => {
    for (const timer of Array.from(timers)) {
      timers.delete(timer)
      timer.work()
    }
    await settle()
  }
  return { saver, sent, timers, pass, serverDoes: (does: typeof answer) => { answer = does } }
}

describe('saving while typing', () => {
  it('waits for a pause and sends the newest value of each field once', async () => {
    const { saver, sent, pass } = scene()
    saver.change({ name: '远' })
    saver.change({ name: '远望' })
    saver.change({ length: 80 })
    expect([sent, saver.state().kind]).toEqual([[], 'waiting'])
    await pass()
    expect([sent, saver.state().kind, saver.unsaved()]).toEqual([[{ name: '远望', length: 80 }], 'saved', {}])
  })

  it('sends at once when the person goes on, and says whether it arrived', async () => {
    const { saver, sent } = scene()
    saver.change({ name: '远望' })
    await expect(saver.flush()).resolves.toBe(true)
    await expect(saver.flush()).resolves.toBe(true)
    expect(sent).toEqual([{ name: '远望' }])
  })

  it('has one request at a time; what is typed meanwhile follows in the next', async () => {
    const { saver, sent, serverDoes } = scene()
    let arrive: (refused: ReadonlySet<string>) => void = () => {}
    serverDoes(() => new Promise((resolve) => { arrive = resolve }))
    saver.change({ name: '远' })
    const done = saver.flush()
    saver.change({ name: '远望' })
    void saver.flush()
    expect(sent).toEqual([{ name: '远' }])
    serverDoes(() => Promise.resolve(new Set()))
    arrive(new Set())
    await expect(done).resolves.toBe(true)
    expect([sent, saver.unsaved()]).toEqual([[{ name: '远' }, { name: '远望' }], {}])
  })

  it('keeps what the server cannot take, and does not send it again until it is changed', async () => {
    const { saver, sent, serverDoes, pass } = scene()
    serverDoes(() => Promise.resolve(new Set(['length'])))
    saver.change({ name: '远望', length: '八十' })
    await pass()
    expect([saver.unsaved(), saver.state().kind]).toEqual([{ length: '八十' }, 'saved'])
    await saver.flush()
    expect(sent).toHaveLength(1)
  })

  it.each<SavingTrouble>(['offline', 'busy'])('keeps everything when the trouble is "%s" and tries again by itself', async (trouble) => {
    const { saver, sent, timers, pass, serverDoes } = scene()
    serverDoes(() => Promise.reject(trouble))
    saver.change({ name: '远望' })
    await expect(saver.flush()).resolves.toBe(false)
    expect([saver.state().kind, saver.unsaved(), timers.size]).toEqual([trouble, { name: '远望' }, 1])
    serverDoes(() => Promise.resolve(new Set()))
    await pass()
    expect([saver.state().kind, saver.unsaved(), sent.length]).toEqual(['saved', {}, 2])
  })

  it.each<SavingTrouble>(['signedOut', 'refused'])('waits for the person when the trouble is "%s", and loses nothing', async (trouble) => {
    const { saver, timers, serverDoes } = scene()
    serverDoes(() => Promise.reject(trouble))
    saver.change({ name: '远望' })
    await saver.flush()
    expect([saver.state().kind, saver.unsaved(), timers.size]).toEqual([trouble, { name: '远望' }, 0])
  })

  it('sends what the page before a login or a reload left behind', async () => {
    const { saver, sent, pass } = scene({ left: { name: '远望' } })
    await pass()
    expect([sent, saver.unsaved()]).toEqual([[{ name: '远望' }], {}])
  })
})
