// A process drawn as BPMN writes it: a row for each authority, tasks as boxes, branches parting and meeting in diamonds.
// What is done, under way, late or stopped shows in colour and in words. Tasks one may open are links.
import type { Reply } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { stateTones } from './case-view.ts'
import './process.css'

type Process = Reply<'getProcess'>
type ProcessNode = Process['nodes'][number]

export function ProcessPicture({ process }: { process: Process }) {
  const t = useT()
  const { width, height } = process
  return (
    <div className="process-scroll" tabIndex={0} role="region" aria-label={t('desk.process.scroll')}>
      <svg className="process" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={t('desk.process.label', { matter: process.title })}>
        <defs>
          <marker id="process-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" /></marker>
        </defs>
        {process.lanes.map((lane) => (
          <g key={lane.id} className="process-lane">
            <rect x={lane.x} y={lane.y} width={lane.width} height={lane.height} />
            <foreignObject x={lane.x} y={lane.y} width={112} height={lane.height}><div className="process-lane-name">{lane.name ?? t('desk.process.applicant')}</div></foreignObject>
          </g>
        ))}
        {process.flows.map(({ id, points, passed }) => <polyline key={id} className="process-flow" data-passed={passed || undefined} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} markerEnd="url(#process-arrow)" />)}
        {process.nodes.map((node) => <Shape key={node.id} node={node} />)}
      </svg>
    </div>
  )
}

function Shape({ node }: { node: ProcessNode }) {
  const t = useT()
  const { x, y, width, height, kind, task } = node
  const [cx, cy, r] = [x + width / 2, y + height / 2, width / 2]
  if (kind === 'gateway') {
    return <g className="process-gateway" aria-hidden="true"><polygon points={`${cx},${y} ${x + width},${cy} ${cx},${y + height} ${x},${cy}`} /><path d={`M${cx - r / 2} ${cy}h${r}M${cx} ${cy - r / 2}v${r}`} /></g>
  }
  if (!task) {
    return (
      <g className="process-event" data-kind={kind}>
        <circle cx={cx} cy={cy} r={r - 2} />
        <text x={cx} y={y + height + 14}>{t(kind === 'start' ? 'desk.process.start' : 'desk.process.end')}</text>
      </g>
    )
  }
  const look = { className: 'process-task', 'data-tone': task.urgency === 'late' ? 'danger' : stateTones[task.state], 'data-current': task.current || undefined }
  const words = (
    <>
      <b>{task.name}</b>
      <small>{t(`cases.state.${task.state}`)}{task.current && ` · ${t('desk.process.current')}`}</small>
    </>
  )
  return (
    <foreignObject x={x} y={y} width={width} height={height}>
      {task.caseId && !task.current ? <Link {...look} href={paths.workbenchCase({ case: task.caseId })}>{words}</Link> : <div {...look}>{words}</div>}
    </foreignObject>
  )
}
