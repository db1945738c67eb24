// 韦春笙's form gets what no form wants: emoji, ten thousand letters, SQL, HTML, in every text field of every topic.
// Every field says clearly what is wrong or takes the text as text; nothing is lost, nothing is executed.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ask } from './harness/api.ts'
import { pathOf } from './harness/form.ts'
import { desk, type Journey } from './harness/journey.ts'
import { answersOf, families, prepareDraft } from './harness/prepare.ts'

const kinds = {
  emoji: '宝宝👶🏽🎉🇨🇳👨‍👩‍👧',
  sql: `Robert'); DROP TABLE applications; --`,
  html: '<img src=x onerror="window.hostile=1"><script>window.hostile=1</script>',
  long: '长'.repeat(10_000),
} as const

/** Labels and contents of the text fields of the page, in order. */
const textFields = (page: Page) => page.getByRole('main').locator('form').getByRole('textbox')

const contentsOf = (page: Page): Promise<string[]> => textFields(page).evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '')))

const messages = (page: Page): Promise<string[]> => page.getByRole('main').locator('[aria-invalid=true]').evaluateAll((fields) => fields.map((field) => (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim()))

export const journey: Journey = {
  name: 'hostile',
  about: '表情、一万个字、SQL、HTML 填进每一格：说清楚、不丢、不执行 / emoji, 10,000 letters, SQL and HTML in every field',
  run: async ({ product, open, step, picture, note }) => {
    // Without consents everything is asked, so every kind of field is there.
    const { draft } = await prepareDraft(product.url, families.wei, { answers: questionsOnly, consent: false })
    const page = await open({ as: '韦春笙', at: `/apply/${draft.id}/tasks`, size: desk })
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => assert.fail(`a dialog opened: ${dialog.message()}`)))
    const { plan } = await ask(page, 'getDraft', { params: { id: draft.id } })
    const topics = [...new Set(plan.concepts.filter(({ source, value }) => source.kind === 'ask' && value === undefined).map(({ topic }) => topic))]

    for (const topic of topics) {
      const path = `/apply/${draft.id}/topics/${topic}`
      for (const [kind, text] of Object.entries(kinds)) {
        await page.goto(path)
        await page.getByRole('main').getByRole('button', { name: '继续', exact: true }).waitFor()
        const count = await textFields(page).count()
        if (count === 0) continue
        await step(`${topic}: ${kind} × ${count}`, async () => {
          for (const field of await textFields(page).all()) await field.fill(text)
          const typed = await contentsOf(page)
          assert.ok(typed.every((content) => content === text || content.length > 0), 'no field threw its content away while typing')
          await page.getByRole('main').getByRole('button', { name: '继续', exact: true }).click()
          const summary = page.getByRole('heading', { name: /处需要改一下/ })
          await Promise.race([summary.waitFor(), page.waitForURL((address) => address.pathname !== path)])
          if (pathOf(page) === path) {
            assert.deepEqual(await contentsOf(page), typed, 'what was typed is still there')
            const said = await messages(page)
            assert.ok(said.length > 0 && said.every((message) => /[。！]/.test(message)), `every wrong field says a sentence: ${JSON.stringify(said)}`)
            if (kind === 'html') await picture(page, `${topic}-${kind}`, { fullPage: true })
          }
          await page.goto(path)
          await page.getByRole('main').getByRole('button', { name: '继续', exact: true }).waitFor()
          assert.deepEqual(await contentsOf(page), typed, 'what was typed survives a reload')
          assert.equal(await page.evaluate(() => 'hostile' in window), false, 'nothing was executed')
        }, { goOn: true })
      }
    }

    await step('检查页和搜索把它当文字 / the check page and the search show it as text', async () => {
      await page.goto(`/apply/${draft.id}/check`)
      await page.getByRole('heading', { level: 1, name: '检查一遍' }).waitFor()
      await page.goto(`/search?${new URLSearchParams({ q: kinds.html })}`)
      await page.getByText('没有找到').or(page.getByText(/^找到 \d+ 条/)).first().waitFor()
      assert.equal(await page.evaluate(() => 'hostile' in window), false, 'nothing was executed')
      note(`${topics.length} 个主题 / topics`)
      const drafts = await ask(page, 'listApplications')
      assert.equal(drafts.applications.length, 1, 'the applications are still there')
    })
  },
}

const { 'applicant.role': role, 'parents.married': married, 'child.birthPlaceKind': born, 'child.householdFollows': follows, 'mother.hasMaternityInsurance': insured } = answersOf(families.wei)
const questionsOnly = Object.fromEntries(Object.entries({ 'applicant.role': role, 'parents.married': married, 'child.birthPlaceKind': born, 'child.householdFollows': follows, 'mother.hasMaternityInsurance': insured }).flatMap(([concept, value]) => (value === undefined ? [] : [[concept, value]])))
