// A region no pack covers is one sentence that names it, whichever command was asked; nothing is started and nothing written for it.
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../kernel/errors.ts'
import { StartRefusal } from '../start-refusal.ts'
import { burden } from './burden.ts'
import { catalogueExport } from './catalogue-export.ts'
import { coveredRegion } from './covered-region.ts'
import { registerOpen311 } from './open311.ts'
import { planMatter } from './plan.ts'
import { population } from './population.ts'
import { reportNoCertificates } from './report-no-certificate.ts'
import { resourcesDuties } from './resources-duties.ts'
import { exportRules } from './rules.ts'
import { screenPopulation } from './screen.ts'

const region = '999999'
const out = join(tmpdir(), 'tongban-no-such-region')

const commands: Record<string, () => Promise<number>> = {
  plan: () => planMatter('newborn', { region }),
  burden: () => burden({ region }),
  'report no-certificate': () => reportNoCertificates({ region }),
  'rules export': () => exportRules('senior-citizen-card', { region }),
  population: () => population({ people: '12', seed: '1', out, region }),
  screen: () => screenPopulation('high-age-allowance', { population: out, region }),
  'catalogue export': async () => catalogueExport('ttl', { region }),
  'resources duties': async () => resourcesDuties({ region }),
  'open311 register': async () => registerOpen311('someone', { region, json: false }),
}

describe('a region no pack covers', () => {
  it.each(Object.entries(commands))('is refused by name: %s --region', async (_command, run) => {
    const refusal: unknown = await run().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StartRefusal)
    expect((refusal as StartRefusal).message).toMatch(/^[^\n]*999999[^\n]* \/ [^\n]+$/)
    expect(existsSync(out)).toBe(false)
  })

  it('is asked for here of every command that takes a region', () => {
    const cli = readFileSync(new URL('../cli.ts', import.meta.url), 'utf8')
    expect(Object.keys(commands)).toHaveLength(cli.split("'--region <code>'").length - 1)
  })

  it('is refused where it is no code at all, and where it is the one configured', () => {
    const packs = { catalogueFor: (asked: string): never => { throw new Refusal('not_found', { region: asked }) } }
    expect(() => coveredRegion(packs, '南山', { region: '440305' })).toThrow('南山')
    expect(() => coveredRegion(packs, undefined, { region: '110000' })).toThrow('110000')
  })

  it('leaves a fault of another kind what it is', () => {
    const packs = { catalogueFor: (): never => { throw new TypeError('a mistake of ours') } }
    expect(() => coveredRegion(packs, '440305', { region: '440305' })).toThrow(TypeError)
  })
})
