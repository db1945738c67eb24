// The applicants, in a thread of their own, as they are on machines of their own: what they do costs the server only its answers.
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { parentPort, workerData } from 'node:worker_threads'
import { inParallel } from './parallel.ts'

/** Someone logged in. */
export type Applicant = { cookie: string; csrf: string }

export type ApplicantsData = { base: string; clients: number; services: number; draft: unknown }

/** `fill` draws up a draft for each and is answered when all have one; `submit` presses the button for each of them. */
export type Order = { fill: readonly Applicant[] } | 'submit'

const { base, clients, services, draft } = workerData as ApplicantsData
const agent = new Agent({ keepAlive: true, maxSockets: clients })

const call = ({ cookie, csrf }: Applicant, path: string, body: unknown) =>
  new Promise<string>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', cookie, 'x-csrf-token': csrf }
    const asked = request(base + path, { method: 'POST', headers, agent }, (response) => {
      text(response).then((reply) => (response.statusCode === 200 || response.statusCode === 201 ? resolve(reply) : reject(new Error(`${path}: ${response.statusCode} ${reply}`))), reject)
    })
    asked.on('error', reject).end(JSON.stringify(body))
  })

const ready: (Applicant & { draft: string })[] = []

const fill = (applicants: readonly Applicant[]) =>
  inParallel(clients, applicants, async (applicant) => void ready.push({ ...applicant, draft: (JSON.parse(await call(applicant, '/applications', draft)) as { id: string }).id }))

const submit = () =>
  inParallel(clients, ready.splice(0), async (applicant) => {
    const tracking = await call(applicant, `/applications/${applicant.draft}/submit`, { truthful: true })
    // Counted in the text: taking it apart would cost the two cores of the server more than they need for the answer.
    const granted = tracking.split('"state":"granted"').length - 1
    if (granted !== services) throw new Error(`${granted} of ${services} cases are granted`)
  })

parentPort?.on('message', (order: Order) => {
  void (order === 'submit' ? submit() : fill(order.fill)).then(
    () => parentPort?.postMessage({ done: true }),
    (error: unknown) => parentPort?.postMessage({ failed: String(error) }),
  )
})
