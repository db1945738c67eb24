// Every address of portal and workbench, in one table: the router reads `patterns`, links are built with `paths`.
// paths.matter({ matter: 'newborn' }) → '/matters/newborn'; the last argument is the query: paths.search({}, { q: '上户口' }).

export const patterns = {
  home: '/',
  search: '/search',
  assistant: '/assistant',
  guidance: '/guidance',
  stage: '/stages/:stage',
  matter: '/matters/:matter',
  services: '/services',
  service: '/services/:service',
  importedService: '/services/imported/:code',
  apply: '/apply/:application',
  applyScenario: '/apply/:application/scenario',
  applyKept: '/apply/:application/kept',
  applyTasks: '/apply/:application/tasks',
  applyConsents: '/apply/:application/consents',
  applyTopic: '/apply/:application/topics/:topic',
  applyDocuments: '/apply/:application/documents',
  applyCheck: '/apply/:application/check',
  applySubmit: '/apply/:application/submit',
  applications: '/applications',
  application: '/applications/:application',
  applicationResult: '/applications/:application/results/:result',
  applicationCorrections: '/applications/:application/corrections',
  progress: '/progress',
  fees: '/fees',
  paymentOrder: '/payments/:order',
  rate: '/rate/:token',
  publicRatings: '/ratings',
  ownRatings: '/ratings/mine',
  inbox: '/inbox',
  message: '/inbox/:message',
  checkNotice: '/check',
  checkedNotice: '/check/:code',
  licences: '/licences',
  wallet: '/wallet',
  walletCard: '/wallet/:card',
  walletShow: '/wallet/:card/show',
  walletRequest: '/wallet/requests/:request',
  verify: '/verify',
  showCode: '/show-code',
  help: '/help',
  helpTopic: '/help/:topic',
  myData: '/my-data',
  consents: '/my-data/consents',
  erasure: '/my-data/erasure',
  credit: '/my-data/credit',
  disputes: '/my-data/disputes',
  newDispute: '/my-data/disputes/new',
  dispute: '/my-data/disputes/:dispute',
  delegations: '/delegations',
  newDelegation: '/delegations/new',
  nameStaff: '/delegations/staff/:power',
  agencies: '/agencies',
  myAgency: '/my-agency',
  batches: '/batches',
  batchAnswers: '/batch-answers',
  batch: '/batches/:batch',
  hardCases: '/hard-cases',
  hardCase: '/hard-cases/:hardCase',
  answer: '/answers/:answer',
  crossRegion: '/cross-region',
  benefits: '/benefits',
  myBenefits: '/benefits/mine',
  tryBenefits: '/benefits/try',
  payLists: '/benefits/lists',
  payList: '/benefits/lists/:list',
  benefit: '/benefits/:benefit',
  newRequest: '/requests/new',
  requests: '/requests',
  publicRequests: '/requests/public',
  publicRequest: '/requests/public/:request',
  requestProgress: '/requests/progress/:token',
  request: '/requests/:request',
  accessibility: '/accessibility',
  workbench: '/workbench/',
  workbenchCase: '/workbench/cases/:case',
  workbenchTable: '/workbench/table',
  workbenchFind: '/workbench/find',
  workbenchWorkload: '/workbench/workload',
  workbenchWindow: '/workbench/window',
  workbenchHandOver: '/workbench/window/hand-over',
  workbenchReceipt: '/workbench/window/receipts/:application',
  workbenchSlip: '/workbench/window/slips/:pickup',
  workbenchDeliveries: '/workbench/deliveries',
  workbenchLabels: '/workbench/deliveries/labels',
  workbenchHelping: '/workbench/helping',
  workbenchAgencies: '/workbench/agencies',
  workbenchGuardians: '/workbench/guardians',
  workbenchTransfers: '/workbench/transfers',
  workbenchTransfer: '/workbench/transfers/:transfer',
  workbenchOverdue: '/workbench/overdue',
  workbenchOpinions: '/workbench/opinions',
  workbenchProposals: '/workbench/proposals',
  workbenchDeputies: '/workbench/deputies',
  workbenchVisits: '/workbench/site-visits',
  workbenchVisit: '/workbench/site-visits/:visit',
  workbenchSupervision: '/workbench/supervision',
  workbenchMessages: '/workbench/messages',
  workbenchUndertakings: '/workbench/undertakings',
  workbenchUndertakingTallies: '/workbench/undertakings/statistics',
  workbenchCareBills: '/workbench/care-bills',
  workbenchObjections: '/workbench/undertakings/objections',
  workbenchUndertaking: '/workbench/undertakings/:undertaking',
  workbenchResources: '/workbench/resources',
  workbenchResourceNew: '/workbench/resources/new',
  workbenchAccessRequests: '/workbench/resources/requests',
  workbenchAccessRequest: '/workbench/resources/requests/:request',
  workbenchDuties: '/workbench/resources/duties',
  workbenchConsumers: '/workbench/resources/systems',
  workbenchResource: '/workbench/resources/:resource',
  workbenchResourceEdit: '/workbench/resources/:resource/edit',
  workbenchResourceAsk: '/workbench/resources/:resource/ask',
  workbenchDisputes: '/workbench/disputes',
  workbenchDispute: '/workbench/disputes/:dispute',
  workbenchCredentials: '/workbench/credentials',
  workbenchCredentialAsk: '/workbench/credentials/ask',
  workbenchCredential: '/workbench/credentials/:credential',
  workbenchCatalogue: '/workbench/catalogue',
  workbenchDesigns: '/workbench/designs',
  workbenchDesign: '/workbench/designs/:design',
  workbenchReconciliation: '/workbench/reconciliation',
  workbenchGuides: '/workbench/guides',
  workbenchNoCertificate: '/workbench/guides/no-certificate',
  workbenchRules: '/workbench/rules',
  workbenchHardCases: '/workbench/hard-cases',
  workbenchHardCaseIntake: '/workbench/hard-cases/new',
  workbenchHardCaseLedger: '/workbench/hard-cases/ledger',
  workbenchHardCaseOpinion: '/workbench/hard-cases/opinions/:opinion',
  workbenchHardCase: '/workbench/hard-cases/:hardCase',
  workbenchLessons: '/workbench/lessons',
  workbenchHotline: '/workbench/hotline',
  workbenchKnowledge: '/workbench/knowledge',
  workbenchRequestImports: '/workbench/request-imports',
  workbenchUnfound: '/workbench/unfound',
  workbenchTablet: '/workbench/window/rate',
  workbenchRatings: '/workbench/ratings',
  workbenchRating: '/workbench/ratings/:rating',
  workbenchBenefits: '/workbench/benefits',
  workbenchBenefitGovernance: '/workbench/benefits/governance',
  workbenchPayList: '/workbench/benefits/lists/:list',
  workbenchInsight: '/workbench/insight',
  workbenchInsightRows: '/workbench/insight/rows',
  workbenchHotTopics: '/workbench/hot-topics',
  workbenchHotTopic: '/workbench/hot-topics/:topic',
  workbenchGovernanceTasks: '/workbench/governance-tasks',
  workbenchRequests: '/workbench/requests',
  workbenchRequest: '/workbench/requests/:request',
  workbenchDutyList: '/workbench/duties',
} as const

type Name = keyof typeof patterns
type ParamName<P extends string> = P extends `${string}:${infer Param}/${infer Rest}`
  ? Param | ParamName<`/${Rest}`>
  : P extends `${string}:${infer Param}`
    ? Param
    : never
type Params<P extends string> = [ParamName<P>] extends [never] ? Record<string, never> : Record<ParamName<P>, string>
type Query = Record<string, string | number | undefined>
type Builder<P extends string> = [ParamName<P>] extends [never]
  ? (params?: Params<P>, query?: Query) => string
  : (params: Params<P>, query?: Query) => string

/** Fills a pattern; values are percent-encoded, query entries that are undefined or empty are left out. */
function fill(pattern: string, params: Record<string, string> = {}, query: Query = {}): string {
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  return search.size > 0 ? `${path}?${search}` : path
}

export const paths = Object.fromEntries(
  Object.entries(patterns).map(([name, pattern]) => [name, (params?: Record<string, string>, query?: Query) => fill(pattern, params, query)]),
  // Object.fromEntries forgets which name has which pattern.
) as { [N in Name]: Builder<(typeof patterns)[N]> }

/** Whether an address belongs to the workbench app; the portal has to load it as a new page, and the other way round. */
export function isWorkbenchPath(path: string): boolean {
  return path === '/workbench' || path.startsWith('/workbench/')
}
