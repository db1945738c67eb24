// The task list: what is work, what is done, what comes next.
// The draft is that of an invented matter, planned by the planner.
import { describe, expect, it } from 'vitest'
import { registryFact } from '../../../../server/modules/planning/testing/telescope-catalogue.ts'
import { isOptional, isWork, listTasks, nextHref, nextTask } from './tasks.ts'
import { catalogue, draftOf, ownerNumber } from './testing.ts'

const home = { 'telescope.place': 'home' }
const known = [registryFact('owner.address', '东山区山前街道1号'), registryFact('owner.resident', true)]
const lookedUp = { answers: { ...home, 'owner.idNumber': ownerNumber }, known, consents: { residents: true }, registries: { residents: 'answers' as const } }
const shown = (draft: ReturnType<typeof draftOf>) => listTasks(draft, catalogue).map(({ id, done }) => `${id}${done ? ' done' : ''}`)

describe('the task list', () => {
  it('begins with the data sources, then one task per topic, then the documents', () => {
    expect(shown(draftOf({ answers: home }))).toEqual(['registries', 'telescope', 'owner', 'documents'])
  })

  it('ticks off what is done, and goes on with the next', () => {
    const draft = draftOf(lookedUp)
    expect(shown(draft)).toEqual(['registries done', 'telescope', 'owner done', 'documents'])
    expect(nextTask(listTasks(draft, catalogue))?.id).toBe('telescope')
  })

  it('leads to the check when nothing is left, and after a task to the next one, coming round to those left out', () => {
    const answers = { ...lookedUp.answers, 'telescope.name': '远望', 'telescope.length': 80 }
    expect(nextHref(draftOf({ ...lookedUp, answers, uploads: ['receipt'] }), catalogue)).toBe('/apply/a1/check')
    const withoutName = draftOf({ ...lookedUp, answers: { ...answers, 'telescope.name': null }, uploads: ['receipt'] })
    expect(nextHref(withoutName, catalogue, 'documents')).toBe('/apply/a1/topics/telescope')
  })

  it('counts a wrong answer as not done', () => {
    const draft = draftOf({ ...lookedUp, answers: { ...lookedUp.answers, 'telescope.name': '远望', 'telescope.length': 500 } })
    expect(listTasks(draft, catalogue).find(({ id }) => id === 'telescope')?.done).toBe(false)
  })

  it('has no work where everything is known or nothing has to be uploaded', () => {
    const tasks = listTasks(draftOf({ ...lookedUp, known: [...known, registryFact('owner.idNumber', ownerNumber)] }), catalogue)
    expect(tasks.filter((task) => !isWork(task)).map(({ id }) => id)).toEqual(['owner'])
  })

  it('knows a topic with optional fields only', () => {
    const draft = draftOf({ ...lookedUp, declined: [] })
    const topic = listTasks(draft, catalogue).find(({ id }) => id === 'telescope')
    expect(topic && isOptional(topic)).toBe(false)
    if (topic?.kind === 'topic') expect(isOptional({ ...topic, topic: { ...topic.topic, asked: topic.topic.asked.filter(({ required }) => !required) } })).toBe(true)
  })
})
