// The one explicit list of modules. A module is used by others only through its index.ts.
import type { Module } from '../module.ts'
import { agenciesModule } from './agencies/index.ts'
import { applicationsModule } from './applications/index.ts'
import { caseFindsModule } from './case-finds/index.ts'
import { caseNotesModule } from './case-notes/index.ts'
import { batchesModule } from './batches/index.ts'
import { casesModule } from './cases/index.ts'
import { catalogueModule } from './catalogue/index.ts'
import { deliveriesModule } from './deliveries/index.ts'
import { designsModule } from './designs/index.ts'
import { exchangeModule } from './exchange/index.ts'
import { guidesModule } from './guides/index.ts'
import { helpSessionsModule } from './help-sessions/index.ts'
import { hardCasesModule } from './hard-cases/index.ts'
import { messagesModule } from './messages/index.ts'
import { noticesModule } from './notices/index.ts'
import { paymentsModule } from './payments/index.ts'
import { peopleModule } from './people/index.ts'
import { planningModule } from './planning/planning-module.ts'
import { powersModule } from './powers/index.ts'
import { processesModule } from './processes/index.ts'
import { savedViewsModule } from './saved-views/index.ts'
import { rulesModule } from './rules/index.ts'
import { searchModule } from './search/index.ts'
import { siteVisitsModule } from './site-visits/index.ts'
import { supervisionModule } from './supervision/index.ts'
import { transfersModule } from './transfers/index.ts'
import { undertakingsModule } from './undertakings/index.ts'
import { vocabularyModule } from './vocabulary/index.ts'
import { windowsModule } from './windows/index.ts'

export const modules: readonly Module[] = [
  peopleModule, catalogueModule, planningModule, searchModule, applicationsModule, casesModule, exchangeModule, messagesModule, noticesModule, supervisionModule, designsModule, vocabularyModule, guidesModule,
  windowsModule, caseNotesModule, caseFindsModule, savedViewsModule, processesModule, undertakingsModule, hardCasesModule, rulesModule, batchesModule, agenciesModule, powersModule, helpSessionsModule,
  transfersModule, deliveriesModule, siteVisitsModule, paymentsModule,
]
