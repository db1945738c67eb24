// The pages of the workbench: one line per page, loaded when first visited, with the text areas it needs.
// Addresses come from web/shared/paths.ts.
import type { RouteObject } from 'react-router'
import { loadTexts } from '../shared/i18n/store.ts'
import { page, unknownAddress } from '../shared/page.tsx'
import { patterns } from '../shared/paths.ts'
import { RouteError } from '../shared/RouteError.tsx'
import { Loading } from '../ui/States.tsx'
import { StaffFrame } from './StaffFrame.tsx'
import { StaffGate } from './StaffGate.tsx'

/** The page most likely to come next is here before it is asked for. */
function loadQueue() {
  const next = () => import('./features/cases/CasePage.tsx')
  return import('./features/queue/QueuePage.tsx').finally(() => void next())
}

export const routes: RouteObject[] = [
  {
    element: <StaffFrame />,
    // The frame itself speaks: the gate, the palette's records.
    loader: async () => (await loadTexts(['staff', 'queue', 'cases', 'desk']), null),
    HydrateFallback: Loading,
    ErrorBoundary: RouteError,
    children: [
      {
        element: <StaffGate />,
        children: [
          page(patterns.workbench, loadQueue, 'queue', 'cases'),
          page(patterns.workbenchCase, () => import('./features/cases/CasePage.tsx'), 'queue', 'cases', 'handling', 'cross-region', 'transfer-desk', 'notices', 'supervision', 'rules', 'fee-desk', 'visit-desk'),
          page(patterns.workbenchTable, () => import('./features/desk/TablePage.tsx'), 'queue', 'cases', 'desk'),
          page(patterns.workbenchFind, () => import('./features/desk/FindPage.tsx'), 'queue', 'cases', 'desk'),
          page(patterns.workbenchWorkload, () => import('./features/desk/WorkloadPage.tsx'), 'desk'),
          page(patterns.workbenchWindow, () => import('./features/window/WindowPage.tsx'), 'window', 'fee-desk', 'delivery-desk'),
          page(patterns.workbenchHandOver, () => import('./features/window/HandOverPage.tsx'), 'window'),
          page(patterns.workbenchReceipt, () => import('./features/window/ReceiptPage.tsx'), 'window', 'cases'),
          page(patterns.workbenchSlip, () => import('./features/window/SlipPage.tsx'), 'window', 'delivery-desk'),
          page(patterns.workbenchDeliveries, () => import('./features/deliveries/DeliveriesPage.tsx'), 'delivery-desk'),
          page(patterns.workbenchLabels, () => import('./features/deliveries/LabelsPage.tsx'), 'delivery-desk'),
          page(patterns.workbenchHelping, () => import('./features/helping/HelpingPage.tsx'), 'proxy-desk'),
          page(patterns.workbenchAgencies, () => import('./features/agencies/AgenciesPage.tsx'), 'proxy-desk', 'proxies'),
          page(patterns.workbenchGuardians, () => import('./features/guardians/GuardiansPage.tsx'), 'proxy-desk', 'proxies'),
          page(patterns.workbenchSupervision, () => import('./features/supervision/SupervisionPage.tsx'), 'supervision'),
          page(patterns.workbenchMessages, () => import('./features/supervision/MessagesPage.tsx'), 'supervision'),
          page(patterns.workbenchOpinions, () => import('./features/opinions/OpinionsPage.tsx'), 'handling'),
          page(patterns.workbenchVisits, () => import('./features/site-visits/VisitsPage.tsx'), 'visit-desk'),
          page(patterns.workbenchVisit, () => import('./features/site-visits/VisitPage.tsx'), 'visit-desk'),
          page(patterns.workbenchProposals, () => import('./features/proposals/ProposalsPage.tsx'), 'proposals', 'cases'),
          page(patterns.workbenchDeputies, () => import('./features/deputies/DeputiesPage.tsx'), 'handling'),
          page(patterns.workbenchTransfers, () => import('./features/transfers/TransfersPage.tsx'), 'transfer-desk'),
          page(patterns.workbenchTransfer, () => import('./features/transfers/TransferPage.tsx'), 'transfer-desk', 'cross-region'),
          page(patterns.workbenchOverdue, () => import('./features/overdue/OverduePage.tsx'), 'overdue', 'cases'),
          page(patterns.workbenchUndertakings, () => import('./features/undertakings/UndertakingsPage.tsx'), 'undertakings-desk'),
          page(patterns.workbenchUndertakingTallies, () => import('./features/undertakings/TalliesPage.tsx'), 'undertakings-desk'),
          page(patterns.workbenchCareBills, () => import('./features/care-bills/CareBillsPage.tsx'), 'credit'),
          page(patterns.workbenchObjections, () => import('./features/undertakings/ObjectionsPage.tsx'), 'undertakings-desk'),
          page(patterns.workbenchUndertaking, () => import('./features/undertakings/UndertakingPage.tsx'), 'undertakings-desk'),
          page(patterns.workbenchDisputes, () => import('./features/disputes/DisputesPage.tsx'), 'dispute-desk'),
          page(patterns.workbenchDispute, () => import('./features/disputes/DisputePage.tsx'), 'dispute-desk', 'form'),
          page(patterns.workbenchCredentials, () => import('./features/credentials/CredentialsPage.tsx'), 'credential-desk'),
          page(patterns.workbenchCredentialAsk, () => import('./features/credentials/AskPage.tsx'), 'credential-desk'),
          page(patterns.workbenchCredential, () => import('./features/credentials/CredentialPage.tsx'), 'credential-desk'),
          page(patterns.workbenchHardCases, () => import('./features/hard-cases/HardCasesPage.tsx'), 'hard-case-desk'),
          page(patterns.workbenchHardCaseIntake, () => import('./features/hard-cases/IntakePage.tsx'), 'hard-case-desk'),
          page(patterns.workbenchHardCaseLedger, () => import('./features/hard-cases/LedgerPage.tsx'), 'hard-case-desk'),
          page(patterns.workbenchHardCaseOpinion, () => import('./features/hard-cases/OpinionPage.tsx'), 'hard-case-desk'),
          page(patterns.workbenchHardCase, () => import('./features/hard-cases/HardCasePage.tsx'), 'hard-case-desk'),
          page(patterns.workbenchLessons, () => import('./features/hard-cases/LessonsPage.tsx'), 'hard-case-desk'),
          page(patterns.workbenchReconciliation, () => import('./features/payments/ReconciliationPage.tsx'), 'fee-desk'),
          page(patterns.workbenchHotline, () => import('./features/hotline/HotlinePage.tsx'), 'hotline', 'requests'),
          page(patterns.workbenchRequestImports, () => import('./features/request-imports/ImportsPage.tsx'), 'request-imports'),
          page(patterns.workbenchTextMessages, () => import('./features/text-messages/TextMessagesPage.tsx'), 'text-message-desk'),
          page(patterns.workbenchKnowledge, () => import('./features/knowledge/KnowledgePage.tsx'), 'knowledge'),
          page(patterns.workbenchUnfound, () => import('./features/unfound/UnfoundPage.tsx'), 'unfound'),
          page(patterns.workbenchImprovements, () => import('./features/improvements/ImprovementsPage.tsx'), 'improvement-desk'),
          page(patterns.workbenchImprovement, () => import('./features/improvements/ImprovementPage.tsx'), 'improvement-desk'),
          page(patterns.workbenchTablet, () => import('./features/ratings/TabletPage.tsx'), 'rating-desk', 'ratings'),
          page(patterns.workbenchBenefits, () => import('./features/benefits/BenefitsDeskPage.tsx'), 'benefit-desk'),
          page(patterns.workbenchBenefitGovernance, () => import('./features/take-up/GovernancePage.tsx'), 'governance-desk', 'forecast-desk', 'benefit-desk'),
          page(patterns.workbenchPayList, () => import('./features/benefits/PayListPage.tsx'), 'benefit-desk'),
          page(patterns.workbenchRatings, () => import('./features/ratings/RatingsPage.tsx'), 'rating-desk'),
          page(patterns.workbenchRating, () => import('./features/ratings/RatingPage.tsx'), 'rating-desk'),
          page(patterns.workbenchHotTopics, () => import('./features/hot-topics/HotTopicsPage.tsx'), 'hot-topics'),
          page(patterns.workbenchGovernanceTasks, () => import('./features/hot-topics/GovernanceTasksPage.tsx'), 'hot-topics'),
          page(patterns.workbenchHotTopic, () => import('./features/hot-topics/HotTopicPage.tsx'), 'hot-topics', 'insight', 'request-desk'),
          page(patterns.workbenchInsight, () => import('./features/insight/InsightPage.tsx'), 'insight'),
          page(patterns.workbenchInsightRows, () => import('./features/insight/RowsPage.tsx'), 'insight', 'request-desk'),
          page(patterns.workbenchGuides, () => import('./features/guides/GuidesPage.tsx'), 'guides'),
          page(patterns.workbenchNoCertificate, () => import('./features/no-certificate/NoCertificatePage.tsx'), 'no-certificate'),
          page(patterns.workbenchRules, () => import('./features/rules/RulesPage.tsx'), 'rules', 'cases'),
          page(patterns.workbenchResources, () => import('./features/data-sharing/ResourcesPage.tsx'), 'data-sharing'),
          page(patterns.workbenchResourceNew, () => import('./features/data-sharing/EditPage.tsx'), 'data-sharing'),
          page(patterns.workbenchAccessRequests, () => import('./features/data-sharing/RequestsPage.tsx'), 'data-sharing'),
          page(patterns.workbenchAccessRequest, () => import('./features/data-sharing/RequestPage.tsx'), 'data-sharing'),
          page(patterns.workbenchDuties, () => import('./features/data-sharing/DutiesPage.tsx'), 'data-sharing'),
          page(patterns.workbenchConsumers, () => import('./features/data-sharing/ConsumersPage.tsx'), 'data-sharing'),
          page(patterns.workbenchResource, () => import('./features/data-sharing/ResourcePage.tsx'), 'data-sharing'),
          page(patterns.workbenchResourceEdit, () => import('./features/data-sharing/EditPage.tsx'), 'data-sharing'),
          page(patterns.workbenchResourceAsk, () => import('./features/data-sharing/AskPage.tsx'), 'data-sharing'),
          page(patterns.workbenchCatalogue, () => import('./features/catalogue/CataloguePage.tsx'), 'catalogue'),
          page(patterns.workbenchDesigns, () => import('./features/designs/DesignsPage.tsx'), 'designs', 'design-policies'),
          page(patterns.workbenchDesign, () => import('./features/designs/DesignPage.tsx'), 'forecast-desk', 'designs', 'design-elements', 'design-feel', 'design-policies', 'design-words', 'forecast-desk', 'form', 'rules'),
          page(patterns.workbenchDutyList, () => import('./features/duties/DutyListPage.tsx'), 'duties'),
          page(patterns.workbenchRequests, () => import('./features/requests/RequestsPage.tsx'), 'request-desk'),
          page(patterns.workbenchRequest, () => import('./features/requests/RequestPage.tsx'), 'request-desk', 'supervision'),
          unknownAddress,
        ],
      },
    ],
  },
]
