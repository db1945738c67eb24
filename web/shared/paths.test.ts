// The address table is a promise to bookmarks, messages and other systems: a change shows here.
// A snapshot lists every address as it is built.
import { describe, expect, it } from 'vitest'
import { isWorkbenchPath, paths, patterns } from './paths.ts'

describe('paths', () => {
  it('builds every address of the product', () => {
    const sample = { stage: 'birth', matter: 'newborn', service: 'birth-registration', code: '11440300MB2C927392400010900', application: 'A1', topic: 'child', message: 'M1', case: 'C1', result: 'R1', batch: 'B1' }
    const built = Object.fromEntries(
      Object.keys(patterns).map((name) => [name, (paths[name as keyof typeof paths] as (params: typeof sample) => string)(sample)]),
    )
    expect(built).toMatchInlineSnapshot(`
      {
        "accessibility": "/accessibility",
        "agencies": "/agencies",
        "answer": "/answers/",
        "application": "/applications/A1",
        "applicationCorrections": "/applications/A1/corrections",
        "applicationResult": "/applications/A1/results/R1",
        "applications": "/applications",
        "apply": "/apply/A1",
        "applyCheck": "/apply/A1/check",
        "applyConsents": "/apply/A1/consents",
        "applyDocuments": "/apply/A1/documents",
        "applyKept": "/apply/A1/kept",
        "applyScenario": "/apply/A1/scenario",
        "applySubmit": "/apply/A1/submit",
        "applyTasks": "/apply/A1/tasks",
        "applyTopic": "/apply/A1/topics/child",
        "assistant": "/assistant",
        "batch": "/batches/B1",
        "batchAnswers": "/batch-answers",
        "batches": "/batches",
        "checkNotice": "/check",
        "checkedNotice": "/check/11440300MB2C927392400010900",
        "consents": "/my-data/consents",
        "crossRegion": "/cross-region",
        "delegations": "/delegations",
        "dispute": "/my-data/disputes/",
        "disputes": "/my-data/disputes",
        "erasure": "/my-data/erasure",
        "fees": "/fees",
        "guidance": "/guidance",
        "hardCase": "/hard-cases/",
        "hardCases": "/hard-cases",
        "help": "/help",
        "helpTopic": "/help/child",
        "home": "/",
        "importedService": "/services/imported/11440300MB2C927392400010900",
        "inbox": "/inbox",
        "licences": "/licences",
        "matter": "/matters/newborn",
        "message": "/inbox/M1",
        "myAgency": "/my-agency",
        "myData": "/my-data",
        "nameStaff": "/delegations/staff/",
        "newDelegation": "/delegations/new",
        "newDispute": "/my-data/disputes/new",
        "paymentOrder": "/payments/",
        "progress": "/progress",
        "search": "/search",
        "service": "/services/birth-registration",
        "services": "/services",
        "showCode": "/show-code",
        "stage": "/stages/birth",
        "verify": "/verify",
        "wallet": "/wallet",
        "walletCard": "/wallet/",
        "walletRequest": "/wallet/requests/",
        "walletShow": "/wallet//show",
        "workbench": "/workbench/",
        "workbenchAccessRequest": "/workbench/resources/requests/",
        "workbenchAccessRequests": "/workbench/resources/requests",
        "workbenchAgencies": "/workbench/agencies",
        "workbenchCase": "/workbench/cases/C1",
        "workbenchCatalogue": "/workbench/catalogue",
        "workbenchConsumers": "/workbench/resources/systems",
        "workbenchCredential": "/workbench/credentials/",
        "workbenchCredentialAsk": "/workbench/credentials/ask",
        "workbenchCredentials": "/workbench/credentials",
        "workbenchDeliveries": "/workbench/deliveries",
        "workbenchDeputies": "/workbench/deputies",
        "workbenchDesign": "/workbench/designs/",
        "workbenchDesigns": "/workbench/designs",
        "workbenchDispute": "/workbench/disputes/",
        "workbenchDisputes": "/workbench/disputes",
        "workbenchDuties": "/workbench/resources/duties",
        "workbenchFind": "/workbench/find",
        "workbenchGuardians": "/workbench/guardians",
        "workbenchGuides": "/workbench/guides",
        "workbenchHandOver": "/workbench/window/hand-over",
        "workbenchHardCase": "/workbench/hard-cases/",
        "workbenchHardCaseIntake": "/workbench/hard-cases/new",
        "workbenchHardCaseLedger": "/workbench/hard-cases/ledger",
        "workbenchHardCaseOpinion": "/workbench/hard-cases/opinions/",
        "workbenchHardCases": "/workbench/hard-cases",
        "workbenchHelping": "/workbench/helping",
        "workbenchLabels": "/workbench/deliveries/labels",
        "workbenchLessons": "/workbench/lessons",
        "workbenchMessages": "/workbench/messages",
        "workbenchNoCertificate": "/workbench/guides/no-certificate",
        "workbenchObjections": "/workbench/undertakings/objections",
        "workbenchOpinions": "/workbench/opinions",
        "workbenchOverdue": "/workbench/overdue",
        "workbenchProposals": "/workbench/proposals",
        "workbenchReceipt": "/workbench/window/receipts/A1",
        "workbenchReconciliation": "/workbench/reconciliation",
        "workbenchResource": "/workbench/resources/",
        "workbenchResourceAsk": "/workbench/resources//ask",
        "workbenchResourceEdit": "/workbench/resources//edit",
        "workbenchResourceNew": "/workbench/resources/new",
        "workbenchResources": "/workbench/resources",
        "workbenchRules": "/workbench/rules",
        "workbenchSlip": "/workbench/window/slips/",
        "workbenchSupervision": "/workbench/supervision",
        "workbenchTable": "/workbench/table",
        "workbenchTransfer": "/workbench/transfers/",
        "workbenchTransfers": "/workbench/transfers",
        "workbenchUndertaking": "/workbench/undertakings/",
        "workbenchUndertakingTallies": "/workbench/undertakings/statistics",
        "workbenchUndertakings": "/workbench/undertakings",
        "workbenchUnfound": "/workbench/unfound",
        "workbenchVisit": "/workbench/site-visits/",
        "workbenchVisits": "/workbench/site-visits",
        "workbenchWindow": "/workbench/window",
        "workbenchWorkload": "/workbench/workload",
      }
    `)
  })

  it('leaves empty query entries out and encodes the others', () => {
    expect(paths.search({}, { q: '给孩子上户口', page: undefined })).toBe('/search?q=%E7%BB%99%E5%AD%A9%E5%AD%90%E4%B8%8A%E6%88%B7%E5%8F%A3')
    expect(paths.search({}, { q: '' })).toBe('/search')
  })

  it('never lets a value break out of its place in the address', () => {
    expect(paths.application({ application: '../a b?c#d' })).toBe('/applications/..%2Fa%20b%3Fc%23d')
  })

  it('knows which addresses belong to the workbench', () => {
    expect([paths.workbench(), paths.workbenchCase({ case: '1' }), '/workbenches', '/'].map(isWorkbenchPath)).toEqual([true, true, false, false])
  })
})
