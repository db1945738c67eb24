// The catalogue for those who look after it: what was noticed while importing services of other platforms.
import { Type } from 'typebox'
import { route } from '../../module.ts'
import { orNull, text } from './catalogue-replies.ts'
import { getImportTotals, listReasonCounts, listWarningCounts } from './import-findings-store.ts'
import { importRejections, importWarnings } from './imported-service.ts'

const count = Type.Integer({ minimum: 0 })

const findingsSchema = Type.Object(
  {
    services: Type.Integer({ minimum: 0, description: 'Imported services.' }),
    warned: Type.Integer({ minimum: 0, description: 'Those with at least one warning.' }),
    changedAt: orNull(Type.String({ format: 'date-time', description: 'When one last changed; null: none is imported.' })),
    warnings: Type.Array(
      Type.Object({ code: text('Warning code.'), message: text('In Chinese.'), count, examples: Type.Array(Type.Object({ code: text('Implementing code.'), name: text('Name.') })) }),
      { description: 'What was repaired or does not fit together, most frequent first.' },
    ),
    rejections: Type.Array(Type.Object({ code: text('Reason code.'), message: text('In Chinese.'), count }), { description: 'Why lines became no service of their own, most frequent first.' }),
  },
  { description: 'Findings of all imports.' },
)

const reasons: Readonly<Record<string, string>> = { ...importRejections, duplicate_identical: importWarnings.duplicate_identical }

export const staffCatalogueRoutes = [
  route({
    method: 'GET', path: '/catalogue/imports', operation: 'inspectImports', summary: 'What was noticed while importing services, counted', permission: 'catalogue.inspect',
    reply: findingsSchema, refusals: [],
    handle: async ({ db }) => {
      const [totals, warnings, rejections] = await Promise.all([getImportTotals(db.read), listWarningCounts(db.read), listReasonCounts(db.read)])
      return {
        services: totals.services,
        warned: totals.warned,
        changedAt: totals.changedAt?.toISOString() ?? null,
        warnings: warnings.map(({ warning, count: found, examples }) => ({ code: warning, message: importWarnings[warning], count: found, examples })),
        rejections: rejections.map(({ reason, count: found }) => ({ code: reason, message: reasons[reason] ?? reason, count: found })),
      }
    },
  }),
]
