// Public face of the module people: who is asking, and what is known about a person.
import type { Module } from '../../module.ts'
import { delegationMandates } from './acting.ts'
import { agencyJobs } from './agency-clients.ts'
import { agencyWorkRoutes } from './agency-work-routes.ts'
import { delegationRoutes } from './delegations-routes.ts'
import { mountLoginProblemPage } from './login-problem-page.ts'
import { peopleRoutes } from './people-routes.ts'
import { mountPersonalReplies } from './personal-replies.ts'

export { findCompanyActedFor, recordActing, type WorkedOn } from './acting.ts'
export { countUses, findLastUse, listUses, listUsesFor, type ActingUse } from './acting-uses-store.ts'
export { admitByCard, type ReadCard } from './card-account.ts'
export { admit, createSession, type NewSession } from './account.ts'
export { endByPower, propose, type Proposal } from './delegating.ts'
export { delegationSchema, toDelegationReply } from './delegation-replies.ts'
export { findCurrentSession, guardMutation, principalOf } from './current-session.ts'
export { findRepresented, listRepresented, type Represented } from './represented.ts'
export { revokeStaff } from './revoking.ts'
export type { Identity, PersonIdentity, StaffIdentity } from './identity.ts'
export { findPerson, findPersonByIdNumber, getPerson, getStaff, listPeopleByIdNumbers, listPersonNames, listStaffNames, listStaffPostedTo } from './people-store.ts'
export { maskIdNumber, maskPhone, type Company, type Person, type Staff } from './person.ts'
export { sessionCookieName } from './session.ts'

export const peopleModule: Module = {
  name: 'people',
  routes: [...peopleRoutes, ...delegationRoutes, ...agencyWorkRoutes],
  jobs: agencyJobs,
  mandates: [delegationMandates],
  mount: async (server, app) => {
    mountPersonalReplies(server, app)
    await mountLoginProblemPage(server)
    if (app.config.mode === 'demo') {
      const { mountDemoIdentity } = await import('./demo-identity.ts')
      await mountDemoIdentity(server, app)
    }
  },
}
