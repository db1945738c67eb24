// Departments' systems ask people for consent to their calls, and see what became of it, with signed messages as everything they ask.
import { Type } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { askConsent, consentStates, stateOfConsent } from '../consents/index.ts'
import { findGrant } from '../resources/index.ts'
import { admitNoted } from './admitting.ts'
import { messageBody, messageRefusals } from './calls-routes.ts'
import { granteeOf, type Consumer } from './consumer.ts'
import { readConsentQuestion, readConsentWish, type SignedConsentWish } from './signed-request.ts'
import { mustBeAskable } from './subject-asked.ts'

const standingSchema = Type.Object({
  id: Type.String({ description: 'Number of the consent, to be stated in calls once it is given.' }), state: Type.Enum([...consentStates]), fields: Type.Array(Type.String(), { description: 'What it is good for, and no more.' }),
  until: Type.String({ description: 'Last day on which it may be used.' }), caseNumber: Type.String({ description: 'The case it is good for; of one declined a short while ago perhaps another than was asked for.' }),
})

/** Nobody is asked to agree to what could not be asked with their consent either. */
const mustBeGranted = async (app: App, consumer: Consumer, { resource, fields, purpose, legalBasis }: SignedConsentWish): Promise<void> => {
  const grant = await findGrant(app, { consumer: granteeOf(consumer), resource, on: plainDate(app.clock.now()), purpose })
  if (!grant || grant.purpose !== purpose || grant.legalBasis !== legalBasis || !fields.every((field) => grant.fields.includes(field))) throw new Refusal('not_granted')
}

export const consentAskingRoutes = [
  route({
    method: 'POST', path: '/exchange/consents', operation: 'askExchangeConsent', summary: 'Ask somebody to agree that your authority asks a registry about them; what waits or holds already is answered as it is', permission: 'exchange.call', status: 202,
    body: messageBody, reply: standingSchema, refusals: [...messageRefusals, 'not_granted', 'conflict'],
    handle: async (app, { body, requestId }) => {
      const { consumer, content } = await admitNoted(app, body.request, readConsentWish)
      mustBeAskable(app, content)
      await mustBeGranted(app, consumer, content)
      const { resource, subject, fields, purpose, legalBasis, caseNumber, until } = content
      return askConsent(app, consumer, { resource, subject, fields, purpose, legalBasis, caseNumber, until }, requestId)
    },
  }),
  route({
    method: 'POST', path: '/exchange/consents/state', operation: 'getExchangeConsent', summary: 'What became of a consent your authority asked for', permission: 'exchange.call',
    body: messageBody, reply: standingSchema, refusals: [...messageRefusals, 'not_found'],
    handle: async (app, { body, requestId }) => {
      const { consumer, content } = await admitNoted(app, body.request, readConsentQuestion)
      return stateOfConsent(app, consumer, content.consent, requestId)
    },
  }),
]
