// Public face of requests by e-mail.
import type { Module } from '../../module.ts'
import { listAnswersOf, onRequest } from '../requests/index.ts'
import { fetchMails } from './fetching.ts'
import { listMailsOf } from './mails-store.ts'
import { post, sendTask } from './posting.ts'
import { sendMail } from './sending.ts'
import { toldOf } from './taking-in.ts'
import { answerNote } from './writing.ts'

export { fetchMails }

/** An answer goes out on the channel the request came in by, as an answer to the letter it came with. */
const tellByMail = (): void =>
  onRequest(['release', 'answer', 'answerWithLead'], 'mails', async (scene, one) => {
    const { email } = one.contact
    if (one.channel !== 'email' || email === undefined) return
    const answer = (await listAnswersOf(scene.tx, one.parentId ?? one.id)).find(({ id }) => id === one.course.answer?.id)
    const first = (await listMailsOf(scene.tx, one.id)).find(({ direction }) => direction === 'in')
    if (answer) await post(scene, email, answerNote(toldOf(scene.app, one), answer.text), { requestId: one.id, region: one.region, answers: first?.words.messageId ?? null })
  })

export const mailsModule: Module = {
  name: 'mails',
  routes: [],
  mount: async () => tellByMail(),
  jobs: (app) => [
    { task: sendTask, run: (payload) => sendMail(app, (payload as { mail: string }).mail) },
    {
      task: 'mails.fetch', cron: '* * * * *',
      run: async () => {
        await fetchMails(app)
      },
    },
  ],
}
