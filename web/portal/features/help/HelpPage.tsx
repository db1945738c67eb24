// Ways to reach a person, how the platform works, what the elder mode does, frequent questions.
// Static but for the switch of the elder mode, which works right here.
import { useSentences } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { changeSettings, useSettings } from '../../../shared/settings.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import './help.css'

export const title = () => t('help.title')

const steps = ['ask', 'lookup', 'once', 'parallel', 'result'] as const
const questions = ['save', 'wrong', 'who', 'late', 'refuse', 'fake'] as const

export function Component() {
  const t = useT()
  return (
    <div className="tb-page tb-stack-l">
      <header>
        <h1>{t('help.title')}</h1>
        <p>{t('help.lead')}</p>
      </header>
      <div className="help-ways">
        <Card title={t('help.ways.call.title')}>
          <p>{t('help.ways.call.text')}</p>
          <LinkButton href="tel:12345" icon="phone">{t('help.ways.call.action')}</LinkButton>
        </Card>
        <Card title={t('help.ways.hard.title')}>
          <p>{t('help.ways.hard.text')}</p>
          <LinkButton href={paths.hardCases()}>{t('help.ways.hard.action')}</LinkButton>
        </Card>
        <Card title={t('help.ways.hall.title')}><p>{t('help.ways.hall.text')}</p></Card>
        <Card title={t('help.ways.proxy.title')}>
          <p>{t('help.ways.proxy.text')}</p>
          <LinkButton href={paths.delegations()} variant="ghost" icon="person">{t('help.ways.proxy.action')}</LinkButton>
        </Card>
        <Card title={t('help.ways.elsewhere.title')}>
          <p>{t('help.ways.elsewhere.text')}</p>
          <LinkButton href={paths.crossRegion()}>{t('help.ways.elsewhere.action')}</LinkButton>
        </Card>
        <ElderCard />
      </div>
      <section aria-labelledby="help-how">
        <h2 id="help-how" className="help-title">{t('help.how.title')}</h2>
        <ol className="help-steps">
          {steps.map((step) => (
            <li key={step}>
              <b>{t(`help.how.${step}.title`)}</b>
              <p>{t(`help.how.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="help-questions">
        <h2 id="help-questions" className="help-title">{t('help.questions.title')}</h2>
        <div className="help-questions">
          {questions.map((question) => (
            <details key={question}>
              <summary>{t(`help.questions.${question}.ask`)}</summary>
              <p>
                {t(`help.questions.${question}.answer`)} {question === 'who' && <Link href={paths.myData()}>{t('help.questions.who.link')}</Link>}
              </p>
            </details>
          ))}
        </div>
      </section>
    </div>
  )
}

function ElderCard() {
  const t = useT()
  const sentences = useSentences()
  const { mode } = useSettings()
  const isElder = mode === 'elder'
  return (
    <Card title={t('help.ways.elder.title')}>
      <p>
        {sentences(t('help.ways.elder.text'), t('help.ways.elder.size'))}
      </p>
      <Button variant="ghost" icon="text" onClick={() => changeSettings({ mode: isElder ? 'normal' : 'elder' })}>
        {t(isElder ? 'help.ways.elder.off' : 'help.ways.elder.on')}
      </Button>
    </Card>
  )
}
