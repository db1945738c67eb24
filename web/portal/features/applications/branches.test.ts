// A branch is told by the case at its root, also when one that stopped had others waiting for it; the rest goes on.
import { expect, it } from 'vitest'
import { branchesOf } from './branches.ts'
import type { TrackedCase } from './queries.ts'

// Only what branches look at.
const tracked = (id: string, state: TrackedCase['state'], stoppedBy: string | null = null): TrackedCase => ({ id, name: { 'zh-CN': id }, state, stoppedBy: stoppedBy === null ? null : { 'zh-CN': stoppedBy } }) as TrackedCase

it('tells the root of a branch with everything that stopped because of it', () => {
  const cases = [tracked('执照', 'refused'), tracked('食品许可', 'stopped', '执照'), tracked('外卖', 'stopped', '食品许可'), tracked('招牌', 'granted'), tracked('排水', 'accepted')]
  const { branches, goesOn } = branchesOf(cases)
  expect(branches.map(({ because, stopped }) => [because.id, stopped.map(({ id }) => id)])).toEqual([['执照', ['食品许可', '外卖']]])
  expect(goesOn.map(({ id }) => id)).toEqual(['招牌', '排水'])
})

it('says nothing while nothing has stopped', () => {
  expect(branchesOf([tracked('执照', 'refused'), tracked('招牌', 'granted')]).branches).toEqual([])
})
