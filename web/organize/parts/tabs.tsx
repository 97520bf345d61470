import { figure } from './counted.ts'

type Props = {
  label: string
  tabs: readonly { href: string; name: string; count?: number | undefined }[]
  current: string
}

/** Links between the parts of one thing, such as the pairs and the unplaced of a round. */
export const Tabs = ({ label, tabs, current }: Props) => (
  <nav aria-label={label}>
    <ul class="filter">
      {tabs.map(({ href, name, count }) => (
        <li key={href}>
          <a href={href} aria-current={href === current ? 'page' : undefined}>
            {name}
            {count === undefined ? '' : ` (${figure(count)})`}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
