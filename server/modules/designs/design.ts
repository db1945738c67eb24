// The lifecycle of a design as one table, and what a design may contain: the server enforces it, the screens ask it.
// Two people: whoever changed a design never releases it.
import type { StaffRole } from '../../kernel/authz.ts'

export const designStates = ['editing', 'inReview', 'scheduled', 'released', 'discarded'] as const
export type DesignState = (typeof designStates)[number]

export const designActions = ['begin', 'edit', 'submit', 'takeBack', 'comment', 'giveBack', 'schedule', 'unschedule', 'release', 'hold', 'discard'] as const
export type DesignAction = (typeof designActions)[number]

type Actor = 'system' | StaffRole
type Transition = { from: readonly DesignState[]; to: DesignState | 'same'; by: readonly Actor[]; /** not by anybody who changed it */ second?: true }

export const designLifecycle = {
  begin: { from: [], to: 'editing', by: ['designer'] },
  edit: { from: ['editing'], to: 'same', by: ['designer'] },
  submit: { from: ['editing'], to: 'inReview', by: ['designer'] },
  takeBack: { from: ['inReview'], to: 'editing', by: ['designer'] },
  comment: { from: ['editing', 'inReview', 'scheduled'], to: 'same', by: ['designer', 'supervisor'] },
  giveBack: { from: ['inReview'], to: 'editing', by: ['designer', 'supervisor'], second: true },
  schedule: { from: ['inReview'], to: 'scheduled', by: ['designer', 'supervisor'], second: true },
  unschedule: { from: ['scheduled'], to: 'inReview', by: ['designer', 'supervisor'] },
  release: { from: ['inReview', 'scheduled'], to: 'released', by: ['designer', 'supervisor', 'system'], second: true },
  hold: { from: ['scheduled'], to: 'inReview', by: ['system'] },
  discard: { from: ['editing'], to: 'discarded', by: ['designer'] },
} as const satisfies Record<DesignAction, Transition>

const table: Record<DesignAction, Transition> = designLifecycle

/** Instants are ISO strings, days YYYY-MM-DD. */
export type Design = {
  id: string
  pack: string
  region: string
  title: string
  /** what it is mainly about, as kind/id: matters/newborn */
  about: string
  state: DesignState
  revision: number
  /** ids of the officials who changed it */
  editors: readonly string[]
  releaseOn: string | null
  createdAt: string
  updatedAt: string
}

/** A file the design changes. `content` null: taken away; `base` null: there was none in force. */
export type DesignFile = { file: string; content: string | null; base: string | null; revision: number; savedBy: string; savedAt: string }

export type DesignEvent = { action: DesignAction; actorName: string; at: string; detail: Readonly<Record<string, unknown>> }

export const hasEndedDesign = (state: DesignState): boolean => designActions.every((action) => !table[action].from.includes(state))

/** The state after an action; undefined when the table does not allow it. */
export const designAfter = (state: DesignState, action: DesignAction): DesignState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

export const rolesFor = (action: DesignAction): StaffRole[] => table[action].by.filter((actor) => actor !== 'system')

export type Obstacle = 'state' | 'role' | 'second'

/** Why somebody cannot do this now; undefined: they can. `staffId` is theirs, `roles` are those they have where the design belongs. */
export const obstacleTo = (action: DesignAction, design: Pick<Design, 'state' | 'editors'>, who: { staffId: string; roles: readonly StaffRole[] }): Obstacle | undefined => {
  if (!rolesFor(action).some((role) => who.roles.includes(role))) return 'role'
  if (designAfter(design.state, action) === undefined) return 'state'
  return table[action].second && design.editors.includes(who.staffId) ? 'second' : undefined
}

/** Folders and files of a pack a design may change; who the pack is for and its regions are not for the workbench. */
const folders = ['authorities', 'outlets', 'phrases', 'sayings', 'help', 'thesaurus', 'hard-cases', 'notices', 'working-days', 'ladders', 'request-categories', 'duties', 'areas', 'cross-region', 'registries', 'concepts', 'evidence', 'services', 'decisions', 'matters', 'texts', 'facts', 'benefits', 'examples', 'tests']

/** Whether a design of this pack may change this file; `inRoot` when the packs folder is itself the pack. */
export const isDesignFile = (pack: string, file: string, inRoot = false): boolean => {
  const [folder, name, more] = (inRoot ? file : file.startsWith(`${pack}/`) ? file.slice(pack.length + 1) : '').split('/')
  return folder !== undefined && folders.includes(folder) && more === undefined && name !== undefined && /^[a-z0-9][a-z0-9-]{0,79}\.yaml$/.test(name)
}

/** Longest text of a file, in characters, and most files a design may change. */
export const designLimits = { characters: 200_000, files: 2000 } as const

/** Whether a design with these files would change too many with those as well; a file saved again counts once. */
export const tooManyFiles = (present: readonly { file: string }[], more: readonly { file: string }[]): boolean =>
  new Set([...present, ...more].map(({ file }) => file)).size > designLimits.files
