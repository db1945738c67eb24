// Every address of portal and workbench, as nobody, as a resident and as staff: on a phone, in elder mode, in the dark, in English.
// An address added to web/shared/paths.ts without a place here fails the journey.
import { setTimeout as sleep } from 'node:timers/promises'
import { exampleCode } from '../server/modules/catalogue/gdzwfw-example.ts'
import { paths, patterns } from '../web/shared/paths.ts'
import { ask } from './harness/api.ts'
import { promisePhoto } from './harness/first-card.ts'
import { untilReadable } from './harness/chinese.ts'
import { axeSource } from './harness/chromium.ts'
import { desk, phone, type Journey, type Scene } from './harness/journey.ts'
import { axeProblems, headProblems, overflowProblems, targetProblems, typeProblems } from './harness/page-checks.ts'
import { prepareHardCases } from './harness/hard-cases.ts'
import { prepareRequests } from './harness/requests.ts'
import { answersOf, families, prepareApplication, prepareDraft } from './harness/prepare.ts'
import { prepareVisit } from './harness/restaurant.ts'
import { fillTemplate } from './harness/table.ts'
import { call } from '../server/commands/demo-calls.ts'
import { loginOverHttp, type LoggedIn } from '../server/modules/people/demo-login.ts'
import { plainDate } from '../server/kernel/clock.ts'
import type { Page } from 'playwright-core'

type Place = { name: string; path: string }

type Look = { name: string; size: { width: number; height: number }; mode: 'normal' | 'elder'; language: 'zh-CN' | 'en'; check: (page: Page) => Promise<string[]> }

const inTheDark = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const problems = (await axeProblems(page, 'contrast')).map((problem) => `dark: ${problem}`)
  await page.emulateMedia({ colorScheme: 'light' })
  return problems
}

const looks: readonly Look[] = [
  {
    name: '手机 / phone', size: phone, mode: 'normal', language: 'zh-CN',
    check: async (page) => [...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 44)), ...(await inTheDark(page))],
  },
  {
    name: '长辈版 / elder', size: phone, mode: 'elder', language: 'zh-CN',
    check: async (page) => [...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 60)), ...(await typeProblems(page, 22))],
  },
  {
    name: '英文 / English', size: desk, mode: 'normal', language: 'en',
    check: async (page) => [...(await axeProblems(page, 'names')), ...(await overflowProblems(page))],
  },
]

const openToAll: readonly Place[] = [
  { name: 'home', path: paths.home() },
  { name: 'search', path: paths.search({}, { q: '上户口' }) },
  { name: 'search-empty', path: paths.search() },
  { name: 'search-complain', path: paths.search({}, { q: '投诉' }) },
  { name: 'search-nothing', path: paths.search({}, { q: '量子纠缠' }) },
  { name: 'guidance', path: paths.guidance() },
  { name: 'assistant', path: paths.assistant({}, { q: '换身份证要多少钱' }) },
  { name: 'assistant-unknown', path: paths.assistant({}, { q: '南山区民政局局长是谁' }) },
  { name: 'stage', path: paths.stage({ stage: 'birth' }) },
  { name: 'matter', path: paths.matter({ matter: 'newborn' }) },
  { name: 'benefits', path: paths.benefits() }, { name: 'benefit', path: paths.benefit({ benefit: 'stability-refund' }) }, { name: 'tryBenefits', path: paths.tryBenefits() }, { name: 'payLists', path: paths.payLists() }, { name: 'payList', path: paths.payList({ list: '00000000-0000-7000-8000-000000000000' }) },
  { name: 'publicRatings', path: paths.publicRatings() }, { name: 'rate', path: paths.rate({ token: 'a'.repeat(50) }) },
  { name: 'checkNotice', path: paths.checkNotice() },
  { name: 'checkedNotice', path: paths.checkedNotice({ code: '0000-0000-0000-0000' }) },
  { name: 'services', path: paths.services() },
  { name: 'service', path: paths.service({ service: 'birth-certificate' }) },
  { name: 'importedService', path: paths.importedService({ code: exampleCode }) },
  { name: 'progress', path: paths.progress() },
  { name: 'help', path: paths.help() },
  { name: 'helpTopic', path: paths.helpTopic({ topic: 'show-licence' }) },
  { name: 'crossRegion', path: paths.crossRegion() },
  { name: 'crossRegion-compared', path: paths.crossRegion({}, { here: '440100', there: '440300', matter: 'newborn' }) },
  { name: 'hardCases', path: paths.hardCases() },
  { name: 'answer', path: paths.answer({ answer: 'sole-heir-abroad' }) },
  { name: 'verify', path: paths.verify() },
  { name: 'newRequest', path: paths.newRequest() }, { name: 'newRequest-where', path: paths.newRequest({}, { step: 'where' }) }, { name: 'newRequest-who', path: paths.newRequest({}, { step: 'who' }) },
  { name: 'publicRequests', path: paths.publicRequests() }, { name: 'publicRequest', path: paths.publicRequest({ request: '00000000-0000-7000-8000-000000000000' }) },
  { name: 'accessibility', path: paths.accessibility() },
]

/** What only the person may see, asked for by nobody. */
const signedOut: readonly Place[] = [{ name: 'applications-signed-out', path: paths.applications() }, { name: 'not-found', path: '/no-such-page' }]

/** A second resident whose application only has to be handed in. */
const prepareComplete = async (url: string): Promise<Place[]> => {
  const { draft } = await prepareDraft(url, families.song, { answers: { ...answersOf(families.song), 'child.2.name': '宋承屿', 'child.2.birthOrder': 3 } })
  const application = draft.id
  return [
    { name: 'applySubmit', path: paths.applySubmit({ application }) },
    { name: 'applyConsents-answered', path: paths.applyConsents({ application }) },
    { name: 'applyTasks-done', path: paths.applyTasks({ application }) },
    { name: 'applications-draft', path: paths.applications() },
  ]
}

/** A table with one right row and one to mend. */
const prepareBatch = async (session: LoggedIn): Promise<string> => {
  const template = Buffer.from(await (await session.fetch('/api/v1/batch-matters/bankruptcy-check/template')).arrayBuffer())
  const form = new FormData()
  form.set('file', new Blob([Uint8Array.from(fillTemplate(template, [{ 统一社会信用代码: '91440101MA9990006W', 您就是管理人负责人: '是', 企业有或者有过员工: '否', 做进出口: '否', 从哪天查起: '2025-12-01', 结果发到哪个邮箱: 'office@example.com' }, { 统一社会信用代码: '1' }]))]), '清单.xlsx')
  return ((await (await session.fetch('/api/v1/batch-matters/bankruptcy-check/batches', { method: 'POST', body: form })).json()) as { id: string }).id
}

/** An address on record that is said to be wrong. */
const prepareDispute = async (session: LoggedIn, application: string): Promise<{ id: string; applicationId: string }> => {
  const body = JSON.stringify({ application, concept: 'father.residenceAddress', claimed: '广东省深圳市福田区示例路9号', explanation: '搬家了' })
  return (await (await session.fetch('/api/v1/disputes', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()) as { id: string; applicationId: string }
}

/** One authorisation given, and one that waits for an answer. */
const prepareDelegations = async (url: string, session: LoggedIn): Promise<void> => {
  const propose = (by: LoggedIn, as: string, other: { name: string; idNumber: string }) => by.fetch('/api/v1/delegations', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ as, other, matters: null, endsOn: plainDate(new Date()), maxUses: 3, reason: '' }),
  })
  await propose(session, 'person', { name: '邓云舟', idNumber: '440304199107299992' })
  await propose(await loginOverHttp(url, 'deng-yunzhou'), 'holder', { name: '郑书禾', idNumber: '440304199402119982' })
}

/** An identity card in the wallet, and an official who asks to see it. */
const prepareWallet = async (url: string, session: LoggedIn): Promise<{ card: string; request: string }> => {
  const post = async (by: LoggedIn, path: string, body: unknown) => (await (await by.fetch(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as { id: string }
  const { id: card } = await post(session, '/credentials/claims', { type: 'identity-card', consent: true })
  const official = await loginOverHttp(url, 'nanshan-public-security-approver', { staff: true })
  const { id: request } = await post(official, '/presentation-requests', { type: 'identity-card', claims: ['name'], purpose: '核对身份', legalBasis: '居民身份证法第十四条', region: '440305', person: { name: '郑书禾', idNumber: families.deng.mother } })
  return { card, request }
}

/** A resident with an application handed in, one result, messages, and a second application half filled in. */
const prepareResident = async (url: string): Promise<Place[]> => {
  const { session, id } = await prepareApplication(url, families.deng)
  // Without the consents everything is asked and documents are needed.
  const { draft } = await prepareDraft(url, families.deng, { answers: { ...answersOf(families.deng), 'child.birthPlaceKind': 'elsewhere' }, consent: false })
  const [application, topic] = [draft.id, 'child']
  const batch = await prepareBatch(session)
  const dispute = await prepareDispute(session, id)
  await prepareDelegations(url, session)
  const { card, request } = await prepareWallet(url, session)
  await grantFirst(url, session, id)
  const result = await firstResult(() => session.fetch(`/api/v1/applications/${id}`))
  const { messages } = (await (await session.fetch('/api/v1/messages')).json()) as { messages: { id: string }[] }
  return [
    { name: 'licences', path: paths.licences() },
    { name: 'wallet', path: paths.wallet() }, { name: 'walletCard', path: paths.walletCard({ card }) }, { name: 'walletShow', path: paths.walletShow({ card }) }, { name: 'walletRequest', path: paths.walletRequest({ request }) },
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
    { name: 'ownRatings', path: paths.ownRatings() }, { name: 'inbox', path: paths.inbox() }, { name: 'showCode', path: paths.showCode() },
    { name: 'message', path: paths.message({ message: messages[0]?.id ?? '' }) },
    { name: 'myData', path: paths.myData() }, { name: 'consents', path: paths.consents() }, { name: 'erasure', path: paths.erasure() }, { name: 'credit', path: paths.credit() }, { name: 'disputes', path: paths.disputes() },
    { name: 'newDispute', path: paths.newDispute({}, { application: dispute.applicationId, concept: 'father.householdAddress' }) }, { name: 'dispute', path: paths.dispute({ dispute: dispute.id }) },
    { name: 'fees', path: paths.fees() }, { name: 'paymentOrder', path: paths.paymentOrder({ order: '00000000-0000-7000-8000-000000000000' }) },
    { name: 'delegations', path: paths.delegations() },
    { name: 'newDelegation', path: paths.newDelegation({}, { as: 'person' }) },
    { name: 'agencies', path: paths.agencies() }, { name: 'myAgency', path: paths.myAgency() }, { name: 'batchAnswers', path: paths.batchAnswers() },
    { name: 'nameStaff', path: paths.nameStaff({ power: '00000000-0000-7000-8000-000000000000' }) },
    { name: 'batches', path: paths.batches() },
    { name: 'batch', path: paths.batch({ batch }) },
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

/** A clerk who sits at a window and serves 郑书禾. */
const prepareWindow = async (page: Page, resident: readonly Place[]): Promise<Place[]> => {
  await ask(page, 'takeSeat', { body: { outlet: 'futian-hall', counter: '2' } })
  await ask(page, 'identifyAtWindow', { body: { card: { name: '郑书禾', idNumber: families.deng.mother } } })
  const application = resident.find(({ name }) => name === 'application')?.path.split('/').at(-1) ?? ''
  return [
    { name: 'workbenchTablet', path: paths.workbenchTablet() }, { name: 'workbenchWindow', path: paths.workbenchWindow() }, { name: 'workbenchHandOver', path: paths.workbenchHandOver() },
    { name: 'workbenchReceipt', path: paths.workbenchReceipt({ application }) },
    { name: 'workbenchDeliveries', path: paths.workbenchDeliveries() }, { name: 'workbenchDeliveries-waiting', path: paths.workbenchDeliveries({}, { view: 'waiting' }) },
    { name: 'workbenchLabels', path: paths.workbenchLabels() }, { name: 'workbenchSlip', path: paths.workbenchSlip({ pickup: '01900000-0000-7000-8000-000000000000' }) },
  ]
}

/** One authority asks another for two fields; what both see. @param page of the officer who asks */
const prepareSharing = async (page: Page): Promise<{ asker: Place[]; keeper: Place[] }> => {
  const { id } = await ask(page, 'submitAccessRequest', {
    body: {
      resource: 'population', region: '440305', line: 'human-resources', service: null, fields: ['name', 'householdAddress'], purpose: '核对就业补贴申请人的户籍', legalBasis: { title: '中华人民共和国就业促进法' }, perDay: 500, until: null, batch: false, renews: null,
    },
  })
  const request = { name: 'workbenchAccessRequest', path: paths.workbenchAccessRequest({ request: id }) }
  const resource = { resource: 'population' }
  return {
    asker: [
      { name: 'workbenchResources', path: paths.workbenchResources() }, { name: 'workbenchResource', path: paths.workbenchResource(resource) }, { name: 'workbenchResourceAsk', path: paths.workbenchResourceAsk(resource) }, request,
      { name: 'workbenchDuties', path: paths.workbenchDuties() },
    ],
    keeper: [
      { name: 'workbenchAccessRequests', path: paths.workbenchAccessRequests() }, { ...request, name: 'workbenchAccessRequest-answering' }, { name: 'workbenchResourceEdit', path: paths.workbenchResourceEdit(resource) },
      { name: 'workbenchResourceNew', path: paths.workbenchResourceNew() }, { name: 'workbenchConsumers', path: paths.workbenchConsumers() },
    ],
  }
}

const patienceMs = 60_000

/** The birth certificate, which the others wait for. */
const grantFirst = async (url: string, session: LoggedIn, id: string): Promise<void> => {
  const { cases } = await call<{ cases: { id: string; service: string }[] }>(session, 'GET', `/applications/${id}`)
  const first = cases.find(({ service }) => service === 'birth-certificate')?.id ?? ''
  const approver = await loginOverHttp(url, 'futian-health-approver', { staff: true })
  for (const action of ['accept', 'grant']) await call(approver, 'POST', `/cases/${first}/${action}`, { revision: (await call<{ revision: number }>(approver, 'GET', `/cases/${first}`)).revision })
}

/** A moment after it was granted. */
const firstResult = async (track: () => Promise<Response>): Promise<string> => {
  for (const since = performance.now(); performance.now() - since < patienceMs; ) {
    const { cases } = (await (await track()).json()) as { cases: { result: { id: string } | null }[] }
    const found = cases.find(({ result }) => result !== null)?.result
    if (found) return found.id
    await sleep(50)
  }
  throw new Error('no result of what was granted')
}

const untilQuiet = (page: Page) => page.waitForFunction(() => document.querySelector('.tb-skeleton, [aria-busy=true]') === null)

/** As somebody does in another window of the same browser. */
const choose = async (page: Page, { size, mode, language }: Look): Promise<void> => {
  await page.setViewportSize(size)
  await page.evaluate((chosen) => {
    localStorage.setItem('tongban.settings', chosen)
    dispatchEvent(new StorageEvent('storage', { key: 'tongban.settings', newValue: chosen }))
  }, JSON.stringify({ mode, language }))
}

const untilChosen = async (page: Page, { mode, language }: Look): Promise<void> => {
  await page.waitForFunction(([lang, look]) => document.documentElement.lang === lang && document.documentElement.dataset['mode'] === look, [language, mode])
  await untilQuiet(page)
}

const check = async (page: Page, place: Place, look: Look, { step, picture }: Scene): Promise<void> => {
  const label = `${look.name} ${place.name}`
  await step(label, async () => {
    await choose(page, look)
    await untilChosen(page, look)
    await untilReadable(page)
    const problems = [...(await headProblems(page, look.language)), ...(await look.check(page))]
    if (problems.length > 0) throw new Error(problems.join('\n'))
  }, { goOn: true })
  // Pictures of what is looked at most; of the others the checks say enough.
  if (look.language === 'zh-CN') await picture(page, label.replaceAll(/[^\w-]+/g, ' ').trim().replaceAll(' ', '-'), { fullPage: true })
}

/** Loaded once, as a phone does, and seen in every look, one after the other. */
const visit = async (page: Page, place: Place, scene: Scene): Promise<void> => {
  const [first] = looks
  if (first) await choose(page, first) // The page that is left need not be drawn in it.
  await page.goto(place.path)
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await untilQuiet(page)
  for (const look of looks) await check(page, place, look, scene)
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
      { name: 'workbenchOpinions', path: paths.workbenchOpinions() }, { name: 'workbenchObjections', path: paths.workbenchObjections() }, { name: 'workbenchCareBills', path: paths.workbenchCareBills() }, { name: 'workbenchDeputies', path: paths.workbenchDeputies() },
      { name: 'workbenchCredentials', path: paths.workbenchCredentials() }, { name: 'workbenchCredentialAsk', path: paths.workbenchCredentialAsk() }, { name: 'workbenchCredential', path: paths.workbenchCredential({ credential: '00000000-0000-7000-8000-000000000000' }) },
      { name: 'workbenchTable', path: paths.workbenchTable() }, { name: 'workbenchFind', path: paths.workbenchFind({}, { q: '新生儿' }) },
    ]
    const supervisor: Place[] = [{ name: 'workbenchTextMessages', path: paths.workbenchTextMessages() }, { name: 'workbenchBenefits', path: paths.workbenchBenefits() }, { name: 'workbenchBenefitGovernance', path: paths.workbenchBenefitGovernance() }, { name: 'workbenchBenefitGovernance-forecast', path: paths.workbenchBenefitGovernance({}, { tab: 'forecast' }) }, { name: 'workbenchPayList', path: paths.workbenchPayList({ list: '00000000-0000-7000-8000-000000000000' }) }, { name: 'workbenchRatings', path: paths.workbenchRatings({}, { view: 'all' }) }, { name: 'workbenchRating', path: paths.workbenchRating({ rating: '00000000-0000-7000-8000-000000000000' }) }, { name: 'workbenchInsight', path: paths.workbenchInsight() }, { name: 'workbenchInsightRows', path: paths.workbenchInsightRows({}, { measure: 'received' }) }, { name: 'workbenchHotTopics', path: paths.workbenchHotTopics() }, { name: 'workbenchGovernanceTasks', path: paths.workbenchGovernanceTasks() }, { name: 'workbenchHotTopic', path: paths.workbenchHotTopic({ topic: '00000000-0000-7000-8000-000000000000' }) }, { name: 'workbenchOverdue', path: paths.workbenchOverdue() }, { name: 'workbenchSupervision', path: paths.workbenchSupervision() }, { name: 'workbenchMessages', path: paths.workbenchMessages() }, { name: 'workbenchRules', path: paths.workbenchRules() }, { name: 'workbenchDutyList', path: paths.workbenchDutyList() }, { name: 'workbenchDutyList-try', path: paths.workbenchDutyList({}, { part: 'try' }) }, { name: 'workbenchDutyList-findings', path: paths.workbenchDutyList({}, { part: 'findings' }) }, { name: 'workbenchRules-table', path: paths.workbenchRules({}, { table: 'senior-citizen-card' }) }, { name: 'workbenchWorkload', path: paths.workbenchWorkload() }, { name: 'workbenchAgencies', path: paths.workbenchAgencies() }, { name: 'workbenchGuardians', path: paths.workbenchGuardians() }, { name: 'workbenchHelping', path: paths.workbenchHelping() }, { name: 'workbenchReconciliation', path: paths.workbenchReconciliation() }]
    const { disputes: [dispute] } = await ask(await open({ as: '雷语桐', at: '/workbench/disputes' }), 'listDisputes', { query: { view: 'open', limit: 1 } })
    const register: Place[] = [{ name: 'workbenchDisputes', path: paths.workbenchDisputes() }, { name: 'workbenchDispute', path: paths.workbenchDispute({ dispute: dispute?.id ?? '' }) }]
    const undertaking = await promisePhoto(product.url, 'lin-zhiyuan')
    supervisor.push(
      { name: 'workbenchUndertakings', path: paths.workbenchUndertakings({}, { view: 'due' }) }, { name: 'workbenchUndertaking', path: paths.workbenchUndertaking({ undertaking }) },
      { name: 'workbenchUndertakingTallies', path: paths.workbenchUndertakingTallies() }, { name: 'workbenchProposals', path: paths.workbenchProposals() },
    )
    const designing = await open({ as: '顾屿宁', at: paths.workbenchDesigns() })
    const design = await prepareDesign(designing)
    const { id: policy } = await ask(designing, 'beginDesign', { body: { pack: 'shenzhen', title: '调整高龄老人津贴', about: 'benefits/high-age-allowance' } })
    const designer: Place[] = [
      { name: 'workbenchCatalogue', path: paths.workbenchCatalogue() }, { name: 'workbenchGuides', path: paths.workbenchGuides() }, { name: 'workbenchNoCertificate', path: paths.workbenchNoCertificate() },
      { name: 'workbenchDesigns', path: paths.workbenchDesigns() },
      ...['services', 'questions', 'topics', 'texts', 'preview', 'samples', 'source', 'changes', 'review'].map((part) => ({ name: `workbenchDesign-${part}`, path: paths.workbenchDesign({ design }, { part }) })),
      { name: 'workbenchDesign', path: paths.workbenchDesign({ design }, { part: 'service', item: 'birth-certificate' }) },
      ...['policy', 'tests', 'effect'].map((part) => ({ name: `workbenchDesign-${part}`, path: paths.workbenchDesign({ design: policy }, { part }) })),
    ]
    const site = await prepareVisit(product.url)
    const brigade: Place[] = [{ name: 'workbenchVisits', path: paths.workbenchVisits() }, { name: 'workbenchVisit', path: paths.workbenchVisit({ visit: site.visit }) }]
    const shopkeeper: Place[] = [{ name: 'applicationCorrections', path: paths.applicationCorrections({ application: site.id }) }, { name: 'application-visit', path: paths.application({ application: site.id }) }]
    const window = await prepareWindow(await open({ as: '崔若谷', at: paths.workbenchWindow() }), resident)
    const hard = await prepareHardCases(await open({ as: '郑书禾', at: paths.hardCases() }), await open({ as: '武安澜', at: paths.workbenchHardCases() }))
    resident.push({ name: 'hardCase', path: paths.hardCase({ hardCase: hard.answered }) })
    official.push({ name: 'workbenchHardCaseOpinion', path: paths.workbenchHardCaseOpinion({ opinion: hard.opinion }) })
    designer.push({ name: 'workbenchLessons', path: paths.workbenchLessons() }, { name: 'workbenchUnfound', path: paths.workbenchUnfound() }, { name: 'workbenchImprovements', path: paths.workbenchImprovements() }, { name: 'workbenchImprovement', path: paths.workbenchImprovement({ of: 'birth-certificate' }) })
    const coordinator: Place[] = [
      { name: 'workbenchHardCases', path: paths.workbenchHardCases() }, { name: 'workbenchHardCase', path: paths.workbenchHardCase({ hardCase: hard.consulting }) },
      { name: 'workbenchHardCase-answered', path: paths.workbenchHardCase({ hardCase: hard.answered }) }, { name: 'workbenchHardCaseIntake', path: paths.workbenchHardCaseIntake() },
      { name: 'workbenchHardCaseLedger', path: paths.workbenchHardCaseLedger() }, { name: 'workbenchHardCaseLedger-statistics', path: paths.workbenchHardCaseLedger({}, { tab: 'statistics' }) },
    ]
    const { working, answered, token } = await prepareRequests(await open({ as: '郑书禾', at: paths.requests() }), await open({ as: '成以宁', at: paths.workbenchRequests() }), await open({ as: '费行简', at: paths.workbenchRequests() }))
    resident.push({ name: 'myBenefits', path: paths.myBenefits() }, { name: 'newRequest-check', path: paths.newRequest({}, { step: 'check' }) }, { name: 'requests', path: paths.requests() }, { name: 'request', path: paths.request({ request: answered }) }, { name: 'requestProgress', path: paths.requestProgress({ token }) })
    const unit: Place[] = [{ name: 'workbenchRequests', path: paths.workbenchRequests() }, { name: 'workbenchRequest', path: paths.workbenchRequest({ request: working }) }, { name: 'workbenchRequest-answered', path: paths.workbenchRequest({ request: answered }) }]
    const sharing = await prepareSharing(await open({ as: '程以恒', at: paths.workbenchResources() }))
    const visits = [
      { as: undefined, places: [...openToAll, ...signedOut], expected: [/status of 40[14] /] },
      { as: '郑书禾', places: resident, expected: [/status of 404 .*payment-orders/] },
      { as: '姜予安', places: complete, expected: [] },
      { as: '侯景行', places: official, expected: [/status of 404 .*issued-credentials/] },
      { as: '崔若谷', places: window, expected: [/status of 404 /] },
      { as: '田若溪', places: [{ name: 'workbenchWindow-seat', path: paths.workbenchWindow() }, { name: 'workbenchHandOver-seatless', path: paths.workbenchHandOver() }, { name: 'workbenchTransfers', path: paths.workbenchTransfers() }, { name: 'workbenchTransfer', path: paths.workbenchTransfer({ transfer: '00000000-0000-7000-8000-000000000000' }) }], expected: [/status of 40[49] /] },
      { as: '向明诚', places: supervisor, expected: [/status of 404 .*(ratings|pay-lists|hot-topics)/] },
      { as: '武安澜', places: coordinator, expected: [] },
      { as: '江承泽', places: brigade, expected: [] },
      { as: '雷语桐', places: register, expected: [] },
      { as: '程以恒', places: sharing.asker, expected: [] },
      { as: '简书宁', places: sharing.keeper, expected: [] },
      { as: '沈听雪', places: shopkeeper, expected: [] },
      { as: '顾屿宁', places: designer, expected: [] },
      { as: '成以宁', places: unit, expected: [] },
      { as: '麦朗心', places: [{ name: 'workbenchHotline', path: paths.workbenchHotline() }, { name: 'workbenchKnowledge', path: paths.workbenchKnowledge() }], expected: [] },
      { as: '卓清源', places: [{ name: 'workbenchRequestImports', path: paths.workbenchRequestImports() }], expected: [] },
    ]
    const covered = new Set(visits.flatMap(({ places }) => places.map(({ name }) => name)))
    await step('没有漏掉任何地址 / no address is left out', async () => {
      const missing = Object.keys(patterns).filter((name) => !covered.has(name))
      if (missing.length > 0) throw new Error(`add to e2e/routes-axe.ts: ${missing.join(', ')}`)
    }, { goOn: true })
    // Two at a time: as many as a small machine has cores; the longest first.
    const waiting = visits.toSorted((a, b) => b.places.length - a.places.length)
    // Half a megabyte of script: brought this way the browser compiles it once for all pages of a window. Frames within them are not looked into.
    const axe = `if (self === top) {${await axeSource()}\n}`
    const walk = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const page = await open({ ...(next.as ? { as: next.as } : {}), at: next.places[0]?.path ?? '/', size: phone, expected: next.expected })
        await page.addInitScript(axe)
        for (const place of next.places) await visit(page, place, scene)
        await page.context().close()
      }
    }
    await Promise.all([walk(), walk()])
  },
}
