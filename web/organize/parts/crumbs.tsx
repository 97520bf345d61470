type Props = { way: readonly { href: string; name: string }[] }

/** The way back up. */
export const Crumbs = ({ way }: Props) => (
  <nav aria-label="Where you are" class="crumbs">
    {way.map(({ href, name }) => (
      <a key={href} href={href}>
        ‹ {name}
      </a>
    ))}
  </nav>
)
