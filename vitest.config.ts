// Unit, store and house-rule tests: beside the code they test, on one real PostgreSQL that the whole run shares.
// Files share their process and what it has loaded; those that change their user or language, kill what they started, or watch their own
// process have one to themselves.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const folders = ['server', 'packs', 'sandbox', 'bench', 'tools', 'eval']
const everything = [...folders.map((folder) => `${folder}/**/*.test.ts`), 'web/**/*.test.{ts,tsx}']
const alone = [
  'server/{app,config,embedded-postgres,metrics}.test.ts', 'server/backup/*.test.ts', 'server/commands/{backup,commands,requests}.test.ts', 'server/start/{claim-database,closing,whole-product}.test.ts', 'server/kernel/{db,jobs,postgres-driver}.test.ts', 'server/modules/vocabulary/parsing.test.ts',
  'bench/cases/*.test.ts', 'sandbox/main.test.ts', 'tools/{faults/*,fresh-install,test-database}.test.ts', 'web/{shared/i18n,portal}/*.test.{ts,tsx}',
]
const never = ['**/node_modules/**', 'web/dist/**']

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'together', include: everything, exclude: [...never, ...alone], isolate: false } },
      { extends: true, test: { name: 'alone', include: alone, exclude: never } },
    ],
    environment: 'node',
    pool: 'forks',
    // Three at least: while one waits for PostgreSQL or for a product to start, the others compute.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // keys of encrypted rows
    setupFiles: ['server/testing/field-keys.ts'],
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
