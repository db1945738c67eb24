// Keeping a sample says so only when the server has it.
// A file that cannot be read is told to whoever keeps it, and nothing is written.
import { expect, it } from 'vitest'
import { addSample, sampleFile, samplesIn } from './samples.ts'
import { beginWorkspace, editText, openFile } from './workspace.ts'

const sample = { name: '有公积金的，三项一起办', matter: 'plant', answers: { 'person.owns': true } }

function designWith({ reads, saves }: { reads: boolean; saves: boolean }) {
  let workspace = beginWorkspace('tiny', [])
  return {
    current: () => workspace,
    openText: async (file: string) => {
      if (!reads) throw new Error('unreachable')
      workspace = openFile(workspace, file, null)
    },
    editText: (file: string, text: string | null) => { workspace = editText(workspace, file, text) },
    flush: async () => saves,
  }
}

it('a sample is in the file of the matter, and whether the server has it is told', async () => {
  for (const saves of [true, false]) {
    const design = designWith({ reads: true, saves })
    expect(await addSample(design, 'plant', sample)).toBe(saves)
    expect(samplesIn(design.current().now.texts[sampleFile('tiny', 'plant')] ?? null)).toEqual([sample])
  }
})

it('a sample whose file cannot be read is not kept, and the failure is told', async () => {
  const design = designWith({ reads: false, saves: true })
  await expect(addSample(design, 'plant', sample)).rejects.toThrow('unreachable')
  expect(design.current().now.texts).toEqual({})
})
