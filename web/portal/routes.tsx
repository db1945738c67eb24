// The pages of the portal: one line per page, loaded when first visited, with the text areas it needs.
// Addresses come from web/shared/paths.ts.
import type { RouteObject } from 'react-router'
import { page, unknownAddress } from '../shared/page.tsx'
import { patterns } from '../shared/paths.ts'
import { RouteError } from '../shared/RouteError.tsx'
import { prefetchHome } from './features/home/queries.ts'
import { PortalShell } from './PortalShell.tsx'

/** The first page's data is asked for while its code is still on the way. */
function loadHome() {
  void prefetchHome()
  return import('./features/home/HomePage.tsx')
}

export const routes: RouteObject[] = [
  {
    element: <PortalShell />,
    ErrorBoundary: RouteError,
    children: [
      page(patterns.home, loadHome, 'home', 'matters', 'stages', 'search-box'),
      page(patterns.search, () => import('./features/search/SearchPage.tsx'), 'search', 'search-box', 'stages'),
      page(patterns.assistant, () => import('./features/assistant/AssistantPage.tsx'), 'assistant'),
      page(patterns.guidance, () => import('./features/guidance/GuidancePage.tsx'), 'guidance', 'matters', 'halls'),
      page(patterns.stage, () => import('./features/stages/StagePage.tsx'), 'stages', 'matters'),
      page(patterns.matter, () => import('./features/matters/MatterPage.tsx'), 'matters', 'halls'),
      page(patterns.services, () => import('./features/services/ServicesPage.tsx'), 'services', 'halls'),
      page(patterns.service, () => import('./features/services/ServicePage.tsx'), 'services', 'halls'),
      page(patterns.importedService, () => import('./features/services/ImportedServicePage.tsx'), 'services'),
      page(patterns.apply, () => import('./features/apply/ApplyPage.tsx'), 'apply'),
      page(patterns.applyScenario, () => import('./features/apply/ScenarioPage.tsx'), 'apply', 'form'),
      page(patterns.applyKept, () => import('./features/apply/KeptPage.tsx'), 'apply', 'applications'),
      page(patterns.applyTasks, () => import('./features/apply/TasksPage.tsx'), 'apply', 'cross-region', 'matters', 'at-window'),
      page(patterns.applyConsents, () => import('./features/apply/ConsentsPage.tsx'), 'apply', 'form'),
      page(patterns.applyTopic, () => import('./features/apply/TopicPage.tsx'), 'apply', 'form'),
      page(patterns.applyDocuments, () => import('./features/apply/DocumentsPage.tsx'), 'apply', 'at-window'),
      page(patterns.applyCheck, () => import('./features/apply/CheckPage.tsx'), 'apply', 'form', 'payments', 'deliveries'),
      page(patterns.applySubmit, () => import('./features/apply/SubmitPage.tsx'), 'apply', 'at-window'),
      page(patterns.applications, () => import('./features/applications/ApplicationsPage.tsx'), 'applications', 'apply'),
      page(patterns.application, () => import('./features/applications/ApplicationPage.tsx'), 'applications', 'apply', 'form', 'matters', 'cross-region', 'undertakings', 'at-window', 'notices', 'visits', 'payments', 'deliveries', 'licences', 'ratings'),
      page(patterns.applicationResult, () => import('./features/applications/ResultPage.tsx'), 'applications', 'form', 'licences'),
      page(patterns.applicationCorrections, () => import('./features/applications/CorrectionsPage.tsx'), 'visits', 'applications', 'apply', 'form'),
      page(patterns.fees, () => import('./features/payments/FeesPage.tsx'), 'payments'),
      page(patterns.paymentOrder, () => import('./features/payments/OrderPage.tsx'), 'payments'),
      page(patterns.progress, () => import('./features/progress/ProgressPage.tsx'), 'progress', 'applications'),
      page(patterns.rate, () => import('./features/ratings/RatePage.tsx'), 'ratings'),
      page(patterns.publicRatings, () => import('./features/ratings/PublicRatingsPage.tsx'), 'ratings'),
      page(patterns.ownRatings, () => import('./features/ratings/OwnRatingsPage.tsx'), 'ratings'),
      page(patterns.inbox, () => import('./features/inbox/InboxPage.tsx'), 'inbox'),
      page(patterns.message, () => import('./features/inbox/InboxPage.tsx'), 'inbox'),
      page(patterns.checkNotice, () => import('./features/notices/CheckNoticePage.tsx'), 'notices'),
      page(patterns.checkedNotice, () => import('./features/notices/CheckNoticePage.tsx'), 'notices'),
      page(patterns.licences, () => import('./features/licences/LicencesPage.tsx'), 'licences'),
      page(patterns.wallet, () => import('./features/wallet/WalletPage.tsx'), 'wallet', 'licences', 'proxies'),
      page(patterns.walletCard, () => import('./features/wallet/CardPage.tsx'), 'wallet'),
      page(patterns.walletShow, () => import('./features/wallet/ShowPage.tsx'), 'wallet'),
      page(patterns.walletRequest, () => import('./features/wallet/RequestPage.tsx'), 'wallet'),
      page(patterns.verify, () => import('./features/verify/VerifyPage.tsx'), 'verify'),
      page(patterns.showCode, () => import('./features/show-code/ShowCodePage.tsx'), 'at-window'),
      page(patterns.crossRegion, () => import('./features/cross-region/CrossRegionPage.tsx'), 'cross-region'),
      page(patterns.help, () => import('./features/help/HelpPage.tsx'), 'help'),
      page(patterns.helpTopic, () => import('./features/help/HelpTopicPage.tsx'), 'help'),
      page(patterns.benefits, () => import('./features/benefits/BenefitsPage.tsx'), 'benefits'),
      page(patterns.myBenefits, () => import('./features/benefits/MyBenefitsPage.tsx'), 'benefits'),
      page(patterns.tryBenefits, () => import('./features/benefits/TryBenefitsPage.tsx'), 'benefits'),
      page(patterns.payLists, () => import('./features/benefits/PayListsPage.tsx'), 'benefits'),
      page(patterns.payList, () => import('./features/benefits/PayListPage.tsx'), 'benefits'),
      page(patterns.benefit, () => import('./features/benefits/BenefitPage.tsx'), 'benefits'),
      page(patterns.myData, () => import('./features/my-data/MyDataPage.tsx'), 'my-data', 'undertakings'),
      page(patterns.consents, () => import('./features/my-data/ConsentsPage.tsx'), 'my-data'),
      page(patterns.credit, () => import('./features/credit/CreditPage.tsx'), 'credit', 'my-data', 'undertakings'),
      page(patterns.erasure, () => import('./features/my-data/ErasurePage.tsx'), 'my-data'),
      page(patterns.disputes, () => import('./features/disputes/DisputesPage.tsx'), 'disputes'),
      page(patterns.newDispute, () => import('./features/disputes/NewDisputePage.tsx'), 'disputes', 'form'),
      page(patterns.dispute, () => import('./features/disputes/DisputePage.tsx'), 'disputes'),
      page(patterns.delegations, () => import('./features/delegations/DelegationsPage.tsx'), 'delegations', 'proxies'),
      page(patterns.nameStaff, () => import('./features/powers/NameStaffPage.tsx'), 'proxies'),
      page(patterns.agencies, () => import('./features/agencies/AgenciesPage.tsx'), 'proxies'),
      page(patterns.myAgency, () => import('./features/agencies/MyAgencyPage.tsx'), 'proxies', 'delegations'),
      page(patterns.batches, () => import('./features/batches/BatchesPage.tsx'), 'batches'),
      page(patterns.batchAnswers, () => import('./features/batches/AnswersPage.tsx'), 'batches'),
      page(patterns.batch, () => import('./features/batches/BatchPage.tsx'), 'batches'),
      page(patterns.newDelegation, () => import('./features/delegations/NewDelegationPage.tsx'), 'delegations', 'proxies'),
      page(patterns.hardCases, () => import('./features/hard-cases/HardCasesPage.tsx'), 'hard-cases'),
      page(patterns.hardCase, () => import('./features/hard-cases/HardCasePage.tsx'), 'hard-cases'),
      page(patterns.answer, () => import('./features/hard-cases/AnswerPage.tsx'), 'hard-cases'),
      page(patterns.newRequest, () => import('./features/requests/NewRequestPage.tsx'), 'requests'),
      page(patterns.requests, () => import('./features/requests/RequestsPage.tsx'), 'requests'),
      page(patterns.publicRequests, () => import('./features/requests/PublicRequestsPage.tsx'), 'requests'),
      page(patterns.publicRequest, () => import('./features/requests/PublicRequestPage.tsx'), 'requests'),
      page(patterns.requestProgress, () => import('./features/requests/ProgressPage.tsx'), 'requests'),
      page(patterns.request, () => import('./features/requests/RequestPage.tsx'), 'requests'),
      page(patterns.accessibility, () => import('./features/accessibility/AccessibilityPage.tsx'), 'accessibility'),
      unknownAddress,
    ],
  },
]
