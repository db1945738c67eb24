// The list of text areas: one file per area and language, `zh-CN/<area>.ts` being the source of keys.
// A new area is one line here, one file in zh-CN and one in en; zh-HK is made by tools/zh-hk.ts.
import type accessibility from './zh-CN/accessibility.ts'
import type applications from './zh-CN/applications.ts'
import type apply from './zh-CN/apply.ts'
import type cases from './zh-CN/cases.ts'
import type catalogue from './zh-CN/catalogue.ts'
import type common from './zh-CN/common.ts'
import type designWords from './zh-CN/design-words.ts'
import type designs from './zh-CN/designs.ts'
import type form from './zh-CN/form.ts'
import type guides from './zh-CN/guides.ts'
import type help from './zh-CN/help.ts'
import type home from './zh-CN/home.ts'
import type inbox from './zh-CN/inbox.ts'
import type matters from './zh-CN/matters.ts'
import type myData from './zh-CN/my-data.ts'
import type overdue from './zh-CN/overdue.ts'
import type queue from './zh-CN/queue.ts'
import type search from './zh-CN/search.ts'
import type services from './zh-CN/services.ts'
import type shell from './zh-CN/shell.ts'
import type stages from './zh-CN/stages.ts'
import type ui from './zh-CN/ui.ts'

export interface Texts {
  accessibility: typeof accessibility
  applications: typeof applications
  apply: typeof apply
  cases: typeof cases
  catalogue: typeof catalogue
  common: typeof common
  'design-words': typeof designWords
  designs: typeof designs
  form: typeof form
  guides: typeof guides
  help: typeof help
  home: typeof home
  inbox: typeof inbox
  matters: typeof matters
  'my-data': typeof myData
  overdue: typeof overdue
  queue: typeof queue
  search: typeof search
  services: typeof services
  shell: typeof shell
  stages: typeof stages
  ui: typeof ui
}

export type Area = keyof Texts

/** Areas every page needs; they are there before the first page is drawn. */
export const coreAreas = ['common', 'shell', 'ui'] as const satisfies Area[]
