// Public face of forecasts: what a policy would change before it is released.
import type { Module } from '../../module.ts'
import { countForecast, forecastTask } from './forecasting.ts'
import { staffForecastRoutes } from './forecasts-routes-staff.ts'

export { listBaselines } from './forecasts-store.ts'

export const forecastsModule: Module = {
  name: 'forecasts',
  routes: staffForecastRoutes,
  jobs: (app) => [{ task: forecastTask, run: (payload) => countForecast(app, (payload as { forecast: string }).forecast) }],
}
