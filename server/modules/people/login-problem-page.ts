// The page somebody sees when a login was refused: what happened, in plain words, and how to go on.
import type { FastifyInstance } from 'fastify'
import { textIn } from '../../kernel/texts.ts'
import { isLoginProblem, loginProblems, type LoginProblem } from './login-problem.ts'
import { escapeHtml, mountFonts, readPageParts, renderPage } from './page.ts'

export const problemPath = '/login/problem'

export const problemAddress = (problem: LoginProblem, requestId: string): string => `${problemPath}?reason=${problem}&id=${encodeURIComponent(requestId)}`

const styles = `
@layer app {
  .problem { display: grid; gap: var(--space-4); padding: var(--space-6); background: var(--paper); border: var(--hairline) solid var(--line); border-radius: var(--radius-card); box-shadow: var(--shadow); }
  .problem .tb-row { margin-block-start: var(--space-2); }
  .problem .go, .problem .back { display: inline-flex; align-items: center; min-block-size: var(--target); padding-inline: var(--space-5); border-radius: var(--radius); font-weight: var(--weight-bold); text-decoration: none; }
  .problem .go { background: var(--azure); color: var(--on-azure); }
  .problem .go:hover { background: var(--azure-hover); color: var(--on-azure); }
  .problem .back { border: var(--hairline) solid var(--edge); color: var(--ink); }
}`

const body = (problem: LoginProblem, id: string): string => {
  const staff = problem === 'not_staff' || problem === 'posting'
  return `<div class="problem">
<h1>没有登录成功 <span lang="en">You are not logged in</span></h1>
<div><p>${escapeHtml(textIn(loginProblems[problem], 'zh-CN'))}</p>
<p lang="en">${escapeHtml(textIn(loginProblems[problem], 'en'))}</p></div>
<div class="tb-row">
<a class="go" href="/api/v1/login${staff ? '?audience=staff&amp;returnTo=%2Fworkbench%2F' : ''}">重新登录 Log in again</a>
<a class="back" href="/">返回首页 Home</a>
</div>
${id ? `<p class="tb-muted">向服务台求助时，请报这个编号 / Reference: <code>${escapeHtml(id)}</code></p>` : ''}
</div>`
}

export const mountLoginProblemPage = async (server: FastifyInstance): Promise<void> => {
  const parts = await readPageParts()
  await mountFonts(server)
  server.get<{ Querystring: Record<string, unknown> }>(problemPath, { schema: { hide: true } }, async (request, reply) => {
    const { reason, id } = request.query
    const problem = typeof reason === 'string' && isLoginProblem(reason) ? reason : 'unverified'
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    return renderPage(parts, { title: '没有登录成功', body: body(problem, typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : ''), styles })
  })
}
