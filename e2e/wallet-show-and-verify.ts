// 欧阳蕙贞 shows on her phone that she is over sixty, and no more; whoever checks sees just that, once. Then without network: her phone
// shows, the other checks, both offline. At a window her code stands in for a copy of her card. Nothing is left after logging out.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { axeProblems } from './harness/page-checks.ts'
import { desk, phone, type Journey } from './harness/journey.ts'

const name = '欧阳蕙贞'
const born = '1951'

/** A camera that looks at a picture: what the browser would see of the other's screen. */
const lookAt = (page: Page, picture: string) =>
  page.evaluate(async (source) => {
    const image = Object.assign(new Image(), { src: source })
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const pen = canvas.getContext('2d')
    // A stream has pictures only as long as something is drawn.
    setInterval(() => pen?.drawImage(image, 0, 0), 50)
    const camera = canvas.captureStream(20)
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(camera)
  }, picture)

const pictureOf = async (page: Page, code: string): Promise<string> => `data:image/png;base64,${(await page.getByRole('img', { name: code }).screenshot()).toString('base64')}`

const spoken = async (page: Page): Promise<string> => (await page.locator('.wallet-code-spoken').innerText()).trim()

export const journey: Journey = {
  name: 'wallet-show-and-verify',
  about: '欧阳蕙贞亮码证明满 60 周岁，对方扫码核验；没网也行 / she shows that she is over sixty, the other checks; without network, too',
  run: async ({ open, step, picture, note }) => {
    const offline = [/ERR_INTERNET_DISCONNECTED/, /preload/]
    const holder = await open({ as: name, at: '/wallet', size: phone, expected: [/status of 40[49] /, ...offline] })
    const checker = await open({ at: '/verify', size: phone, expected: offline })

    await step('把身份证领进手机 / the identity card goes into the wallet', async () => {
      await holder.getByRole('checkbox', { name: '居民身份证', exact: true }).check()
      await holder.getByRole('button', { name: '同意查询并领取' }).click()
      await holder.getByText('领到 1 张').waitFor()
      await holder.getByRole('link', { name: '亮码：居民身份证' }).waitFor()
      assert.deepEqual(await axeProblems(holder), [])
      await picture(holder, '01-wallet', { fullPage: true })
    })

    await step('只亮“年满 60 周岁” / she shows only that she is over sixty', async () => {
      await holder.getByRole('link', { name: '亮码：居民身份证' }).click()
      await holder.getByRole('radio', { name: /^只证明：年满 60 周岁/ }).check()
      await holder.getByRole('radio', { name: '享受优惠、优待' }).check()
      assert.deepEqual(await axeProblems(holder), [])
      await picture(holder, '02-choose', { fullPage: true })
      await holder.getByRole('button', { name: '亮码', exact: true }).click()
      await holder.locator('.wallet-code-spoken').waitFor()
      assert.deepEqual(await axeProblems(holder), [])
      await picture(holder, '03-code')
    })

    const code = await spoken(holder)

    await step('对方用摄像头扫，只看到这一项 / the other scans and sees just that', async () => {
      await lookAt(checker, await pictureOf(holder, '给对方扫的二维码'))
      await checker.getByRole('button', { name: '用摄像头扫码' }).click()
      await checker.getByText('真的，有效').waitFor()
      const seen = await checker.getByRole('main').innerText()
      assert.ok(seen.includes('年满 60 周岁') && seen.includes('享受优惠、优待') && !seen.includes(born) && !seen.includes(name), seen)
      assert.deepEqual(await axeProblems(checker), [])
      await picture(checker, '04-valid', { fullPage: true })
      await holder.getByText('对方看过了').waitFor()
    })

    await step('同一个码再核就不行，编的码更不行 / the same code does not work again, a made-up one neither', async () => {
      const check = async (text: string, says: string) => {
        await checker.getByRole('textbox', { name: '或者输入对方念的码' }).fill(text)
        await checker.getByRole('button', { name: '核验', exact: true }).click()
        await checker.getByText(says).first().waitFor()
      }
      await check(code, '这个码已经看过了')
      await picture(checker, '05-used')
      await check('K7QM 2X9D PT4W Z8RH', '没有这个码')
      await check('123', '这串码不对')
    })

    await step('两边都断网：离线码照样核得了 / both without network: the offline code is checked all the same', async () => {
      // The keys kept from before the card was issued are shown until the present ones have come.
      const present = checker.waitForResponse((response) => response.url().endsWith('/verification-trust') && response.ok())
      await checker.goto('/verify')
      await (await present).finished()
      await checker.getByText(/签发密钥和有效状态更新于/).waitFor()
      await checker.evaluate(() => navigator.serviceWorker.ready)
      await holder.goto('/wallet')
      await holder.getByText('就是这部').waitFor()
      await holder.evaluate(() => navigator.serviceWorker.ready)
      // What the workers keep is there once the page itself is.
      const kept = (page: Page, scope: string) => page.waitForFunction(async (path) => (await (await caches.open(`tongban${path}`)).match(path)) !== undefined, scope)
      await kept(holder, '/wallet')
      await kept(checker, '/verify')
      await holder.context().setOffline(true)
      await checker.context().setOffline(true)
      await holder.reload()
      await checker.reload()
      await holder.getByText(/下面是上次打开时存在这部手机里的/).waitFor()
      await picture(holder, '06-offline-wallet', { fullPage: true })
      await holder.getByRole('link', { name: '亮码：居民身份证' }).click()
      await holder.getByRole('radio', { name: /^只证明：年满 60 周岁/ }).check()
      await holder.getByRole('button', { name: '亮码', exact: true }).click()
      await holder.getByRole('img', { name: '离线二维码' }).waitFor()
      await picture(holder, '07-offline-code')
      await lookAt(checker, await pictureOf(holder, '离线二维码'))
      await checker.getByRole('button', { name: '用摄像头扫码' }).click()
      await checker.getByText('真的，有效').waitFor()
      const seen = await checker.getByRole('main').innerText()
      assert.ok(seen.includes('年满 60 周岁') && seen.includes('没有网络') && !seen.includes(born), seen)
      await picture(checker, '08-offline-valid', { fullPage: true })
      await holder.context().setOffline(false)
      await checker.context().setOffline(false)
    })

    await step('窗口扫码，不用复印 / a window scans it, no copy needed', async () => {
      const clerk = await open({ as: '樊以沫', at: '/workbench/window', size: desk, expected: [/status of (403|404|409|422) /] })
      await clerk.getByRole('radio').first().check()
      await clerk.getByRole('button', { name: '上岗' }).click()
      await holder.goto('/wallet')
      await holder.getByRole('link', { name: '亮码：居民身份证' }).click()
      await holder.getByRole('radio', { name: '证上的全部内容' }).check()
      await holder.getByRole('button', { name: '亮码', exact: true }).click()
      await holder.locator('.wallet-code-spoken').waitFor()
      const reader = clerk.getByRole('textbox', { name: '读卡、扫码' })
      await reader.fill(await spoken(holder))
      await reader.press('Enter')
      await clerk.getByRole('region', { name: '正在服务' }).getByText(name).waitFor()
      await clerk.getByRole('heading', { name: '对方出示的：居民身份证' }).waitFor()
      assert.deepEqual(await axeProblems(clerk), [])
      await picture(clerk, '09-window', { fullPage: true })
      await clerk.getByRole('button', { name: /^办完了，请下一位/ }).click()
      await reader.waitFor()
      assert.ok(!(await clerk.content()).includes(name))
      await clerk.goto('/workbench/window/hand-over')
      await clerk.getByRole('button', { name: '签字交班' }).click()
    })

    await step('使用记录里都看得到 / the log of the card tells all of it', async () => {
      await holder.goto('/wallet')
      await holder.getByRole('link', { name: /^详细内容 居民身份证/ }).click()
      await holder.getByText('想看，没看到：码已经用过').waitFor()
      await holder.getByText('扫码核验：享受优惠、优待').waitFor()
      await picture(holder, '10-uses', { fullPage: true })
    })

    await step('退出登录，手机里什么也不留 / logging out leaves nothing on the phone', async () => {
      await holder.getByRole('button', { name: '菜单' }).click()
      await holder.getByRole('button', { name: new RegExp(name) }).click()
      await holder.getByRole('menuitem', { name: '退出登录' }).click()
      await holder.waitForURL(({ pathname }) => pathname === '/')
      const left = await holder.evaluate(async () => ({ stores: (await indexedDB.databases()).map((each) => each.name), caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length }))
      assert.deepEqual(left, { stores: [], caches: [], workers: 0 })
      note('IndexedDB、缓存和离线程序都已清空 / storage, cache and worker are gone')
    })
  },
}
