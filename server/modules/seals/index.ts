// Public face of the seals module.
import type { App, Module } from '../../module.ts'
import type { CardContent } from './card-pdf.ts'
import { sealRoutes } from './seals-routes.ts'

export { drawSeal, type SealMark } from './pdf-field.ts'
export { sealSide } from './seal-picture.ts'
export { importSeal, requestSeal, type ImportObstacle } from './issuing.ts'
export { listAllSeals } from './seals-store.ts'
export { findSealMark, sealPicture, signPdf, stampOf, type SealOwner } from './sealing.ts'

export type { CardContent }

/** An e-licence as a sealed PDF. Font tools are loaded with the first one. */
export const credentialPdf = async (app: App, content: CardContent): Promise<Buffer> => (await import('./card-pdf.ts')).credentialPdf(app, content)

export const sealsModule: Module = { name: 'seals', routes: sealRoutes }
