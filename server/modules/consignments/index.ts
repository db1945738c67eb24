// Public face of the consignments module: it only joins two others.
import type { Module } from '../../module.ts'
import { followConsignments } from './consigning.ts'

export const consignmentsModule: Module = {
  name: 'consignments',
  routes: [],
  mount: () => {
    followConsignments()
    return Promise.resolve()
  },
}
