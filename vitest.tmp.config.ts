import { defineConfig } from 'vitest/config'
export default defineConfig({ test: { include: ['server/modules/catalogue/**/*.test.ts', 'packs/*.test.ts', 'tools/pack*.test.ts'] } })
