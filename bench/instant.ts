// How long somebody waits for a decision by table: registries of the sandbox asked, handed in, decided; over HTTP, server, database and sandbox on
// this machine. A lost social security card: five services, two of them decided by tables.
import { mkdtemp, chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../server/config.ts'
import { asking, type Draft } from '../server/commands/demo-calls.ts'
import { loginOverHttp, type LoggedIn } from '../server/modules/people/demo-login.ts'
import { quietly } from '../server/start/progress.ts'
import { startTongban } from '../server/start/start.ts'
import { plainDate } from '../server/kernel/clock.ts'
import { median, type Benchmark, type Figure, type Subject } from './harness.ts'

const applicationsPerRound = 10
const rounds = 12

const answers = (): Readonly<Record<string, string | boolean>> => ({
  'applicant.cardMatter': 'lost', 'applicant.updatesDetails': true, 'applicant.wantsElectronicCard': true, 'applicant.wantsLibrary': true, 'applicant.cardLostOn': plainDate(new Date()),
  'applicant.cardBank': 'ccb', 'applicant.cardPickup': 'post', 'applicant.deliveryAddress': '广东省深圳市南山区粤海街道示例路18号', 'applicant.newPhone': '15400009901',
})

/** Everything but the registries answered; returns what is left to ask them. */
const fillIn = async (session: LoggedIn, id: string): Promise<Draft> => {
  const all = answers()
  let draft = await asking.draft(session, id)
  for (let round = 0; round < rounds; round += 1) {
    const open = [...draft.plan.questions.map(({ concept }) => concept), ...draft.plan.concepts.filter(({ source, value }) => source.kind === 'ask' && value === undefined).map(({ concept }) => concept)]
    const given = Object.fromEntries(open.flatMap((concept) => (all[concept] === undefined ? [] : [[concept, all[concept]]])))
    if (Object.keys(given).length === 0) return draft
    draft = await asking.save(session, id, given)
  }
  return draft
}

const one = async (session: LoggedIn): Promise<{ asked: number; submitted: number }> => {
  const { id } = await asking.start(session, 'social-security-card-services', '440305')
  const draft = await fillIn(session, id)
  const begin = performance.now()
  await asking.consent(session, id, Object.fromEntries(draft.plan.consents.map(({ registry }) => [registry, true])))
  await fillIn(session, id)
  const asked = performance.now()
  const { cases } = await asking.submit(session, id)
  const end = performance.now()
  const decided = cases.filter(({ service, state }) => ['social-security-card-loss', 'social-security-card-update'].includes(service) && state === 'granted')
  if (decided.length !== 2) throw new Error(`The tables did not decide: ${cases.map(({ service, state }) => `${service} ${state}`).join(', ')}`)
  return { asked: asked - begin, submitted: end - asked }
}

const tongban = async (): Promise<Subject> => {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-instant-'))
  await chmod(folder, 0o711)
  const running = await startTongban(readConfig({ TONGBAN_MODE: 'demo', SANDBOX: 'on', DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'error' }), quietly)
  const session = await loginOverHttp(running.url, 'chen-xiaoman')
  return {
    subject: 'tongban',
    round: async (): Promise<Figure[]> => {
      const timed = []
      for (let n = 0; n < applicationsPerRound; n += 1) timed.push(await one(session))
      return [
        { metric: 'handed in to decided', unit: 'ms', value: median(timed.map(({ submitted }) => submitted)) },
        { metric: 'registries asked to decided', unit: 'ms', value: median(timed.map(({ asked, submitted }) => asked + submitted)) },
      ]
    },
    close: async () => {
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const instant: Benchmark = {
  name: 'instant',
  about: 'from handing in to a decision by table, with and without asking the registries, over HTTP',
  rounds: 5,
  subjects: async () => [await tongban()],
}
