// The services of a catalogue as its packs define them: without those made for each one of a group, which belong to applications only.
import type { Catalogue, Service } from './definitions.ts'

export const plainServices = ({ services }: Pick<Catalogue, 'services'>): Service[] => Object.values(services).filter(({ instance }) => !instance)
