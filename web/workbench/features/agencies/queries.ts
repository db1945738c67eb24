// The register of agencies as officials keep it, and what is written into its form.
import { queryOptions } from '@tanstack/react-query'
import { checkResidentId } from '../../../../server/kernel/identifiers.ts'
import { api, type Reply } from '../../../api/client.ts'

export type KeptAgency = Reply<'listKeptAgencies'>['agencies'][number]

export const keptAgenciesQuery = queryOptions({ queryKey: ['agency-register'], queryFn: async ({ signal }) => (await api('listKeptAgencies', {}, { signal })).agencies })

export interface EntryForm {
  uscc: string
  name: string
  region: string
  licence: string
  phone: string
  startsOn: string
  endsOn: string
  scope: 'all' | 'some'
  matters: string[]
  /** one person in a line: name and ID number */
  staff: string
}

/** @param today YYYY-MM-DD */
export const emptyEntry = (today: string): EntryForm => ({ uscc: '', name: '', region: '', licence: '', phone: '', startsOn: today, endsOn: '', scope: 'all', matters: [], staff: '' })

export const entryOf = ({ matters, staff, ...agency }: KeptAgency): EntryForm => ({
  uscc: agency.uscc, name: agency.name, region: agency.region, licence: agency.licence, phone: agency.phone, startsOn: agency.startsOn, endsOn: agency.endsOn,
  scope: matters === null ? 'all' : 'some', matters: (matters ?? []).map(({ id }) => id), staff: staff.map(({ name, idNumber }) => `${name} ${idNumber}`).join('\n'),
})

/** Lines as people; the number of the first line that cannot be one, counted from 1. */
export const staffOf = (text: string, today: string): { staff: { name: string; idNumber: string }[]; wrong: number | undefined } => {
  const staff = text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const [, name = line, idNumber = ''] = /^(.*\S)\s+(\S+)$/.exec(line) ?? []
    return { name, idNumber }
  })
  const wrong = staff.findIndex(({ idNumber }, index) => !checkResidentId(idNumber, today).ok || staff.findIndex((other) => other.idNumber === idNumber) < index)
  return { staff, wrong: wrong < 0 ? undefined : wrong + 1 }
}
