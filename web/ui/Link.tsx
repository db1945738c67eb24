// A link that the app may turn into in-app navigation; by itself it is a plain <a>.
// The shells provide their router's link once through LinkContext.
import { createContext, useContext, type AnchorHTMLAttributes, type ComponentType } from 'react'

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
}

function PlainLink({ children, ...rest }: LinkProps) {
  return <a {...rest}>{children}</a>
}

export const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink)

export function Link(props: LinkProps) {
  const Anchor = useContext(LinkContext)
  return <Anchor {...props} />
}
