// The home of an application being prepared: what will be done, what is left to do, how far one is.
// Made like GOV.UK's task list; it can be left and come back to at any time, from any device.
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { TaskList, type Task, type TaskState } from '../../../ui/Steps.tsx'
import { ApplyFrame } from './ApplyFrame.tsx'
import { DiscardDraft } from './DiscardDraft.tsx'
import { useDraft, loadDraft, type DraftPage } from './queries.ts'
import { ElsewhereNotice, IdentityNotice } from './IdentityNotice.tsx'
import { ServicesCard } from './ServicesCard.tsx'
import { WindowNotice } from './WindowNotice.tsx'
import { UnmetNotice } from './UnmetNotice.tsx'
import { isOptional, isWork, listTasks, nextTask, type ApplyTask } from './tasks.ts'

export const loader = loadDraft

export const title = ({ draft }: DraftPage) => t('apply.tasks.of', { matter: textNow(draft.matterName) })

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { application, draft, catalogue } = useDraft()
  const all = listTasks(draft, catalogue)
  const tasks = all.filter(isWork)
  const spared = all.filter((task) => !isWork(task))
  const counted = tasks.filter((task) => !isOptional(task))
  const done = counted.filter((task) => task.done).length
  const total = counted.length + 1
  const next = nextTask(tasks)
  const check = paths.applyCheck({ application })
  const label = useTaskLabel()
  const describe = useTaskHint()
  const open = draft.plan.questions[0]
  const checkTask: Task = next
    ? { id: 'check', label: t('apply.tasks.check'), state: 'blocked', reason: t('apply.tasks.checkBlocked', { n: counted.length - done }) }
    : { id: 'check', label: t('apply.tasks.check'), state: 'todo', hint: t('apply.tasks.checkHint'), href: check }
  return (
    <ApplyFrame draft={draft} wide>
      <div className="tb-columns">
        <div className="apply-head">
          <h1>{t('matters.heading', { name: textIn(draft.matterName) })}</h1>
          <p>{t('apply.tasks.lead')}</p>
        </div>
        <aside>
          <Card>
            <div className="tb-stack">
              <div>
                <p>
                  <b>{t('apply.tasks.progress', { done, total })}</b>
                </p>
                <Progress value={done / total} label={t('apply.tasks.progress', { done, total })} />
              </div>
              {open ? (
                <LinkButton href={paths.applyScenario({ application })} block>{t('apply.tasks.answerFirst', { n: draft.plan.questions.length })}</LinkButton>
              ) : (
                <LinkButton href={next?.href ?? check} block>{next ? t('apply.tasks.next', { task: next.kind === 'registries' ? t('apply.tasks.registriesShort') : label(next) }) : t('apply.tasks.check')}</LinkButton>
              )}
              <p className="tb-muted">{t('apply.tasks.anywhere')}</p>
            </div>
          </Card>
        </aside>
        <div className="tb-stack">
          <WindowNotice application={application} />
          <ElsewhereNotice application={application} />
          <IdentityNotice />
          <UnmetNotice />
          <Card title={t('apply.tasks.list')}>
            <TaskList
              label={t('apply.tasks.list')}
              tasks={[...tasks.map((task): Task => ({ id: task.id, label: label(task), hint: describe(task), state: stateOf(task), href: task.href })), checkTask]}
            />
          </Card>
          {spared.length > 0 && (
            <Card title={t('apply.tasks.spared')}>
              <ul className="apply-spared">
                {spared.map((task) => (
                  <li key={task.id}>
                    <Link href={task.href}>{label(task)}</Link>
                    <span className="tb-muted">{describe(task)}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <ServicesCard draft={draft} catalogue={catalogue} />
          <DiscardDraft draft={draft} />
        </div>
      </div>
    </ApplyFrame>
  )
}

function stateOf(task: ApplyTask): TaskState {
  if (isOptional(task) && !task.started) return 'optional'
  return task.done ? 'done' : task.started ? 'current' : 'todo'
}

function useTaskLabel(): (task: ApplyTask) => string {
  const t = useT()
  const textIn = useTextIn()
  return (task) => (task.kind === 'topic' ? textIn(task.topic.name) : t(`apply.tasks.${task.kind}`))
}

/** How much there is to do, and what was found already. */
function useTaskHint(): (task: ApplyTask) => string {
  const t = useT()
  return (task) => {
    switch (task.kind) {
      case 'registries':
        return task.answered > 0 ? t('apply.tasks.registriesFound', { n: task.answered }) : t('apply.tasks.registriesHint', { n: task.registries })
      case 'documents':
        if (task.commitments > 0) return [...(task.uploads > 0 ? [t('apply.tasks.documentsAll', { n: task.uploads })] : []), t('apply.tasks.documentsSign', { n: task.commitments })].join(t('apply.separator'))
        if (task.uploads === 0) return t('apply.tasks.documentsNone', { n: task.spared })
        return task.spared > 0 ? t('apply.tasks.documentsSome', { n: task.uploads, spared: task.spared }) : t('apply.tasks.documentsAll', { n: task.uploads })
      case 'topic': {
        const known = task.topic.prefilled.filter(({ value }) => value !== undefined).length
        const asked = task.topic.asked.filter(({ required }) => required).length
        if (task.topic.asked.length === 0) return t('apply.tasks.topicKnown', { n: known })
        if (asked === 0) return t('apply.tasks.topicOptional', { n: task.topic.asked.length })
        return known > 0 ? t('apply.tasks.topicSome', { n: asked, known }) : t('apply.tasks.topicAll', { n: asked })
      }
    }
  }
}
