// Public face of the no-certificate module.
import type { Module } from '../../module.ts'
import { noCertificateRoutes } from './no-certificate-routes-staff.ts'

export { provinceOf } from './no-certificate-routes-staff.ts'
export { reportNoCertificate, type NoCertificate, type Tally } from './no-certificate.ts'

export const noCertificateModule: Module = { name: 'no-certificate', routes: noCertificateRoutes }
