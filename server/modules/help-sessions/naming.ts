// The names a list of help sessions needs: people, helpers, halls, and how much was begun under each.
import type { App } from '../../module.ts'
import { countUses, listPersonNames, listStaffNames } from '../people/index.ts'
import { outletsOf } from '../windows/index.ts'
import { mandateOf, type HelpSession } from './help-session.ts'

export const namesFor = async (app: App, sessions: readonly HelpSession[]) => {
  const { read } = app.db
  const [people, staff, uses] = await Promise.all([
    listPersonNames(read, [...new Set(sessions.map(({ personId }) => personId))]), listStaffNames(read, [...new Set(sessions.map(({ staffId }) => staffId))]), countUses(read, sessions.map(({ id }) => mandateOf(id))),
  ])
  return { people, staff: new Map(staff.map(({ id, name }) => [id, name])), uses, outlets: outletsOf(app) }
}
