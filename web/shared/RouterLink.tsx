// The link that the apps give to web/ui: stays inside the app where it can, and is a plain link elsewhere.
// The portal and the workbench are two apps; going from one to the other loads a page.
import { Link, useLocation } from 'react-router'
import type { LinkProps } from '../ui/Link.tsx'
import { isWorkbenchPath } from './paths.ts'

export function RouterLink({ href, children, ...rest }: LinkProps) {
  const { pathname } = useLocation()
  const inside = href.startsWith('/') && !/^\/(api|oidc)\//.test(href) && !rest.download && isWorkbenchPath(href) === isWorkbenchPath(pathname)
  return inside ? (
    <Link to={href} {...rest}>
      {children}
    </Link>
  ) : (
    <a href={href} {...rest}>
      {children}
    </a>
  )
}
