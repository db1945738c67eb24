// Public face of the intents module.
import type { Module } from '../../module.ts'
import { openModel, readIntent } from './reading.ts'

export { intentKinds, type Intent, type IntentKind, type LikelyIntent } from './intent.ts'
export { joined, LabelFault, readLabelled, type Labelled } from './labelled.ts'
export { measure, type Measures } from './measuring.ts'
export { digestOf, encodeModel, toModel } from './model.ts'
export { modelFile, openModel, readIntent, trainingFolder } from './reading.ts'
export { filledLines, train } from './training.ts'

export const intentsModule: Module = {
  name: 'intents',
  routes: [],
  mount: async (server, app) => {
    openModel(app)
    // The first reading loads model and sounds; nobody who searches waits for that.
    server.addHook('onListen', async () => void readIntent('社保卡'))
  },
}
