// The pictures of README and guides, taken from the running product with invented people: `npm run screenshots`.
// Whoever changes how a page looks runs this again; nothing is retouched.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { untilReadable } from '../e2e/harness/chinese.ts'
import { launchChromium } from '../e2e/harness/chromium.ts'
import { desk, phone, type Size } from '../e2e/harness/journey.ts'
import { logInAs } from '../e2e/harness/people.ts'
import { families, prepareApplication, prepareDraft, type Family } from '../e2e/harness/prepare.ts'
import { startProduct } from '../e2e/harness/product.ts'
import { loginOverHttp } from '../server/modules/people/demo-login.ts'
import type { Reply } from '../web/api/client.ts'
import { paths } from '../web/shared/paths.ts'
import type { Settings } from '../web/shared/look.ts'

const folder = fileURLToPath(new URL('../docs/img/', import.meta.url))
const zhou: Family = { applicant: 'tan-xiaotang', role: 'mother', region: '440305', father: '440305198911079992', mother: '43010419920405998X', child: '周以恒', insured: true }

type Picture = { name: string; as?: string; path: string; size: Size; settings?: Partial<Settings>; ready?: (page: Page) => Promise<void> }

/** An official takes the actions, in order, on the first open case of a service. */
const handle = async (url: string, official: string, service: string, applicant: string, actions: readonly ('claim' | 'accept' | 'grant')[]): Promise<void> => {
  const session = await loginOverHttp(url, official, { staff: true })
  const { cases } = (await (await session.fetch('/api/v1/cases?view=all&limit=200')).json()) as Reply<'listCases'>
  const found = cases.find((each) => each.service === service && each.applicant === applicant)
  if (!found) throw new Error(`${official} has no case ${service} of ${applicant}`)
  for (const action of actions) {
    const { revision } = (await (await session.fetch(`/api/v1/cases/${found.id}`)).json()) as Reply<'getCase'>
    const reply = await session.fetch(`/api/v1/cases/${found.id}/${action}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ revision }) })
    if (!reply.ok) throw new Error(`${action} ${found.number}: ${reply.status} ${await reply.text()}`)
  }
}

/** Cases of the police begin when the birth certificate is there, a moment after it was granted; waits for as many as were granted. */
const untilStarted = async (url: string, official: string, service: string, applicants: readonly string[]): Promise<string> => {
  const session = await loginOverHttp(url, official, { staff: true })
  for (const since = performance.now(); performance.now() - since < 30_000; ) {
    const { cases } = (await (await session.fetch('/api/v1/cases?view=all&limit=200')).json()) as Reply<'listCases'>
    const found = applicants.flatMap((applicant) => cases.find((each) => each.service === service && each.applicant === applicant) ?? [])
    if (found.length === applicants.length && found[0]) return found[0].id
  }
  throw new Error(`${service} did not begin`)
}

/** A change of a policy of the province, just begun. */
const beginPolicy = async (url: string): Promise<string> => {
  const session = await loginOverHttp(url, 'guangdong-designer', { staff: true })
  const reply = await session.fetch('/api/v1/designs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ pack: 'guangdong', title: '调整养老服务补贴', about: 'benefits/elder-service-subsidy' }) })
  return ((await reply.json()) as Reply<'beginDesign'>).id
}

const prepare = async (url: string): Promise<Picture[]> => {
  const chen = await prepareApplication(url, families.chen)
  for (const family of [families.wu, zhou]) await prepareApplication(url, family)
  const applicants = ['陈小满', '吴嘉树', '谭晓棠']
  for (const applicant of applicants) await handle(url, 'nanshan-health-approver', 'birth-certificate', applicant, ['accept', 'grant'])
  const first = await untilStarted(url, 'nanshan-public-security-approver', 'household-registration', applicants)
  await handle(url, 'nanshan-public-security-approver', 'household-registration', '陈小满', ['claim', 'accept'])
  await handle(url, 'nanshan-medical-insurance-clerk', 'birth-allowance', '陈小满', ['claim', 'accept'])
  const policy = await beginPolicy(url)
  const { draft } = await prepareDraft(url, { ...families.chen, applicant: 'luo-yu', role: 'mother' }, { answers: halfFilled })
  return [
    { name: 'home', path: paths.home(), size: desk },
    { name: 'search', path: paths.search({}, { q: '孩子出生了要办哪些手续' }), size: desk },
    { name: 'matter', path: paths.matter({ matter: 'newborn' }), size: { width: 1440, height: 1200 } },
    { name: 'matter-phone-elder', path: paths.matter({ matter: 'newborn' }), size: phone, settings: { mode: 'elder' } },
    { name: 'apply-tasks', as: '罗雨', path: paths.applyTasks({ application: draft.id }), size: desk },
    { name: 'tracking', as: '陈小满', path: paths.application({ application: chen.id }), size: { width: 1440, height: 1100 } },
    { name: 'workbench', as: '鲁承泽', path: paths.workbenchCase({ case: first }), size: desk },
    { name: 'policy', as: '岑望舒', path: paths.workbenchDesign({ design: policy }, { part: 'policy' }), size: { width: 1440, height: 1300 } },
    { name: 'policy-samples', as: '岑望舒', path: paths.workbenchDesign({ design: policy }, { part: 'tests' }), size: desk },
    { name: 'overdue', as: '向明诚', path: paths.workbenchOverdue(), size: desk },
  ]
}

/** The situation and the numbers, so that the registries have answered and the rest is still to do. */
const halfFilled = {
  'applicant.role': 'mother', 'parents.married': true, 'child.birthPlaceKind': 'here', 'child.householdFollows': 'father', 'mother.hasMaternityInsurance': true,
  'father.idNumber': families.chen.father, 'child.name': families.chen.child, 'child.birthOrder': 1,
}

const take = async (browser: Browser, url: string, { name, as, path, size, settings }: Picture): Promise<void> => {
  const context = await browser.newContext({ baseURL: url, viewport: size, isMobile: size === phone, hasTouch: size === phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  if (settings) await context.addInitScript((stored) => location.protocol.startsWith('http') && localStorage.setItem('tongban.settings', stored), JSON.stringify(settings))
  const page = await context.newPage()
  if (as) await logInAs(page, as, path)
  else await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await untilReadable(page)
  const { length } = await page.screenshot({ path: join(folder, `${name}.png`) })
  process.stdout.write(`docs/img/${name}.png  ${Math.round(length / 1000)} kB\n`)
  await context.close()
}

const product = await startProduct()
try {
  const browser = await launchChromium()
  try {
    await mkdir(folder, { recursive: true })
    for (const picture of await prepare(product.url)) await take(browser, product.url, picture)
  } finally {
    await browser.close()
  }
} finally {
  await product.stop()
}
