// Public face of the duty list (职责清单): classes of requests, places in texts, and the unit that answers.
import type { Module } from '../../module.ts'
import { staffDutyRoutes } from './duties-routes-staff.ts'
import { rulingRoutes } from './rulings-routes-staff.ts'

export { governmentLine, type Assignment, type Candidate, type Unassigned } from './assignment.ts'
export { categories, findCategory, placeInText, unitFor, whereabouts, whyText, type KnownPlace, type UnitQuestion } from './duty-lists.ts'
export { learnRuling } from './learning.ts'
export { readTree, type OtherClass, type OtherTree } from './other-tree.ts'
export { deleteTree, insertTree } from './trees-store.ts'
export type { ReadPlace } from './place-reading.ts'

export const dutiesModule: Module = { name: 'duties', routes: [...staffDutyRoutes, ...rulingRoutes] }
