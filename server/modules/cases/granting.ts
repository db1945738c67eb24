// Granting a case: the result it makes, or the next edition of the result it changes or extends, and what the other cases learn from it.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { fillFromResult, resultContent, resultNumber, unstatedIn } from './advance.ts'
import { fitsIn } from './advancing.ts'
import { findAmended, storeAmended } from './amending.ts'
import type { Case } from './case.ts'
import { updateCases } from './cases-store.ts'
import { actOnCase } from './handling.ts'
import { resultOf, type Scene } from './recording.ts'
import { insertResults } from './results-store.ts'

/** Grants a case: records the result, hands its values to the cases of the same application that waited for them. */
export const grantCase = async (scene: Scene, one: Case, siblings: readonly Case[], given: Readonly<Record<string, string>>, opinion: string): Promise<Case> => {
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, one)
  const service = catalogue.services[one.service]
  if (!service) throw new Refusal('not_found')
  const { amends } = service
  const amended = amends && (await findAmended(scene, one))
  const number = amended && amends.number !== 'new' ? amended.before.number : resultNumber(service, one)
  const content = resultContent(service, one, number, fitsIn(catalogue, plainDate(scene.at)), given)
  const unstated = unstatedIn(service, content)
  if (unstated.length > 0) throw new Refusal('invalid_answers', { problems: unstated.map((concept) => ({ concept, code: 'required' })) })
  const granted = await actOnCase(scene, one, 'grant', { opinion, result: number })
  const made = resultOf(scene, granted, service, number, content)
  if (amends) await storeAmended(scene, granted, amends, made, amended)
  else await insertResults(scene.tx, [made])
  await updateCases(scene.tx, siblings.flatMap((each) => {
    const filled = fillFromResult(each, service.id, content)
    return each.id === one.id || filled === each ? [] : [filled]
  }))
  return granted
}
