// Unit, store and house-rule tests: beside the code they test, on one real PostgreSQL that the whole run shares.
// Each file runs in a process of its own, because some tests change their user or kill what they started.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const folders = ['server', 'packs', 'sandbox', 'bench', 'tools']

export default defineConfig({
  test: {
    include: [...folders.map((folder) => `${folder}/**/*.test.ts`), 'web/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'web/dist/**'],
    environment: 'node',
    pool: 'forks',
    // Two at least: while one waits for PostgreSQL the other computes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['tools/vitest-database.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A test that leaves a promise or a timer failing behind its back fails the run.
    dangerouslyIgnoreUnhandledErrors: false,
    coverage: {
      provider: 'v8',
      include: ['server/**/*.ts', 'sandbox/**/*.ts', 'web/**/*.{ts,tsx}'],
      exclude: ['**/*.test.{ts,tsx}', 'web/dist/**', 'web/api/**'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'coverage',
    },
  },
})
