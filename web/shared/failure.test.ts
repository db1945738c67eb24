// Which screen a failure leads to.
// The errors are plain objects, as any API client may throw them.
import { describe, expect, it } from 'vitest'
import { detailOf, failureKind, logIdOf, messageOf, statusOf } from './failure.ts'

describe('a failure', () => {
  it('is told apart by its status', () => {
    expect([404, 403, 401, 500].map((status) => failureKind({ status }, true))).toEqual(['not-found', 'forbidden', 'signed-out', 'failed'])
  })

  it('without a network is called offline, not broken', () => {
    expect(failureKind(new TypeError('Failed to fetch'), false)).toBe('offline')
  })

  it('of a page file that was replaced asks for a reload', () => {
    expect(failureKind(new TypeError('Failed to fetch dynamically imported module: /assets/HomePage-1.js'), true)).toBe('new-version')
  })

  it('shows its log id, what it says of a field, and its message only when our server wrote it', () => {
    const answer = { status: 422, code: 'invalid', message: '出生日期不能晚于今天', id: 'req-7' }
    expect([statusOf(answer), logIdOf(answer), messageOf(answer)]).toEqual([422, 'req-7', '出生日期不能晚于今天'])
    expect([detailOf({ ...answer, details: { account: 'number' } }, 'account'), detailOf(answer, 'account'), detailOf(new TypeError('Failed to fetch'), 'account')]).toEqual(['number', undefined, undefined])
    expect([statusOf('x'), logIdOf(null), messageOf(new Error('stack detail'))]).toEqual([undefined, undefined, undefined])
  })
})
