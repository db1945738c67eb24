// What an applicant is told of the handling beyond the state: more time, special procedures with their dates, what became of the result.
// Opinions and levels inside the administration are not part of it.
import { Type, type Static } from 'typebox'
import type { Case } from './case.ts'
import { procedureKinds, resultStates } from './course.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const trackedCourseSchema = Type.Object(
  {
    deemedAccepted: Type.Boolean({ description: 'Accepted by law because nothing was said within five working days.' }),
    extendedDays: Type.Integer({ description: 'Working days the limit was extended by; 0: not.' }),
    procedures: Type.Array(Type.Object({ kind: Type.Enum([...procedureKinds]), from: text, days: Type.Integer(), heldOn: textOrNull, place: textOrNull, endedOn: textOrNull, outcome: textOrNull }), { description: 'Special procedures whose time is not counted.' }),
    standing: Type.Enum([...resultStates], { description: 'What became of the result of a granted case.' }),
    deliveredOn: textOrNull,
  },
  { description: 'How the handling of a case has gone beyond its state.' },
)

export const trackedCourse = ({ course }: Case): Static<typeof trackedCourseSchema> => ({
  deemedAccepted: course.deemedAccepted, extendedDays: course.extendedDays, procedures: course.procedures.map(({ id: _id, ...each }) => each), standing: course.result, deliveredOn: course.delivered?.on ?? null,
})
