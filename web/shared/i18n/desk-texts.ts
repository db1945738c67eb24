// Texts of the workbench alone: the same files as in store.ts, found when asked for.
import type { Dictionary } from './keys.ts'

export const deskTexts = import.meta.glob<{ default: Dictionary }>('./*/{*-desk,design*,duties,hot-topics,hotline,insight,knowledge,overdue,queue,request-imports,staff,supervision,unfound}.ts')
