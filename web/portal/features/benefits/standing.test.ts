// What somebody who acts for several companies reads of each.
import { expect, test } from 'vitest'
import { standingOf } from './standing.ts'

const condition = (verdict: 'yes' | 'no' | 'unknown') => ({ id: verdict, name: verdict, rule: 'true', verdict, missing: [] })

test('a company is told what waits for a yes, what fits, where one condition is missing, and what is open', () => {
  expect(standingOf({
    entitlements: [{ can: ['confirm', 'decline'] }, { can: [] }],
    matches: [
      { verdict: 'yes', conditions: [condition('yes')] },
      { verdict: 'no', conditions: [condition('yes'), condition('no')] },
      { verdict: 'no', conditions: [condition('no'), condition('no')] },
      { verdict: 'no', conditions: [condition('no'), condition('unknown')] },
      { verdict: 'unknown', conditions: [condition('yes'), condition('unknown')] },
    ],
  })).toEqual({ toConfirm: 1, fits: 1, oneShort: 1, open: 1 })
  expect(standingOf({ entitlements: [], matches: [] })).toEqual({ toConfirm: 0, fits: 0, oneShort: 0, open: 0 })
})
