// A batch as its applicant sees it: how far it is, what can be done, what is to be mended.
import { Type, type Static } from 'typebox'
import type { Language } from '../../kernel/texts.ts'
import { textsSchema } from '../catalogue/index.ts'
import { batchActions, batchStates, obstacleOf, rowStates, type Batch, type BatchRow, type Counts, type Problem } from './batch.ts'
import { wordsOfProblem } from './problem-words.ts'
import { graveFindings } from './uploading.ts'

const text = Type.String()
const integer = Type.Integer()
const problemSchema = Type.Object(
  { row: Type.Union([integer, Type.Null()]), column: Type.Union([text, Type.Null()]), value: Type.Union([text, Type.Null()]), code: text, message: Type.String({ description: 'What is wrong and how to mend it.' }) },
  { description: 'One thing to mend, with its row as the spreadsheet numbers it and the heading of its column.' },
)

export const batchSchema = Type.Object(
  {
    id: text, matter: text, matterName: textsSchema, region: text, fileName: text, sheet: text, createdAt: text, updatedAt: text,
    state: Type.Enum([...batchStates], { description: 'Where the batch stands.' }),
    rows: Type.Object({ total: integer, unchecked: integer, faulty: integer, asked: integer, ready: integer, handedIn: integer, failed: integer, declined: integer, expired: integer }, { description: 'How many rows stand where.' }),
    applicants: Type.Enum(['uploader', 'own'], { description: 'own: each row names its applicant, who agrees first.' }),
    findings: Type.Array(problemSchema, { description: 'Problems of the whole table.' }),
    actions: Type.Array(Type.Object({ action: Type.Enum([...batchActions]), because: Type.Union([Type.Enum(['state', 'findings', 'nothing']), Type.Null()], { description: 'Why it is not possible now.' }) })),
  },
  { description: 'One table of applications for one matter.' },
)

export const batchRowSchema = Type.Object(
  { row: integer, applicant: Type.Union([text, Type.Null()], { description: 'Whom the row names.' }), answerUntil: Type.Union([text, Type.Null()], { description: 'Until when they may agree.' }), state: Type.Enum([...rowStates], { description: 'Where the row stands.' }), number: Type.Union([text, Type.Null()]), applicationId: Type.Union([text, Type.Null()], { description: 'Once handed in.' }), problems: Type.Array(problemSchema) },
  { description: 'One row and what became of it.' },
)

const toProblem = (problem: Problem, language: Language): Static<typeof problemSchema> => ({
  row: problem.row, column: problem.column, value: problem.value ?? null, code: problem.code, message: wordsOfProblem(problem, language),
})

export const toBatchReply = (batch: Batch, counts: Counts, language: Language): Static<typeof batchSchema> => {
  const { id, matter, matterName, region, fileName, sheet, createdAt, updatedAt, state, findings, applicants } = batch
  const grave = { ...batch, findings: graveFindings(batch) }
  return {
    id, matter, matterName, region, fileName, sheet, createdAt, updatedAt, state, applicants, rows: { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) },
    findings: findings.map((problem) => toProblem(problem, language)), actions: batchActions.map((action) => ({ action, because: obstacleOf(grave, counts, action) ?? null })),
  }
}

export const toRowReply = ({ rowNumber, state, number, applicationId, problems, applicant, answerUntil }: BatchRow, language: Language): Static<typeof batchRowSchema> => ({
  row: rowNumber, applicant: applicant?.name ?? null, answerUntil, state, number, applicationId: number === null ? null : applicationId, problems: problems.map((problem) => toProblem(problem, language)),
})
