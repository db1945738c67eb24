// What was noticed while importing services, counted: warnings on services that were taken, reasons for lines that were not.
import type { Read } from '../../kernel/db.ts'
import type { ImportWarning } from './imported-service.ts'
import type { RejectedRow } from './imported-service-store.ts'

export type WarningCount = { warning: ImportWarning; count: number; examples: { code: string; name: string }[] }

const examplesEach = 3

/** Most frequent first, with a few services each to look at. */
export const listWarningCounts = (read: Read): Promise<WarningCount[]> =>
  read<WarningCount[]>`
    select warning, count(*)::int as count,
      jsonb_agg(jsonb_build_object('code', code, 'name', name) order by code) filter (where place <= ${examplesEach}) as examples
    from (
      select warning, code, name, row_number() over (partition by warning order by code) as place
      from imported_services, unnest(warnings) as each (warning)
    ) noticed
    group by warning order by count desc, warning`

export type ReasonCount = { reason: RejectedRow['reason']; count: number }

export const listReasonCounts = (read: Read): Promise<ReasonCount[]> =>
  read<ReasonCount[]>`select reason, count(*)::int as count from imported_service_rejections group by reason order by count desc, reason`

export type ImportTotals = { services: number; warned: number; changedAt: Date | null }

/** How many services are imported, how many carry a warning, and when one last changed. */
export const getImportTotals = async (read: Read): Promise<ImportTotals> => {
  const [row] = await read<ImportTotals[]>`
    select count(*)::int as services, count(*) filter (where cardinality(warnings) > 0)::int as warned, max(updated_at) as "changedAt" from imported_services`
  return row ?? { services: 0, warned: 0, changedAt: null }
}
