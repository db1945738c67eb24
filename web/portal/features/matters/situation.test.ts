// What a matter's page plans with while the person answers one question after the other.
// The matter is invented: a telescope on a hill needs a lease, one with a lamp a second permit.
import { describe, expect, it } from 'vitest'
import { catalogueOf, choiceOf, concept, matter, matterService, question, service } from '../../../../server/modules/planning/testing/telescope-catalogue.ts'
import type { Answers } from '../../../../server/modules/planning/plan.ts'
import { choicesOf, situationOf } from './situation.ts'

const catalogue = catalogueOf({
  concepts: [choiceOf('site.kind', ['hill', 'roof']), concept('site.hasLamp', 'boolean'), concept('site.since', 'date')],
  services: [service('permit', {}), service('lease', {}), service('lamp', {}), service('old', {})],
  matter: matter([matterService('permit', undefined, true), matterService('lease', 'site.kind = "hill"'), matterService('lamp', 'site.hasLamp'), matterService('old', 'site.since < date("2000-01-01")')], {
    scenario: [question('site.kind'), question('site.hasLamp'), question('site.since')],
  }),
})
const usual = { 'site.kind': 'hill', 'site.hasLamp': false, 'site.since': '2020-01-01' }
const situation = (answers: Answers, declined: readonly string[] = []) => situationOf({ catalogue, matter: 'telescope', on: '2026-03-01', answers, usual, declined })
const included = (answers: Answers, declined?: readonly string[]) => situation(answers, declined).plan.services.filter(({ state }) => state === 'included').map(({ service: id }) => id)

describe('the situation a page plans with', () => {
  it('is the usual one before anything is answered', () => {
    expect(situation({})).toMatchObject({ basis: 'usual', left: 2, later: 1 })
    expect(included({})).toEqual(['permit', 'lease'])
  })

  it('takes the answers given and assumes the usual for the rest', () => {
    expect(situation({ 'site.kind': 'roof' })).toMatchObject({ basis: 'partly', left: 1, question: { concept: 'site.hasLamp' } })
    expect(included({ 'site.kind': 'roof', 'site.hasLamp': true })).toEqual(['permit', 'lamp'])
  })

  it('puts no question that takes more than a choice, but says that it will come', () => {
    expect(situation({ 'site.kind': 'roof', 'site.hasLamp': true })).toMatchObject({ basis: 'partly', left: 0, later: 1 })
    expect(situation({ 'site.kind': 'roof', 'site.hasLamp': true }).question).toBeUndefined()
  })

  it('is the person’s own as soon as every question is settled', () => {
    const answers = { 'site.kind': 'roof', 'site.hasLamp': true, 'site.since': '1990-05-01' }
    expect(situation(answers)).toMatchObject({ basis: 'own', left: 0, later: 0 })
    expect(included(answers)).toEqual(['permit', 'lamp', 'old'])
  })

  it('leaves out the optional services that were declined', () => {
    expect(included({}, ['permit'])).toEqual(['lease'])
  })
})

describe('the choices of a question', () => {
  it('are yes and no, the listed values, or none where something must be written', () => {
    const choices = (id: string) => choicesOf(catalogue, { concept: id, choices: catalogue.concepts[id]?.constraint.choices ?? [] }).map(({ value }) => value)
    expect([choices('site.hasLamp'), choices('site.kind'), choices('site.since')]).toEqual([[true, false], ['hill', 'roof'], []])
  })
})
