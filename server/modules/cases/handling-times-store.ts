// How long cases took that people granted: what a guide promises can be held against it.
import type { Read } from '../../kernel/db.ts'
import { caseStates, wasGranted } from './case.ts'

/** `cases` granted cases of a service in a region took `days` working days of the limit. */
export type HandlingTime = { service: string; region: string; days: number; cases: number }

/** Granted cases that were not decided by rule, counted by service, region of the authority and working days used. */
export const listHandlingTimes = (read: Read): Promise<HandlingTime[]> =>
  read<HandlingTime[]>`
    select split_part(service, '.', 1) as service, region, used_days as days, count(*)::int as cases
    from cases where ended_at is not null and not automatic and state = any(${caseStates.filter(wasGranted)}) group by 1, region, used_days`
