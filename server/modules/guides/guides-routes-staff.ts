// What the linter found in guides, and which documents recur, for those who look after guides and those who oversee them.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { findingDetailSchema, findingsSchema, pageOfFindings, ruleTexts, sharedEvidenceSchema, toGuide } from './guide-replies.ts'
import { lintResult } from './guide-source.ts'

const choice = (description: string) => Type.Optional(Type.String({ maxLength: 100, pattern: '^[^\\u0000-\\u001f]*$', description }))

export const staffGuideRoutes = [
  route({
    method: 'GET', path: '/guides/findings', operation: 'listFindings', summary: 'What the linter found in guides, with counts to filter by', permission: 'guides.inspect',
    query: Type.Object({
      rule: choice('Rule.'), authority: choice('Authority.'), severity: Type.Optional(Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('notice')])),
      source: Type.Optional(Type.Union([Type.Literal('pack'), Type.Literal('imported')])), q: choice('Words the name of the guide must contain.'), after: choice('`next` of the page before.'),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
    }),
    reply: findingsSchema, refusals: ['invalid'],
    handle: async (app, { query: { after, limit = 50, ...filter } }) => {
      const { guides, findings } = await lintResult(app)
      return pageOfFindings(findings, guides.size, filter, after, limit)
    },
  }),
  route({
    method: 'GET', path: '/guides/findings/:finding', operation: 'getFinding', summary: 'One finding with the guide it is about', permission: 'guides.inspect',
    params: Type.Object({ finding: Type.String({ pattern: '^[0-9a-f]{12}$' }) }), reply: findingDetailSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { params }) => {
      const { guides, findings } = await lintResult(app)
      const found = findings.find(({ id }) => id === params.finding)
      const guide = found && guides.get(found.guide.key)
      if (!found || !guide) throw new Refusal('not_found', { finding: params.finding })
      return { finding: found, ...ruleTexts(found.rule), guide: toGuide(guide), others: findings.filter((each) => each.guide.key === found.guide.key && each.id !== found.id) }
    },
  }),
  route({
    method: 'GET', path: '/guides/shared-evidence', operation: 'listSharedEvidence', summary: 'Documents that recur over all guides and what sharing them would save', permission: 'guides.inspect',
    reply: sharedEvidenceSchema, refusals: [],
    handle: async (app) => (await lintResult(app)).shared,
  }),
]
