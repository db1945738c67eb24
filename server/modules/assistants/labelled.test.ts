// The assistant over labelled questions on the packs that come with the product: what it must know, and what it must not say.
// Figures are printed; ASSISTANT_OPEN=1 lists what went wrong in the open half. The frozen half is only counted.
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countFalse, countRight, type Ask } from '../../../eval/assistant/measure.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { loadPacks } from '../catalogue/index.ts'
import { indexCatalogue } from '../search/index.ts'
import { answerFrom, retrieve, type Asked } from './answering.ts'

let testing: TestApp
beforeAll(async () => {
  testing = await startTestApp({ clock: clockAt('2026-11-22T10:00:00+08:00'), packs: loadPacks(fileURLToPath(new URL('../../../packs', import.meta.url)), { on: '2026-11-22' }), environment: { REGION: '440300' } })
  await indexCatalogue(testing.app.db, testing.app.packs, '440300')
})
afterAll(() => testing.close())

const answer = async (question: string, about?: Asked['about']) => {
  const language = /\p{Script=Han}/u.test(question) ? 'zh-CN' : 'en'
  return answerFrom(await retrieve(testing.app, { question, language, ...(about ? { about } : {}) }), language)
}

const ask: Ask = async (question, after) => {
  const before = after === undefined ? undefined : await answer(after)
  const told = await answer(question, before && 'about' in before && before.about ? before.about : undefined)
  return { kind: told.kind, told: told.kind === 'answer' ? told.told.map(({ text }) => text).join('') : '', ...('about' in told && told.about ? { about: told.about.id } : {}) }
}

const percent = ({ count, of }: { count: number; of: number }) => `${count} of ${of} (${((100 * count) / of).toFixed(1)} %)`

test.for(['open', 'frozen'] as const)('of questions no source answers at most one in a hundred is answered, %s half', { timeout: 60_000 }, async (half, { annotate }) => {
  const answered = await countFalse(half, ask)
  await annotate(`answered although nothing says it, ${half}: ${percent(answered)}`)
  if (half === 'open' && process.env['ASSISTANT_OPEN']) console.log(answered.rows.join('\n'))
  expect(answered.count / answered.of).toBeLessThanOrEqual(0.01)
})

test.for(['open', 'frozen'] as const)('of questions the packs answer most are answered rightly, %s half', { timeout: 60_000 }, async (half, { annotate }) => {
  const right = await countRight(half, ask)
  await annotate(`answered rightly, ${half}: ${percent(right)}`)
  if (half === 'open' && process.env['ASSISTANT_OPEN']) console.log(right.rows.join('\n'))
  expect(right.count / right.of).toBeGreaterThanOrEqual(0.8)
})
