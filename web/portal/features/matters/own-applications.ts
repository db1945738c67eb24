// My own drafts and applications, as far as the browsing pages need them: to go on with a draft, to show what is running.
// Asked only when a resident is logged in.
import { api, type Reply } from '../../../api/client.ts'

export type OwnApplication = Reply<'listApplications'>['applications'][number]

export const ownApplicationsQuery = {
  queryKey: ['applications', 'own'],
  queryFn: async () => (await api('listApplications', { query: { limit: 50 } })).applications,
}

export const isDraft = ({ state }: OwnApplication): boolean => state === 'draft'

/** Submitted, and at least one of its services has not ended. */
export const isRunning = ({ state, services }: OwnApplication): boolean => state === 'submitted' && services.some(({ ended }) => !ended)
