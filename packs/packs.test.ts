// Every test the packs ship is a test here, under its own sentence; and every pack, theirs and the sample, breaks no rule.
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkPacks, loadPacks } from '../server/modules/catalogue/load-packs.ts'
import { runPackTest } from '../server/modules/catalogue/pack-tests.ts'

/** Any day will do, as long as it is always the same. */
const on = '2026-11-21'

const folders = {
  packs: fileURLToPath(new URL('.', import.meta.url)),
  'the sample pack': fileURLToPath(new URL('../server/modules/catalogue/testing-pack', import.meta.url)),
}

for (const [name, folder] of Object.entries(folders)) {
  describe(name, () => {
    test('break no rule today or on any later day on which their content changes', () => {
      expect(checkPacks(folder, { on }).errors).toEqual([])
    })

    const packs = loadPacks(folder, { on })
    test.each(packs.tests.map((each) => [each.name, each] as const))('%s', (_, each) => {
      expect(runPackTest(packs, each)).toEqual([])
    })

    test('have a name in Chinese and English for everything people read', () => {
      const { concepts, evidence, services, matters, registries } = packs.catalogueFor(packs.packs.at(-1)?.region ?? '')
      const unnamed = [concepts, evidence, services, matters, registries].flatMap((kind) => Object.values(kind)).filter((each) => !each.name.en)
      expect(unnamed.map(({ id }) => id)).toEqual([])
    })
  })
}
