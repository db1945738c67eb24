// Texts in other languages than the source, for everybody: found when asked for, as in store.ts.
import type { Dictionary } from './keys.ts'

export const otherLanguages = import.meta.glob<{ default: Dictionary }>([
  './{zh-HK,en}/*.ts', '!./zh-HK/words.ts', '!./*/{*-desk,design*,duties,hot-topics,hotline,insight,knowledge,overdue,queue,request-imports,staff,supervision,unfound}.ts',
])
