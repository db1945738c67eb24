// A card shown at a window: it says who stands there, and what of it fits a form.
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { credentialTypeOf } from '../credentials/index.ts'
import type { Answer } from '../planning/index.ts'
import type { Checked } from './checked.ts'
import { lookAt, type Checker } from './verifying.ts'

/** `values` by concept, of the shown claims only. */
export type ShownAtWindow = { personId: string; checked: Checked; values: Record<string, Answer> }

/** @throws Refusal show_code with `verdict` unless the card holds and its holder showed it themself; too_many */
export const lookAtWindow = async (app: App, checker: Checker, code: string): Promise<ShownAtWindow> => {
  const { checked, credential, claims } = await lookAt(app, checker, code)
  const type = credential && credentialTypeOf(app, credential)
  if (!type || checked.verdict !== 'valid' || checked.shownBy !== null) throw new Refusal('show_code', { verdict: checked.verdict })
  const shown = type.claims.filter(({ id }) => claims.includes(id)).flatMap(({ from }) => from)
  return { personId: credential.holderPersonId, checked, values: Object.fromEntries(Object.entries(credential.values).filter(([concept]) => shown.includes(concept))) }
}
