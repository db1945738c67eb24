// The database of the human-resources authority: makes it beside the one it is given the address of, with a table of employment in its own
// words, a view of what it shares, and a role that may only read the view: as the address it is to be read at says. Then it ends.
import postgres from 'postgres'
import { findFirstDay } from '../dating.ts'
import { declaredRecords } from '../declared.ts'

const { SKILLS_OWNER_URL: owner = '', SKILLS_READER_URL: address = '', SANDBOX_FOLDER: folder } = process.env
const { username, password, pathname } = new URL(address)
const name = pathname.slice(1)
const words = [name, username, password].find((word) => !/^[a-z][a-z0-9_-]{2,60}$/.test(word))
if (words !== undefined) throw new RangeError('SKILLS_READER_URL: database, role and password are made of small letters, digits, _ and -')

const server = postgres(owner, { max: 1, onnotice: () => {} })
const [there] = await server`select 1 from pg_database where datname = ${name}`
if (!there) await server.unsafe(`create database ${name}`)
const [known] = await server`select 1 from pg_roles where rolname = ${username}`
if (!known) await server.unsafe(`create role ${username} login password '${password}' connection limit 20`)
await server.end()

const sql = postgres(Object.assign(new URL(owner), { pathname: name }).href, { max: 1, onnotice: () => {} })
const records = declaredRecords(findFirstDay(new Date(), folder))['skills'] ?? []
await sql.begin(async (tx) => {
  await tx`create schema if not exists rs`
  await tx`create table if not exists rs.t_jiuye (aac147 text primary key, jndjzsbh text, jndj text, zczsbh text, dwmc text, tyshxydm text, cbys int, gxsj timestamptz not null default now(), bz text)`
  await tx`truncate rs.t_jiuye`
  for (const one of records) {
    await tx`insert into rs.t_jiuye (aac147, jndjzsbh, jndj, zczsbh, dwmc, tyshxydm, cbys, bz) values (${String(one['idNumber'])}, ${text(one['skillCertificateNumber'])}, ${text(one['skillLevel'])},
      ${text(one['titleCertificateNumber'])}, ${text(one['employer'])}, ${text(one['employerCreditCode'])}, ${text(one['insuredMonths'])}, '内部备注，不共享')`
  }
  await tx`create or replace view rs.v_gongxiang as select aac147, jndjzsbh, jndj, zczsbh, dwmc, tyshxydm, cbys, gxsj from rs.t_jiuye`
  await tx`grant usage on schema rs to ${tx(username)}`
  await tx`grant select on rs.v_gongxiang to ${tx(username)}`
})
await sql.end()

function text(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value)
}
