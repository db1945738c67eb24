// Every address of portal and workbench, as nobody, as a resident and as staff: on a phone, in elder mode, in the dark, in English.
// An address added to web/shared/paths.ts without a place here fails the journey.
import { exampleCode } from '../server/modules/catalogue/gdzwfw-example.ts'
import { paths, patterns } from '../web/shared/paths.ts'
import { ask } from './harness/api.ts'
import { untilReadable } from './harness/chinese.ts'
import { desk, phone, type Journey, type Scene, type Window } from './harness/journey.ts'
import { axeProblems, headProblems, overflowProblems, targetProblems, typeProblems } from './harness/page-checks.ts'
import { answersOf, families, prepareApplication, prepareDraft } from './harness/prepare.ts'
import type { Page } from 'playwright-core'

type Place = { name: string; path: string }

type Look = Required<Pick<Window, 'size' | 'settings'>> & { name: string; language: string; check: (page: Page) => Promise<string[]> }

const inTheDark = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const problems = (await axeProblems(page, 'only')).map((problem) => `dark: ${problem}`)
  await page.emulateMedia({ colorScheme: 'light' })
  return problems
}

const looks: readonly Look[] = [
  {
    name: '手机 / phone', size: phone, settings: {}, language: 'zh-CN',
    check: async (page) => [...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 44)), ...(await inTheDark(page))],
  },
  {
    name: '长辈版 / elder', size: phone, settings: { mode: 'elder' }, language: 'zh-CN',
    check: async (page) => [...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 60)), ...(await typeProblems(page, 22)), ...(await inTheDark(page))],
  },
  {
    name: '英文 / English', size: desk, settings: { language: 'en' }, language: 'en',
    check: async (page) => [...(await axeProblems(page, 'without')), ...(await overflowProblems(page))],
  },
]

const openToAll: readonly Place[] = [
  { name: 'home', path: paths.home() },
  { name: 'search', path: paths.search({}, { q: '上户口' }) },
  { name: 'search-nothing', path: paths.search({}, { q: '量子纠缠' }) },
  { name: 'stage', path: paths.stage({ stage: 'birth' }) },
  { name: 'matter', path: paths.matter({ matter: 'newborn' }) },
  { name: 'services', path: paths.services() },
  { name: 'service', path: paths.service({ service: 'birth-certificate' }) },
  { name: 'importedService', path: paths.importedService({ code: exampleCode }) },
  { name: 'help', path: paths.help() },
  { name: 'accessibility', path: paths.accessibility() },
]

/** What only the person may see, asked for by nobody. */
const signedOut: readonly Place[] = [{ name: 'applications-signed-out', path: paths.applications() }, { name: 'not-found', path: '/no-such-page' }]

/** A second resident whose application only has to be handed in. */
const prepareComplete = async (url: string): Promise<Place[]> => {
  const { draft } = await prepareDraft(url, families.song)
  const application = draft.id
  return [
    { name: 'applySubmit', path: paths.applySubmit({ application }) },
    { name: 'applyConsents-answered', path: paths.applyConsents({ application }) },
    { name: 'applyTasks-done', path: paths.applyTasks({ application }) },
    { name: 'applications-draft', path: paths.applications() },
  ]
}

/** A resident with an application handed in, one result, messages, and a second application half filled in. */
const prepareResident = async (url: string): Promise<Place[]> => {
  const { session, id } = await prepareApplication(url, families.deng)
  // Without the consents everything is asked and documents are needed.
  const { draft } = await prepareDraft(url, families.deng, { answers: { ...answersOf(families.deng), 'child.birthPlaceKind': 'elsewhere' }, consent: false })
  const [application, topic] = [draft.id, 'child']
  const result = await firstResult(() => session.fetch(`/api/v1/applications/${id}`))
  const { messages } = (await (await session.fetch('/api/v1/messages')).json()) as { messages: { id: string }[] }
  return [
    { name: 'applyScenario', path: paths.applyScenario({ application }, { question: 'applicant.role' }) },
    { name: 'applyTasks', path: paths.applyTasks({ application }) },
    { name: 'applyConsents', path: paths.applyConsents({ application }) },
    { name: 'applyTopic', path: paths.applyTopic({ application, topic }) },
    { name: 'applyDocuments', path: paths.applyDocuments({ application }) },
    { name: 'applyCheck', path: paths.applyCheck({ application }) },
    { name: 'applyKept', path: paths.applyKept({ application }) },
    { name: 'apply', path: paths.apply({ application }) },
    { name: 'applications', path: paths.applications() },
    { name: 'application', path: paths.application({ application: id }) },
    { name: 'applicationResult', path: paths.applicationResult({ application: id, result }) },
    { name: 'inbox', path: paths.inbox() },
    { name: 'message', path: paths.message({ message: messages[0]?.id ?? '' }) },
    { name: 'myData', path: paths.myData() },
    { name: 'home-resident', path: paths.home() },
    { name: 'matter-resident', path: paths.matter({ matter: 'newborn' }) },
  ]
}

/** A design with one change, so that every part of the designer has something to show. */
const prepareDesign = async (page: Page): Promise<string> => {
  const { id, revision } = await ask(page, 'beginDesign', { body: { pack: 'shenzhen', title: '改新生儿的取件方式', about: 'matters/newborn' } })
  await ask(page, 'saveDesign', { params: { id }, body: { revision, changes: [{ file: 'shenzhen/matters/newborn.yaml', content: 'overrides: newborn\ndelivery: {zh-CN: 结果在线上看，卡片寄到家。, en: All results are online; the card comes by post.}\n' }] } })
  return id
}

const patienceMs = 30_000

/** Rules decide one service by themselves, a moment after the application was handed in. */
const firstResult = async (track: () => Promise<Response>): Promise<string> => {
  for (const since = performance.now(); performance.now() - since < patienceMs; ) {
    const { cases } = (await (await track()).json()) as { cases: { result: { id: string } | null }[] }
    const found = cases.find(({ result }) => result !== null)?.result
    if (found) return found.id
  }
  throw new Error('no result of the service that rules decide')
}

const visit = async (page: Page, { name, path }: Place, look: Look, { step, picture }: Scene): Promise<void> => {
  await page.goto(path)
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('.tb-skeleton, [aria-busy=true]') === null)
  const label = `${look.name} ${name}`
  await step(label, async () => {
    await untilReadable(page)
    const problems = [...(await headProblems(page, look.language)), ...(await look.check(page))]
    if (problems.length > 0) throw new Error(problems.join('\n'))
  }, { goOn: true })
  await picture(page, label.replaceAll(/[^\w-]+/g, ' ').trim().replaceAll(' ', '-'), { fullPage: true })
}

export const journey: Journey = {
  name: 'routes-axe',
  about: '每一页：无障碍、大小、横向滚动、标题、语言、字体 / every page: axe, sizes, sideways scrolling, title, language, fonts',
  run: async (scene) => {
    const { product, open, step } = scene
    const resident = await step('准备一位居民的办件 / a resident with applications', () => prepareResident(product.url))
    const complete = await step('另一位只差提交 / another only has to hand in', () => prepareComplete(product.url))
    const clerk = await open({ as: '侯景行', at: '/workbench/' })
    const { cases } = await ask(clerk, 'listCases', { query: { view: 'all', limit: 50 } })
    const official: Place[] = [
      { name: 'workbench', path: paths.workbench() },
      { name: 'workbenchCase', path: paths.workbenchCase({ case: cases[0]?.id ?? '' }) },
    ]
    const supervisor: Place[] = [{ name: 'workbenchOverdue', path: paths.workbenchOverdue() }]
    const design = await prepareDesign(await open({ as: '顾屿宁', at: paths.workbenchDesigns() }))
    const designer: Place[] = [
      { name: 'workbenchCatalogue', path: paths.workbenchCatalogue() }, { name: 'workbenchGuides', path: paths.workbenchGuides() },
      { name: 'workbenchDesigns', path: paths.workbenchDesigns() },
      ...['services', 'questions', 'topics', 'texts', 'preview', 'samples', 'source', 'changes', 'review'].map((part) => ({ name: `workbenchDesign-${part}`, path: paths.workbenchDesign({ design }, { part }) })),
      { name: 'workbenchDesign', path: paths.workbenchDesign({ design }, { part: 'service', item: 'birth-certificate' }) },
    ]
    const visits = [
      { as: undefined, places: [...openToAll, ...signedOut], expected: [/status of 40[14] /] },
      { as: '郑书禾', places: resident, expected: [] },
      { as: '姜予安', places: complete, expected: [] },
      { as: '侯景行', places: official, expected: [] },
      { as: '向明诚', places: supervisor, expected: [] },
      { as: '顾屿宁', places: designer, expected: [] },
    ]
    const covered = new Set(visits.flatMap(({ places }) => places.map(({ name }) => name)))
    await step('没有漏掉任何地址 / no address is left out', async () => {
      const missing = Object.keys(patterns).filter((name) => !covered.has(name))
      if (missing.length > 0) throw new Error(`add to e2e/routes-axe.ts: ${missing.join(', ')}`)
    }, { goOn: true })
    const walk = async (look: Look) => {
      for (const { as, places, expected } of visits) {
        const [first] = places
        if (!first) continue
        const page = await open({ ...(as ? { as } : {}), at: first.path, size: look.size, settings: look.settings, expected })
        for (const place of places) await visit(page, place, look, scene)
        await page.context().close()
      }
    }
    // Two at a time: as many as a small machine has cores.
    const [first, ...others] = looks
    await Promise.all([first && walk(first), others.reduce((before, look) => before.then(() => walk(look)), Promise.resolve())])
  },
}
