// Before handing in: who receives what, which requirements do not hold, which files there are.
// All from one draft of an invented matter.
import { describe, expect, it } from 'vitest'
import { registryFact } from '../../../../server/modules/planning/testing/telescope-catalogue.ts'
import { listRecipients } from './recipients.ts'
import { listUnmet } from './requirements.ts'
import { catalogue, draftOf, ownerNumber } from './testing.ts'
import { acceptedBy, filesOf } from './uploads.ts'

const answers = { 'telescope.place': 'home', 'telescope.name': '远望', 'telescope.length': 80, 'owner.idNumber': ownerNumber }
const known = (resident: boolean) => [registryFact('owner.address', '东山区山前街道1号'), registryFact('owner.resident', resident)]

describe('an authority', () => {
  it('receives what its services need, and nothing of the others', () => {
    const recipients = listRecipients(draftOf({ answers, known: known(true), registries: { residents: 'answers' }, consents: { residents: true }, uploads: ['receipt'] }))
    expect(recipients.map(({ line, services }) => [line, services])).toEqual([['parks', ['stand']], ['lights', ['dark-sky']]])
    const [parks, lights] = recipients
    expect(parks?.concepts).toContain('telescope.length')
    expect(lights?.concepts).not.toContain('telescope.length')
    expect([parks?.evidence, lights?.evidence]).toEqual([['receipt'], []])
  })

  it('of a service that was left out receives nothing', () => {
    expect(listRecipients(draftOf({ answers, declined: ['dark-sky'] })).map(({ line }) => line)).toEqual(['parks'])
  })
})

describe('a requirement', () => {
  it('is told before handing in when what is known contradicts it', () => {
    expect(listUnmet(draftOf({ answers, known: known(false) }), catalogue)).toMatchObject([{ service: 'dark-sky', requirement: 'resident' }])
  })

  it('is not told when it holds, is still open, or belongs to a service left out', () => {
    const situations = [draftOf({ answers, known: known(true) }), draftOf({ answers }), draftOf({ answers, known: known(false), declined: ['dark-sky'] })]
    expect(situations.map((draft) => listUnmet(draft, catalogue))).toEqual([[], [], []])
  })
})

describe('the files of a document', () => {
  const { uploads } = draftOf({ uploads: ['receipt'] })
  const file = { name: '出院小结.pdf', size: 2000 } as File

  it('are those stored and those on their way, each with its state', () => {
    const sending = [{ id: 's1', evidence: 'receipt', file, progress: 0.5 }, { id: 's2', evidence: 'receipt', file, progress: 0, error: '格式不对' }, { id: 's3', evidence: 'statement', file, progress: 0 }]
    expect(filesOf('a1', 'receipt', uploads, sending)).toEqual([
      { id: 'u0', name: 'receipt.pdf', bytes: 1000, state: 'done', href: '/api/v1/applications/a1/uploads/u0' },
      { id: 's1', name: '出院小结.pdf', bytes: 2000, state: 'uploading', progress: 0.5 },
      { id: 's2', name: '出院小结.pdf', bytes: 2000, state: 'failed', progress: 0, error: '格式不对' },
    ])
  })

  it('may be chosen by their ending as well as by their type', () => {
    expect(acceptedBy(['application/pdf', 'image/jpeg', 'image/tiff'])).toEqual(['.pdf', 'application/pdf', '.jpg', '.jpeg', 'image/jpeg', 'image/tiff'])
  })
})
