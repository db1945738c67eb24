// What the person is told about benefits: only ever their own, in the words of the policy, with the amount. Nobody is told of others' facts.
import { addDays, dayInWords, plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import type { Benefit } from '../catalogue/index.ts'
import { insertMessages, type Message, type MessageKind } from '../messages/index.ts'
import { messageOfAnswer, type Appeal } from './appeal.ts'
import type { Match } from './due.ts'
import type { Entitlement, Subject } from './entitlement.ts'
import type { Instalment } from './instalment.ts'

/** Fen as people write money: 1,234.50 */
export const yuan = (fen: number): string => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })

const message = (app: App, personId: string, kind: MessageKind, detail: Message['detail']): Message => ({ id: uuidv7(app.clock), personId, applicationId: null, caseId: null, kind, detail, at: app.clock.now().toISOString(), readAt: null })

const inWords = (day: string): Texts => ({ 'zh-CN': dayInWords(day), en: day })

/** As part of a sentence that ends by itself. */
const withoutStop = (text: string): string => text.replace(/[。.！!]+$/u, '')

/** Until when what ends today can be appealed. */
const lastDay = (app: App, { appealDays }: Benefit): Texts => inWords(addDays(plainDate(app.clock.now()), appealDays))

export const tellFound = async (app: App, tx: Tx, subject: Subject, { benefit }: Match, fen: number, people: readonly string[], isNew: boolean): Promise<void> => {
  const kind = isNew ? 'benefitNew' : benefit.way === 'automatic' ? 'benefitComing' : benefit.way === 'confirm' ? 'benefitFound' : 'benefitOpen'
  await insertMessages(tx, people.map((person) => message(app, person, kind, { service: benefit.name, amount: yuan(fen), actor: subject.name, because: benefit.summary })))
}

export const tellLapsed = async (app: App, tx: Tx, one: Entitlement, benefit: Benefit | undefined): Promise<void> => {
  if (one.personId === null || !benefit) return
  await insertMessages(tx, [message(app, one.personId, 'benefitLapsed', { service: benefit.name, day: lastDay(app, benefit) })])
}

/** Taken off a list because an objection was right, with what the official wrote. */
export const tellRefused = async (app: App, tx: Tx, one: Entitlement, benefit: Benefit | undefined, reasons: string): Promise<void> => {
  if (one.personId === null || !benefit) return
  await insertMessages(tx, [message(app, one.personId, 'benefitRefused', { service: benefit.name, reasons: withoutStop(reasons), day: lastDay(app, benefit) })])
}

/** What was paid is to be given back, with what the official wrote. */
export const tellRecovery = async (app: App, tx: Tx, one: Entitlement, benefit: Benefit | undefined, reasons: string): Promise<void> => {
  if (one.personId === null || !benefit) return
  await insertMessages(tx, [message(app, one.personId, 'benefitRecovering', { service: benefit.name, amount: yuan(one.fen), reasons: withoutStop(reasons), day: lastDay(app, benefit) })])
}

/** The answer to an appeal. @param before as it was until then @param until last day of another one, where there is one */
export const tellAnswered = async (app: App, tx: Tx, appeal: Appeal, before: Entitlement, benefit: Benefit | undefined, until: string | undefined): Promise<void> => {
  const detail = { service: benefit?.name ?? { 'zh-CN': before.benefitId }, reasons: withoutStop(appeal.answer) }
  await insertMessages(tx, [message(app, appeal.personId, messageOfAnswer(appeal, before.state, until !== undefined), { ...detail, ...(until === undefined ? {} : { day: inWords(until) }) })])
}

const tellOfPart = async (app: App, tx: Tx, one: Entitlement, benefit: Benefit | undefined, kind: MessageKind, { fen, dueOn }: Pick<Instalment, 'fen' | 'dueOn'>, days?: string): Promise<void> => {
  if (one.personId === null || !benefit) return
  await insertMessages(tx, [message(app, one.personId, kind, { service: benefit.name, amount: yuan(fen), day: inWords(dueOn), ...(days === undefined ? {} : { days }) })])
}

/** Instalments were agreed. */
export const tellPlan = (app: App, tx: Tx, one: Entitlement, benefit: Benefit | undefined, parts: number, first: Pick<Instalment, 'fen' | 'dueOn'>): Promise<void> => tellOfPart(app, tx, one, benefit, 'benefitPlan', first, String(parts))

/** One is due soon. */
export const tellInstalment = (app: App, tx: Tx, one: Entitlement, benefit: Benefit | undefined, due: Pick<Instalment, 'fen' | 'dueOn'>): Promise<void> => tellOfPart(app, tx, one, benefit, 'benefitInstalmentDue', due)

/** What became of a payment. */
export const tellPayment = async (app: App, tx: Tx, one: Entitlement, benefit: Benefit | undefined, kind: 'benefitPaid' | 'benefitReturned' | 'benefitListed', day?: string): Promise<void> => {
  if (one.personId === null || !benefit) return
  await insertMessages(tx, [message(app, one.personId, kind, { service: benefit.name, amount: yuan(one.fen), ...(day ? { promisedOn: day } : {}) })])
}
