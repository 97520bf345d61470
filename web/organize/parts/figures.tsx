import type { ComponentChildren } from 'preact'

type Figure = { name: string; value: ComponentChildren; hint?: ComponentChildren }

/** Numbers at a glance, each with its name. */
export const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <dl class="figures">
    {figures.map(({ name, value, hint }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <strong>{value}</strong>
          {hint ? <small>{hint}</small> : null}
        </dd>
      </div>
    ))}
  </dl>
)
