// Public face of triage: what a request says, by a model and by rules.
import type { Module } from '../../module.ts'
import { likeSince } from './finding.ts'
import { openModel, understand } from './reading.ts'
import { deleteLeadsBefore } from './shapes-store.ts'

export { emergencies, type Emergency } from './emergency.ts'
export { type Wording } from './features.ts'
export { listCorrections, listCorrectionsOf, type Correction } from './corrections-store.ts'
export { likeShape, noteCorrection, noteRequest, shapeNow, similarTo, type Similar } from './finding.ts'
export { LabelFault, readRows } from './labelled.ts'
export { countPieces, likeness, profileOf, type Profile, type Worded } from './likeness.ts'
export { measure, type Measures } from './measuring.ts'
export { decodeModel, digestOf, encodeModel, ModelFault, type KeptModel } from './model.ts'
export { sharesOf } from './classifier.ts'
export { classOf, getShippedModel, learntLines, modelFile, modelInUse, openModel, trainingFolder, understand, type Understanding } from './reading.ts'
export { maskSensitive, type SensitiveKind, type SensitivePart } from './sensitive.ts'
export type { Sentiment } from './sentiment.ts'
export { compareModels, leastCorrections, type Comparison } from './retraining.ts'
export { countLearnt, readLeftOut, train, type LabelledRow } from './training.ts'
export type { Urgency } from './urgency.ts'
export { districtOf, type Shape } from './shape.ts'
export { countAt, countByPlace, countOfTopic, countTopicByDay, listNewShapes, listRepeatedCallers, listRequestIdsOfTopic, listRequestIdsWithin, updateLooked, updateShapeTopic, type RequestShape } from './shapes-store.ts'
export { type When } from './when.ts'

/** Early in the morning in China. */
const everyNight = '50 18 * * *'

export const triageModule: Module = {
  name: 'triage',
  routes: [],
  jobs: ({ db, clock }) => [{ task: 'triage.forget', cron: everyNight, run: () => db.transaction((tx) => deleteLeadsBefore(tx, likeSince(clock.now()))) }],
  mount: async (server, app) => {
    openModel(app)
    // The first reading loads the model; nobody who reports something waits for that.
    server.addHook('onListen', async () => void understand('路灯不亮'))
  },
}
