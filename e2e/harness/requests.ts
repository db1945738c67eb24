// Requests for pages to show: one a unit works on, one answered and rated, which everybody may read.
// Both about a lamp in Nanshan, of the resident whose page is given.
import type { Page } from 'playwright-core'
import { ask } from './api.ts'

type Prepared = { working: string; answered: string; token: string }

const report = (resident: Page, text: string) =>
  ask(resident, 'submitRequest', { body: { key: crypto.randomUUID(), kind: 'complain', text, category: 'urban/street-lamps/broken-lamp', place: { address: '南山区桃园路66号', region: '440305' }, phone: '', anonymous: false, openName: false, mayPublish: true } })

/** @param clerk a page of an official of the unit @param head a page of somebody who leads it */
export const prepareRequests = async (resident: Page, clerk: Page, head: Page): Promise<Prepared> => {
  const working = await report(resident, '桃园路66号巷口的路灯忽明忽暗，孩子放学看不清路。')
  const { id, token } = await report(resident, '桃园路北侧公交站旁的路灯罩掉了，怕砸到人，请尽快来看。')
  const revision = async () => (await ask(clerk, 'getRequest', { params: { id } })).revision
  await ask(clerk, 'signRequest', { params: { id }, body: { revision: await revision() } })
  await ask(clerk, 'draftRequestAnswer', { params: { id }, body: { revision: await revision(), text: '公交站旁的路灯罩已经换新并加固，今天下午复查过，不会再掉。', outcome: 'solved', promisedOn: null } })
  await ask(head, 'releaseRequestAnswer', { params: { id }, body: { revision: await revision() } })
  await ask(resident, 'rateMyRequest', { params: { id }, body: { grade: 'satisfied', solved: true, words: '' } })
  return { working: working.id, answered: id, token }
}
