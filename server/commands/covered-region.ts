// Which region a command is about: the one named with --region, else the one configured. One no pack covers is refused by its code.
import type { Config } from '../config.ts'
import { Refusal } from '../kernel/errors.ts'
import type { LoadedPacks } from '../modules/catalogue/index.ts'
import { StartRefusal } from '../start-refusal.ts'

/** @param asked GB/T 2260 @throws StartRefusal configuration naming the region, also where it is no code at all */
export const coveredRegion = ({ catalogueFor }: Pick<LoadedPacks, 'catalogueFor'>, asked: string | undefined, { region: configured }: Pick<Config, 'region'>): string => {
  const region = asked ?? configured
  try {
    catalogueFor(region)
    return region
  } catch (error) {
    if (error instanceof Refusal) throw new StartRefusal('configuration', `没有业务包管 ${region} / No pack covers ${region}`)
    throw error
  }
}
