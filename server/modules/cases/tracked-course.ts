// What an applicant is told of the handling beyond the state: more time, special procedures with their dates, what became of the result.
// Opinions and levels inside the administration are not part of it.
import { Type, type Static } from 'typebox'
import { awaitsApplicant, type Case } from './case.ts'
import { procedureKinds, resultStates } from './course.ts'
import { openProposal } from './proposal.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const trackedCourseSchema = Type.Object(
  {
    answerBy: Type.Union([text, Type.Null()], { description: 'Last day to answer a correction; afterwards the application counts as given up. null when none is awaited or it cannot be told yet.' }),
    deemedAccepted: Type.Boolean({ description: 'Accepted by law because nothing was said within five working days.' }),
    extendedDays: Type.Integer({ description: 'Working days the limit was extended by; 0: not.' }),
    procedures: Type.Array(Type.Object({ kind: Type.Enum([...procedureKinds]), from: text, days: Type.Integer(), heldOn: textOrNull, place: textOrNull, endedOn: textOrNull, outcome: textOrNull }), { description: 'Special procedures whose time is not counted.' }),
    standing: Type.Enum([...resultStates], { description: 'What became of the result of a granted case.' }),
    deliveredOn: textOrNull,
    fileElsewhere: Type.Boolean({ description: 'A hall of another region took it in; its authority does not have the file yet, and its clock does not run.' }),
    hears: Type.Boolean({ description: 'The authority means to revoke the result and hears its holder.' }),
  },
  { description: 'How the handling of a case has gone beyond its state.' },
)

export const trackedCourse = ({ course, state }: Case): Static<typeof trackedCourseSchema> => ({
  answerBy: awaitsApplicant(state) ? (course.answerBy ?? null) : null,
  deemedAccepted: course.deemedAccepted, extendedDays: course.extendedDays, procedures: course.procedures.map(({ id: _id, ...each }) => each), standing: course.result, deliveredOn: course.delivered?.on ?? null, fileElsewhere: course.fileElsewhere === true, hears: openProposal(course)?.action === 'revoke',
})
