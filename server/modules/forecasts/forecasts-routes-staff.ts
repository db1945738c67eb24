// Forecasts over HTTP, for those who write policies and those who release them.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { writtenOf } from './forecast.ts'
import { forecastSchema, toForecast, writtenPolicySchema } from './forecast-replies.ts'
import { askForecast, forecasters, regionFor } from './forecasting.ts'
import { findForecast, listForecasts } from './forecasts-store.ts'
import { isThere } from './snapshot.ts'

const mostShown = 20

export const staffForecastRoutes = [
  route({
    method: 'POST', path: '/forecasts', operation: 'askForecast', summary: 'What a policy as written would change for the population; the same again is answered from what is kept', permission: 'forecasts.make', status: 202,
    body: Type.Object({ policy: Type.Optional(writtenPolicySchema), benefit: Type.Optional(Type.String({ maxLength: 100, description: 'Instead: one in force, as it is.' })), region: Type.Optional(Type.String({ pattern: '^\\d{6}$', description: 'That of my posting when absent.' })) }, { additionalProperties: false }),
    reply: forecastSchema, refusals: ['invalid', 'not_found', 'no_population', 'forecasts_used_up', 'conflict'],
    handle: async (app, { principal, body, requestId, language }) => {
      const staff = staffOf(principal)
      const region = regionFor(app, staff, body.region)
      const inForce = app.packs.benefitsFor(app.config.region)[body.benefit ?? '']
      if (body.benefit !== undefined && !inForce) throw new Refusal('not_found')
      const policy = body.policy ?? (inForce && writtenOf(inForce))
      if (!policy) throw new Refusal('invalid', { policy: 'missing' })
      return toForecast(app, await askForecast(app, { principal: staff, requestId, region }, policy), language)
    },
  }),
  route({
    method: 'GET', path: '/forecasts', operation: 'listForecasts', summary: 'Forecasts of my region, newest first, and whether there is a population to count', permission: 'forecasts.read',
    reply: Type.Object({ hasPopulation: Type.Boolean(), forecasts: Type.Array(forecastSchema) }), refusals: [],
    handle: async (app, { principal, language }) => ({
      hasPopulation: await isThere(app.config.population),
      forecasts: (await listForecasts(app.db.read, jurisdictionFilter(staffOf(principal), forecasters), mostShown)).map((one) => toForecast(app, one, language)),
    }),
  }),
  route({
    method: 'GET', path: '/forecasts/:id', operation: 'getForecast', summary: 'How far a forecast is, and what came out', permission: 'forecasts.read',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), reply: forecastSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params, language }) => {
      const one = await findForecast(app.db.read, params.id)
      if (!one || !staffOf(principal).postings.some(({ line }) => covers(principal, forecasters, { region: one.region, line: line ?? '' }))) throw new Refusal('not_found')
      return toForecast(app, one, language)
    },
  }),
]
