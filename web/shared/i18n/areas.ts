// The list of text areas: one file per area and language, `zh-CN/<area>.ts` being the source of keys.
// A new area is one line here, one file in zh-CN and one in en; zh-HK is made by tools/zh-hk.ts.
import type accessibility from './zh-CN/accessibility.ts'
import type applications from './zh-CN/applications.ts'
import type apply from './zh-CN/apply.ts'
import type assistant from './zh-CN/assistant.ts'
import type atWindow from './zh-CN/at-window.ts'
import type batches from './zh-CN/batches.ts'
import type benefitDesk from './zh-CN/benefit-desk.ts'
import type benefits from './zh-CN/benefits.ts'
import type cases from './zh-CN/cases.ts'
import type catalogue from './zh-CN/catalogue.ts'
import type common from './zh-CN/common.ts'
import type credentialDesk from './zh-CN/credential-desk.ts'
import type credit from './zh-CN/credit.ts'
import type crossRegion from './zh-CN/cross-region.ts'
import type dataSharing from './zh-CN/data-sharing.ts'
import type delegations from './zh-CN/delegations.ts'
import type deliveries from './zh-CN/deliveries.ts'
import type deliveryDesk from './zh-CN/delivery-desk.ts'
import type desk from './zh-CN/desk.ts'
import type designElements from './zh-CN/design-elements.ts'
import type designFeel from './zh-CN/design-feel.ts'
import type designPolicies from './zh-CN/design-policies.ts'
import type designWords from './zh-CN/design-words.ts'
import type designs from './zh-CN/designs.ts'
import type feeDesk from './zh-CN/fee-desk.ts'
import type driftDesk from './zh-CN/drift-desk.ts'
import type disputeDesk from './zh-CN/dispute-desk.ts'
import type disputes from './zh-CN/disputes.ts'
import type forecastDesk from './zh-CN/forecast-desk.ts'
import type form from './zh-CN/form.ts'
import type governanceDesk from './zh-CN/governance-desk.ts'
import type guidance from './zh-CN/guidance.ts'
import type guides from './zh-CN/guides.ts'
import type halls from './zh-CN/halls.ts'
import type handling from './zh-CN/handling.ts'
import type hardCaseDesk from './zh-CN/hard-case-desk.ts'
import type hardCases from './zh-CN/hard-cases.ts'
import type help from './zh-CN/help.ts'
import type home from './zh-CN/home.ts'
import type hotline from './zh-CN/hotline.ts'
import type inbox from './zh-CN/inbox.ts'
import type knowledge from './zh-CN/knowledge.ts'
import type licences from './zh-CN/licences.ts'
import type matters from './zh-CN/matters.ts'
import type myData from './zh-CN/my-data.ts'
import type noCertificate from './zh-CN/no-certificate.ts'
import type notices from './zh-CN/notices.ts'
import type overdue from './zh-CN/overdue.ts'
import type payments from './zh-CN/payments.ts'
import type progress from './zh-CN/progress.ts'
import type proposals from './zh-CN/proposals.ts'
import type proxies from './zh-CN/proxies.ts'
import type proxyDesk from './zh-CN/proxy-desk.ts'
import type queue from './zh-CN/queue.ts'
import type requestDesk from './zh-CN/request-desk.ts'
import type requestImports from './zh-CN/request-imports.ts'
import type textMessageDesk from './zh-CN/text-message-desk.ts'
import type requests from './zh-CN/requests.ts'
import type hotTopics from './zh-CN/hot-topics.ts'
import type improvementDesk from './zh-CN/improvement-desk.ts'
import type insight from './zh-CN/insight.ts'
import type ratingDesk from './zh-CN/rating-desk.ts'
import type ratings from './zh-CN/ratings.ts'
import type duties from './zh-CN/duties.ts'
import type rules from './zh-CN/rules.ts'
import type search from './zh-CN/search.ts'
import type searchBox from './zh-CN/search-box.ts'
import type services from './zh-CN/services.ts'
import type shell from './zh-CN/shell.ts'
import type staff from './zh-CN/staff.ts'
import type stages from './zh-CN/stages.ts'
import type supervision from './zh-CN/supervision.ts'
import type transferDesk from './zh-CN/transfer-desk.ts'
import type undertakings from './zh-CN/undertakings.ts'
import type undertakingsDesk from './zh-CN/undertakings-desk.ts'
import type ui from './zh-CN/ui.ts'
import type unfound from './zh-CN/unfound.ts'
import type verify from './zh-CN/verify.ts'
import type visitDesk from './zh-CN/visit-desk.ts'
import type visits from './zh-CN/visits.ts'
import type wallet from './zh-CN/wallet.ts'
import type window from './zh-CN/window.ts'

export interface Texts {
  accessibility: typeof accessibility
  applications: typeof applications
  apply: typeof apply
  assistant: typeof assistant
  'at-window': typeof atWindow
  batches: typeof batches
  'benefit-desk': typeof benefitDesk
  benefits: typeof benefits
  cases: typeof cases
  catalogue: typeof catalogue
  common: typeof common
  'credential-desk': typeof credentialDesk
  credit: typeof credit
  'cross-region': typeof crossRegion
  'data-sharing': typeof dataSharing
  delegations: typeof delegations
  deliveries: typeof deliveries
  'delivery-desk': typeof deliveryDesk
  desk: typeof desk
  'design-elements': typeof designElements
  'design-feel': typeof designFeel
  'design-policies': typeof designPolicies
  'design-words': typeof designWords
  designs: typeof designs
  'fee-desk': typeof feeDesk
  'dispute-desk': typeof disputeDesk
  'drift-desk': typeof driftDesk
  disputes: typeof disputes
  'forecast-desk': typeof forecastDesk
  form: typeof form
  'governance-desk': typeof governanceDesk
  guidance: typeof guidance
  guides: typeof guides
  halls: typeof halls
  handling: typeof handling
  'hard-case-desk': typeof hardCaseDesk
  'hard-cases': typeof hardCases
  help: typeof help
  home: typeof home
  hotline: typeof hotline
  inbox: typeof inbox
  knowledge: typeof knowledge
  licences: typeof licences
  matters: typeof matters
  'my-data': typeof myData
  'no-certificate': typeof noCertificate
  notices: typeof notices
  overdue: typeof overdue
  payments: typeof payments
  progress: typeof progress
  proposals: typeof proposals
  proxies: typeof proxies
  'proxy-desk': typeof proxyDesk
  queue: typeof queue
  'request-desk': typeof requestDesk
  'request-imports': typeof requestImports
  'text-message-desk': typeof textMessageDesk
  requests: typeof requests
  'hot-topics': typeof hotTopics
  'improvement-desk': typeof improvementDesk
  insight: typeof insight
  'rating-desk': typeof ratingDesk
  ratings: typeof ratings
  duties: typeof duties
  rules: typeof rules
  search: typeof search
  'search-box': typeof searchBox
  services: typeof services
  shell: typeof shell
  staff: typeof staff
  stages: typeof stages
  supervision: typeof supervision
  ui: typeof ui
  'transfer-desk': typeof transferDesk
  undertakings: typeof undertakings
  'undertakings-desk': typeof undertakingsDesk
  unfound: typeof unfound
  verify: typeof verify
  'visit-desk': typeof visitDesk
  visits: typeof visits
  wallet: typeof wallet
  window: typeof window
}

export type Area = keyof Texts

/** Areas every page needs; they are there before the first page is drawn. */
export const coreAreas = ['common', 'shell', 'ui'] as const satisfies Area[]
