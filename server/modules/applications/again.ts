// Which branch of an application can be applied for again: what was not granted, with what stopped because of it. Pure.
import { hasEnded, stands, wasGranted, wasWithdrawn, type Case } from '../cases/index.ts'

/** `services`: to be applied for again, none when nothing failed. `leftOut`: they stand. `waitsFor`: of these, what is under way and the branch builds on. */
export type Branch = { services: string[]; leftOut: string[]; waitsFor: string[] }

/** Under way or granted, and what was granted was not taken away: it need not, and cannot, be applied for again. */
export const isTaken = ({ state, course }: Pick<Case, 'state' | 'course'>): boolean => stands(state) && course.result !== 'revoked' && course.result !== 'cancelled'

/** What the applicant took back is no branch that failed; it comes along where something did. */
const failed = ({ state }: Case): boolean => hasEnded(state) && !wasGranted(state) && !wasWithdrawn(state)

export const branchOf = (cases: readonly Case[]): Branch => {
  const [standing, open] = [cases.filter(isTaken), cases.filter((one) => !isTaken(one))]
  const services = open.some(failed) ? open.map(({ service }) => service) : []
  const needed = new Set(open.flatMap(({ dependsOn }) => dependsOn))
  return {
    services, leftOut: standing.map(({ service }) => service),
    waitsFor: services.length === 0 ? [] : standing.filter(({ service, state }) => !hasEnded(state) && needed.has(service)).map(({ service }) => service),
  }
}
