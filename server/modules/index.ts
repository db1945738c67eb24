// The one explicit list of modules. A module is used by others only through its index.ts.
import type { Module } from '../module.ts'
import { applicationsModule } from './applications/index.ts'
import { casesModule } from './cases/index.ts'
import { catalogueModule } from './catalogue/index.ts'
import { designsModule } from './designs/index.ts'
import { exchangeModule } from './exchange/index.ts'
import { guidesModule } from './guides/index.ts'
import { messagesModule } from './messages/index.ts'
import { peopleModule } from './people/index.ts'
import { planningModule } from './planning/planning-module.ts'
import { searchModule } from './search/index.ts'
import { vocabularyModule } from './vocabulary/index.ts'

export const modules: readonly Module[] = [
  peopleModule, catalogueModule, planningModule, searchModule, applicationsModule, casesModule, exchangeModule, messagesModule, designsModule, vocabularyModule, guidesModule,
]
