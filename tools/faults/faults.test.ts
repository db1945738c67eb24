// The short form of `npm run test:faults`: fewer people, and servers that are their own workers.
import { expect, it } from 'vitest'
import { runFaults } from './run.ts'

it('keeps every acknowledged application exactly once while servers, workers and PostgreSQL are killed and restarted', { timeout: 240_000 }, async () => {
  const report = await runFaults({ submissions: 60, clients: 4, apart: false, say: () => {} })
  expect(report.findings).toEqual([])
  expect(report.acknowledged).toBeGreaterThanOrEqual(60)
  expect(report.faults).toEqual(['kill -9 server 1', 'PostgreSQL restarted', 'kill -9 server 2'])
})
