// The marriage registry takes five seconds, then answers nonsense: 陈小满 and 郑书禾 are not kept waiting for it, never see a wrong value
// as theirs, and are asked instead. Runs alone, because everybody's marriage registry misbehaves meanwhile.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ask } from './harness/api.ts'
import { headingOf } from './harness/form.ts'
import { phone, type Journey } from './harness/journey.ts'
import { leaveRegistries } from './harness/newborn.ts'
import { families, prepareDraft } from './harness/prepare.ts'

const registry = '婚姻登记信息库'
/** Ten seconds are as long as people wait without believing that something broke. */
const longestWaitMs = 10_000

const agree = (page: Page) => page.getByRole('button', { name: '全部同意，马上查' }).click()
const found = (page: Page) => page.getByRole('heading', { level: 1, name: /^查到 \d+ 项，不用您填$/ }).waitFor()

/** Where the day of the marriage comes from, and what it is. */
const marriageDay = async (page: Page, id: string) => {
  const { plan } = await ask(page, 'getDraft', { params: { id } })
  const { source, value } = plan.concepts.find(({ concept }) => concept === 'parents.marriageDate') ?? {}
  return { kind: source?.kind, value }
}

export const journey: Journey = {
  name: 'registry-odd',
  about: '婚姻登记库很慢、答得不对：不干等，不拿错的当真，改为自己填 / the marriage registry is slow, then talks nonsense: no waiting, no wrong value, asked instead',
  alone: true,
  run: async ({ product, open, step, note, picture }) => {
    try {
      await product.setFault('marriage', 'slow')
      await step('登记库五秒才答：等得有数，别的照样查到 / it takes five seconds: the wait is told and ends, the others answer', async () => {
        const { draft } = await prepareDraft(product.url, families.chen, { consent: false })
        const page = await open({ as: '陈小满', at: `/apply/${draft.id}/consents`, size: phone })
        const start = performance.now()
        await agree(page)
        await page.getByRole('heading', { level: 1, name: '正在查，请稍等' }).waitFor()
        await page.getByRole('listitem').filter({ hasText: registry }).waitFor()
        await picture(page, '01-waiting')
        await found(page)
        const waited = performance.now() - start
        note(`${(waited / 1000).toFixed(1)} s`)
        assert.ok(waited < longestWaitMs, `${Math.round(waited)} ms`)
        const { kind, value } = await marriageDay(page, draft.id)
        assert.ok(kind === 'ask' || value === '2016-05-20', 'asked, or found after all')
        if (kind === 'ask') await page.getByRole('paragraph').filter({ hasText: `${registry}暂时查不到` }).waitFor()
        await picture(page, '02-after-waiting')
        await leaveRegistries(page)
        assert.notEqual(await headingOf(page), '')
      })

      await product.setFault('marriage', 'wrong')
      await step('登记库答得不对：不采用，说明以后请她自己填 / it answers nonsense: nothing of it is taken, she is told and asked', async () => {
        const { draft } = await prepareDraft(product.url, families.deng, { consent: false })
        const page = await open({ as: '郑书禾', at: `/apply/${draft.id}/consents`, size: phone })
        await agree(page)
        await found(page)
        const { kind, value } = await marriageDay(page, draft.id)
        assert.deepEqual([kind, value ?? null], ['ask', null])
        const said = await page.getByRole('main').innerText()
        assert.ok(said.includes(registry), 'the registry is named among those that did not help')
        assert.ok(!/NaN|undefined|Invalid|13月|32日/.test(said), said)
        await picture(page, '03-nonsense')
      })
    } finally {
      await product.setFault('marriage', 'ok')
    }
  },
}
