// `catalogue export`: packs and imported services as CPSV-AP, to standard output or a file, as a stream.
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readConfig } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { addressesBelow, describeEverything, formats, written, type Format } from '../modules/vocabulary/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { coveredRegion } from './covered-region.ts'
import { withDatabase } from './with-database.ts'

const isFormat = (text: string): text is Format => Object.hasOwn(formats, text)

export const catalogueExport = (format: string, { region, out }: { region?: string; out?: string }): Promise<number> => {
  if (!isFormat(format)) throw new StartRefusal('configuration', `不认识的格式“${format}”，可用：${Object.keys(formats).join('、')} / Unknown format "${format}"; there are: ${Object.keys(formats).join(', ')}`)
  const config = readConfig(process.env)
  const packs = openPacks(config.packs, systemClock)
  const regions = region === undefined ? packs.packs.map((each) => each.region) : [coveredRegion(packs, region, config)]
  return withDatabase(async ({ db }) => {
    const text = Readable.from(written(describeEverything(db.read, packs, addressesBelow(config.publicUrl), regions), format))
    await (out === undefined ? pipeline(text, process.stdout, { end: false }) : pipeline(text, createWriteStream(resolve(out))))
    return 0
  })
}
