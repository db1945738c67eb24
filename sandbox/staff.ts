// The shape of staff.yaml and its reader: demo clerks, approvers, a supervisor, a designer and a platform operator.
// Pure; a posting is a role in a region (GB/T 2260) and a line of authority, where null means every line.
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'

const strict = { additionalProperties: false }
const Text = Type.String({ minLength: 1 })
const PostingSchema = Type.Object(
  {
    role: Type.Union([Type.Literal('clerk'), Type.Literal('window'), Type.Literal('helper'), Type.Literal('approver'), Type.Literal('head'), Type.Literal('supervisor'), Type.Literal('designer'), Type.Literal('operator'), Type.Literal('steward'), Type.Literal('agent'), Type.Literal('dispatcher')]),
    region: Type.String({ pattern: '^\\d{6}$' }),
    line: Type.Union([Text, Type.Null()]),
  },
  strict,
)
const StaffMemberSchema = Type.Object({ id: Text, name: Text, unit: Text, title: Text, postings: Type.Array(PostingSchema, { minItems: 1 }) }, strict)
const file = Compile(Type.Object({ staff: Type.Array(StaffMemberSchema) }, strict))

export type StaffMember = Static<typeof StaffMemberSchema>

/** @param source the file's name, for the message @throws Error naming every broken rule */
export const readStaff = (text: string, source: string): StaffMember[] => {
  const content: unknown = parse(text)
  if (!file.Check(content)) {
    throw new Error(`${source}: ${file.Errors(content).map((fault) => `${fault.instancePath || '/'} ${fault.message}`).join('; ')}`)
  }
  const ids = content.staff.map((member) => member.id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) throw new Error(`${source}: the id ${twice} is used twice`)
  return content.staff
}
