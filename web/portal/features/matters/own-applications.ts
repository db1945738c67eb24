// My own drafts and applications, as far as the browsing pages need them: to go on with a draft, to show what is running.
// Asked only when a resident is logged in.
import { canApplication } from '../../../../server/modules/applications/application.ts'
import { api, type Reply } from '../../../api/client.ts'

export type OwnApplication = Reply<'listApplications'>['applications'][number]

export const ownApplicationsQuery = {
  queryKey: ['applications', 'own'],
  queryFn: async () => (await api('listApplications', { query: { limit: 50 } })).applications,
}

export const isDraft = ({ state }: OwnApplication): boolean => canApplication(state, 'edit')

/** Handed in, and at least one of its services has not ended; a draft has no services being handled. */
export const isRunning = ({ services }: OwnApplication): boolean => services.some(({ ended }) => !ended)
