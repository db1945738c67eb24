// What is mine, or my company's: agreeing that the registers are asked, what is due with its reasons, and how all other policies compare.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Tone } from '../../../ui/tone.ts'
import { AccountForm } from './AccountForm.tsx'
import { Appeals } from './Appeals.tsx'
import { Companies } from './Companies.tsx'
import { inOrder, MatchCard } from './MatchCard.tsx'
import { mineQuery, type Entitlement, type Mine } from './queries.ts'

/** Stands for oneself where companies stand by their code. */
const me = 'me'

const companyOf = (search: URLSearchParams): string => search.get('company') ?? ''

export const loader = ({ request }: { request: Request }) => queryClient.fetchQuery(mineQuery(companyOf(new URL(request.url).searchParams)))

export const title = () => t('benefits.own.title')

const tones: Record<Entitlement['state'], Tone> = { found: 'azure', told: 'attention', confirmed: 'azure', declined: 'neutral', listed: 'azure', paid: 'success', returned: 'danger', recovering: 'warning', recovered: 'neutral', lapsed: 'neutral' }

export function Component() {
  const t = useT()
  const [search, setSearch] = useSearchParams()
  const uscc = companyOf(search)
  const { data: mine } = useSuspenseQuery(mineQuery(uscc))
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <header className="tb-stack">
        <h1>{t('benefits.own.title')}</h1>
        <p>{t('benefits.own.lead')}</p>
        {mine.companies.length > 0 && (
          <Select label={t('benefits.own.who')} value={uscc === '' ? me : uscc} onChange={(code) => setSearch(code === me ? {} : { company: code })} options={[{ value: me, label: t('benefits.own.me') }, ...mine.companies.map((company) => ({ value: company.uscc, label: company.name }))]} />
        )}
      </header>
      {uscc === '' && mine.companies.length > 1 && <Companies companies={mine.companies} />}
      <Watching mine={mine} uscc={uscc} />
      {mine.entitlements.map((one) => <EntitlementCard key={`${one.id} ${one.state}`} one={one} mine={mine} uscc={uscc} />)}
      {mine.agreedAt !== null && mine.entitlements.length === 0 && <EmptyState icon="info" title={t('benefits.own.nothing')} action={<LinkButton variant="ghost" href={paths.benefits()}>{t('benefits.title')}</LinkButton>}><p>{t('benefits.own.nothingText')}</p></EmptyState>}
      <Others mine={mine} />
      <SignedOutDialog />
    </div>
  )
}

function Watching({ mine, uscc }: { mine: Mine; uscc: string }) {
  const t = useT()
  const format = useFormat()
  const put = (reply: Mine) => queryClient.setQueryData(mineQuery(uscc).queryKey, reply)
  const about = uscc === '' ? {} : { uscc }
  const looking = useChange(() => api('watchBenefits', { body: about }), put)
  const stopping = useChange(() => api('unwatchBenefits', { body: about }), (reply) => {
    put(reply)
    toast(t('benefits.own.stopped'))
  })
  const failure = looking.error ?? stopping.error
  const failed = failure !== null && <Notice tone="danger" live="assertive">{messageOf(failure) ?? t('benefits.own.failed')}</Notice>
  if (mine.agreedAt === null) {
    return (
      <Card tone="attention" title={t('benefits.own.agreeTitle')}>
        <div className="tb-stack">
          <p>{t('benefits.own.agreeText')}</p>
          {failed}
          <div><Button busy={looking.isPending} onClick={() => looking.mutate()}>{t('benefits.own.agree')}</Button></div>
        </div>
      </Card>
    )
  }
  return (
    <div className="tb-stack">
      {failed}
      <div className="tb-row">
        <span className="tb-muted">{mine.factsAt && t('benefits.own.asOf', { day: format.instant(mine.factsAt) })}</span>
        <Button variant="ghost" busy={looking.isPending} onClick={() => looking.mutate()}>{t('benefits.own.again')}</Button>
        <Button variant="quiet" busy={stopping.isPending} onClick={() => stopping.mutate()}>{t('benefits.own.stop')}</Button>
      </div>
    </div>
  )
}

function EntitlementCard({ one, mine, uscc }: { one: Entitlement; mine: Mine; uscc: string }) {
  const t = useT()
  const format = useFormat()
  const match = mine.matches.find(({ id }) => id === one.benefit)
  // what the registers say no to can only be had by an appeal; without agreement nothing is compared
  const mayConfirm = one.can.includes('confirm') && (match === undefined || match.isDue || one.ruling === 'upheld')
  return (
    <Card title={one.benefitName} aside={<Chip tone={tones[one.state]}>{t(`benefits.own.states.${one.state}`)}</Chip>} tone={tones[one.state] === 'attention' || tones[one.state] === 'danger' ? 'attention' : 'plain'}>
      <div className="tb-stack">
        <p>{one.summary}</p>
        <p><b>{format.money(one.fen)}</b> · {one.period === 'once' ? t('benefits.own.period.once') : one.period}{one.account && <> · {t('benefits.own.to', { account: one.account })}</>}</p>
        <details className="tb-fold">
          <summary>{t('benefits.own.why')}</summary>
          <ul>{one.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
        </details>
        {one.ruling && <p className="tb-muted">{t(`benefits.appeal.rulings.${one.ruling}`)}</p>}
        {mayConfirm && <AccountForm key={mine.account ?? ''} one={one} mine={mine} uscc={uscc} isApplication={match?.way === 'apply'} />}
        {one.instalments.length > 0 && <ol>{one.instalments.map(({ seq, fen, dueOn, paidOn }) => <li key={seq}>{t(paidOn ? 'benefits.own.partPaid' : 'benefits.own.part', { amount: format.money(fen), day: format.date(paidOn ?? dueOn) })}</li>)}</ol>}
        <Appeals one={one} uscc={uscc} mayConfirm={mayConfirm} />
      </div>
    </Card>
  )
}

/** The ones that only lack facts are shown; those that do not fit stand behind a line, each with its reasons. */
function Others({ mine }: { mine: Mine }) {
  const t = useT()
  const held = new Set(mine.entitlements.map(({ benefit }) => benefit))
  const others = inOrder(mine.matches.filter(({ id }) => !held.has(id)))
  const near = others.filter(({ verdict, conditions }) => verdict === 'yes' || (verdict === 'unknown' && conditions.filter((each) => each.verdict !== 'yes').length === 1))
  const rest = others.filter((match) => !near.includes(match))
  if (others.length === 0) return null
  return (
    <section className="tb-stack" aria-labelledby="others">
      <h2 id="others">{t('benefits.own.other')}</h2>
      {near.map((match) => <MatchCard key={match.id} match={match} />)}
      {rest.length > 0 && (
        <details className="tb-fold">
          <summary>{t('benefits.own.rest', { n: rest.length })}</summary>
          <div className="tb-stack">{rest.map((match) => <MatchCard key={match.id} match={match} />)}</div>
        </details>
      )}
    </section>
  )
}
