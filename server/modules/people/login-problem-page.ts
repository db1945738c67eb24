// The page somebody sees when a login was refused: what happened, in plain words, and how to go on.
import type { FastifyInstance } from 'fastify'
import { textIn } from '../../kernel/texts.ts'
import { isLoginProblem, loginProblems, type LoginProblem } from './login-problem.ts'
import { localPath, type Destination } from './login-ticket.ts'
import { escapeHtml, mountFonts, readPageParts, renderPage } from './page.ts'

export const problemPath = '/login/problem'

/** The page's address; `destination` is where a new login leads. */
export const problemAddress = (problem: LoginProblem, requestId: string, destination?: Destination): string =>
  `${problemPath}?${new URLSearchParams({ reason: problem, ...(requestId ? { id: requestId } : {}), ...destination })}`

const styles = `
@layer app {
  .problem { display: grid; gap: var(--space-4); padding: var(--space-6); background: var(--paper); border: var(--hairline) solid var(--line); border-radius: var(--radius-card); box-shadow: var(--shadow); }
  .problem .tb-row { margin-block-start: var(--space-2); }
  .problem .go, .problem .back { display: inline-flex; align-items: center; min-block-size: var(--target); padding-inline: var(--space-5); border-radius: var(--radius); font-weight: var(--weight-bold); text-decoration: none; }
  .problem .go { background: var(--azure); color: var(--on-azure); }
  .problem .go:hover { background: var(--azure-hover); color: var(--on-azure); }
  .problem .back { border: var(--hairline) solid var(--edge); color: var(--ink); }
}`

const body = (problem: LoginProblem, id: string, destination: Destination): string => {
  const again = `/api/v1/login?${new URLSearchParams(destination)}`
  return `<div class="problem">
<h1>没有登录成功 <span lang="en">You are not logged in</span></h1>
<div><p>${escapeHtml(textIn(loginProblems[problem], 'zh-CN'))}</p>
<p lang="en">${escapeHtml(textIn(loginProblems[problem], 'en'))}</p></div>
<div class="tb-row">
<a class="go" href="${escapeHtml(again)}">重新登录 Log in again</a>
<a class="back" href="/">返回首页 Home</a>
</div>
${id ? `<p class="tb-muted">向服务台求助时，请报这个编号 / Reference: <code>${escapeHtml(id)}</code></p>` : ''}
</div>`
}

export const mountLoginProblemPage = async (server: FastifyInstance): Promise<void> => {
  const parts = await readPageParts()
  await mountFonts(server)
  server.get<{ Querystring: Record<string, unknown> }>(problemPath, { schema: { hide: true } }, async (request, reply) => {
    const given = (name: string): string => (typeof request.query[name] === 'string' ? request.query[name] : '')
    const reason = given('reason')
    const problem = isLoginProblem(reason) ? reason : 'unverified'
    const destination: Destination = { returnTo: localPath(given('returnTo')), audience: given('audience') === 'staff' ? 'staff' : 'person' }
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    return renderPage(parts, { title: '没有登录成功', body: body(problem, /^[\w-]{1,64}$/.test(given('id')) ? given('id') : '', destination), styles })
  })
}
