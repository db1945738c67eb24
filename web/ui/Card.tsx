// A sheet of paper on the ground: one subject, a heading, its content.
// LinkCard is a whole sheet that leads somewhere; only its title is the link for screen readers.
import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { Link } from './Link.tsx'
import './Card.css'

interface Props {
  title?: ReactNode
  /** Where links on this page and from elsewhere lead to. */
  id?: string
  /** Level of the title in the page outline. */
  level?: 2 | 3
  /** Small things to the right of the title: chips, a link, a date. */
  aside?: ReactNode
  /** attention: the one thing that needs the reader now. */
  tone?: 'plain' | 'attention' | 'success'
  className?: string
  children?: ReactNode
}

export function Card({ title, id: place, level = 2, aside, tone = 'plain', className, children }: Props) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={place} className={classes('tb-card', className)} data-tone={tone} aria-labelledby={title ? id : undefined}>
      {(title || aside) && (
        <div className="tb-card-head">
          {title && <Heading id={id}>{title}</Heading>}
          {aside && <div className="tb-card-aside">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

interface LinkCardProps {
  href: string
  title: ReactNode
  level?: 2 | 3
  /** Chips under the text. */
  foot?: ReactNode
  children?: ReactNode
}

export function LinkCard({ href, title, level = 3, foot, children }: LinkCardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="tb-card tb-link-card">
      <Heading>
        <Link href={href}>{title}</Link>
      </Heading>
      {children && <p>{children}</p>}
      {foot && <div className="tb-row">{foot}</div>}
    </article>
  )
}
