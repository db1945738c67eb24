// A phone on a bad network: the page is there before the app, can be read and searched without it, and nothing typed meanwhile is lost.
// Scripts are held back by the journey itself.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { nowhere, phone, type Journey } from './harness/journey.ts'

const scripts = /\/assets\/[^/]+\.js$/

/** Holds scripts back until they are let go. */
const holdScripts = async (page: Page): Promise<() => void> => {
  const gate = Promise.withResolvers<void>()
  await page.route(scripts, async (route) => {
    await gate.promise
    await route.continue()
  })
  return gate.resolve
}

export const journey: Journey = {
  name: 'first-view',
  about: '程序还没到，页面先能看能搜，打的字不丢 / the page before the app: readable, searchable, no word lost',
  run: async ({ open, step, picture }) => {
    await step('没有脚本也能看到数字、能搜索 / without scripts the figures are there and the search works', async () => {
      const page = await open({ at: nowhere, size: phone, expected: [/ERR_FAILED|ERR_BLOCKED/] })
      await page.route(scripts, (route) => route.abort())
      await page.goto('/matters/newborn')
      await page.getByRole('heading', { level: 1, name: /新生儿出生/ }).waitFor()
      assert.match(await page.getByRole('main').innerText(), /要填 \d+ 项/)
      assert.match(await page.title(), /新生儿出生/)
      await page.goto('/')
      await page.getByRole('combobox').fill('上户口')
      await page.getByRole('button', { name: '搜一搜' }).click()
      await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === '上户口')
    })

    await step('程序到之前打的字还在，光标也在 / words typed before the app came are still there, and so is the cursor', async () => {
      const page = await open({ at: nowhere, size: phone })
      const letGo = await holdScripts(page)
      await page.goto('/', { waitUntil: 'commit' })
      const box = page.getByRole('combobox')
      await box.pressSequentially('孩子出')
      assert.equal(await page.getByRole('button', { name: '长辈版' }).isDisabled(), true)
      letGo()
      await page.getByRole('button', { name: '长辈版' }).and(page.locator(':enabled')).waitFor()
      await page.keyboard.type('生了')
      assert.equal(await box.inputValue(), '孩子出生了')
      await picture(page, '01-words-kept')
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === '孩子出生了')
    })

    await step('选过的语言和长辈版，服务器画的第一眼就是 / what was chosen before is what the server draws', async () => {
      const page = await open({ at: '/accessibility', size: phone, settings: { language: 'en', mode: 'elder' } })
      await page.getByRole('heading', { level: 1, name: 'Accessibility' }).waitFor()
      const letGo = await holdScripts(page)
      await page.goto('/accessibility', { waitUntil: 'commit' })
      await page.getByRole('heading', { level: 1, name: 'Accessibility' }).waitFor()
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['mode']]), ['en', 'elder'])
      letGo()
      await page.getByRole('button', { name: 'Menu' }).and(page.locator(':enabled')).waitFor()
    })
  },
}
