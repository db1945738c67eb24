// The list of text areas: one file per area and language, `zh-CN/<area>.ts` being the source of keys.
// A new area is one line here, one file in zh-CN and one in en; zh-HK is made by tools/zh-hk.ts.
import type accessibility from './zh-CN/accessibility.ts'
import type common from './zh-CN/common.ts'
import type shell from './zh-CN/shell.ts'
import type ui from './zh-CN/ui.ts'

export interface Texts {
  accessibility: typeof accessibility
  common: typeof common
  shell: typeof shell
  ui: typeof ui
}

export type Area = keyof Texts

/** Areas every page needs; they are there before the first page is drawn. */
export const coreAreas = ['common', 'shell', 'ui'] as const satisfies Area[]
