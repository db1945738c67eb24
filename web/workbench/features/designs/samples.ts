// Samples are tests of the pack: a situation and the plan it must give, in tests/<matter>.yaml.
// Written into the file like everything else, so they are undone, saved, reviewed and released with it.
import { readValue, type Value } from '../../../../server/modules/designs/changes.ts'
import { fieldsOf, listIn, type Fields } from './fields.ts'
import { rewrite } from './rewrite.ts'
import type { DesignInHand } from './useDesign.ts'

/** What of a design in hand samples need. */
type SampleDesign = Pick<DesignInHand, 'current' | 'editText' | 'openText' | 'flush'>

export function sampleFile(pack: string, matter: string): string {
  return `${pack}/tests/${matter}.yaml`
}

export function samplesIn(text: string | null): readonly Fields[] {
  const value = fieldsOf(text === null ? undefined : readValue(text))
  return value ? listIn(value, 'tests') : []
}

function write(design: SampleDesign, matter: string, tests: readonly Value[]): void {
  const file = sampleFile(design.current().pack, matter)
  const text = design.current().now.texts[file] ?? null
  const heading = `# ${matter}\n# yaml-language-server: $schema=../../schema/tests.schema.json\n`
  design.editText(file, tests.length === 0 && samplesIn(text).length === 0 ? text : tests.length === 0 ? null : rewrite(text, { tests }, heading), '')
}

/** The newest is last. A sample of the same name is replaced. Resolves with whether the server has it. @throws ApiFailure when the file cannot be read */
export async function addSample(design: SampleDesign, matter: string, sample: { readonly [key: string]: unknown }): Promise<boolean> {
  const file = sampleFile(design.current().pack, matter)
  await design.openText(file)
  const text = design.current().now.texts[file] ?? null
  // Made here of plain values only.
  write(design, matter, [...samplesIn(text).filter((each) => each['name'] !== sample['name']), sample as Value])
  return design.flush()
}

export function removeSample(design: SampleDesign, matter: string, name: string): void {
  const file = sampleFile(design.current().pack, matter)
  write(design, matter, samplesIn(design.current().now.texts[file] ?? null).filter((each) => each['name'] !== name))
}
