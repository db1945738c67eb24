// Public face of campaigns: the same text from many people.
import type { Module } from '../../module.ts'
import { joinCampaigns } from './joining.ts'

export const campaignsModule: Module = {
  name: 'campaigns',
  routes: [],
  jobs: (app) => [{
    task: 'campaigns.join', cron: '*/5 * * * *',
    run: async () => {
      await joinCampaigns(app)
    },
  }],
}
