import { useId, useRef, useState } from 'preact/hooks'
import { Chart } from '../parts/chart/chart.tsx'
import { Choose } from '../parts/choose.tsx'
import { figure, short } from '../parts/counted.ts'
import type { Programme } from './answers.ts'
import { countIn, MEASURES, type Measure, mapInWords, mostIn, stateInWords } from './map-words.ts'
import { PeopleLink } from './people-link.tsx'
import { levelOf, TILES, type Tile, tileAfter } from './tiles.ts'

const NOBODY = { mentor: 0, mentee: 0, waiting: 0, seats: 0 }

/** Where people are: a tile for each state, with its number in it, the darker the more. */
export function StateMap({ states }: Pick<Programme, 'states'>) {
  const [measure, setMeasure] = useState<Measure>(MEASURES[0])
  return (
    <Chart
      title="State by state"
      sentence={mapInWords(states, measure)}
      isControl
      numbers={{
        heads: ['State', ...MEASURES.map(({ name }) => name)],
        rows: TILES.map(({ code, name }) => [name, ...MEASURES.map((each) => figure(countIn(states, code, each)))]),
      }}
    >
      <Choose
        label="Show"
        terms={MEASURES}
        value={measure.code}
        onChoose={(code) => setMeasure(MEASURES.find((each) => each.code === code) ?? MEASURES[0])}
      />
      <Tiles states={states} measure={measure} />
    </Chart>
  )
}

/** One of many to choose, as far as keyboard and screen reader go; arrow keys follow the map. */
function Tiles({ states, measure }: { states: Programme['states']; measure: Measure }) {
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const [chosen, setChosen] = useState<Tile>()
  const most = mostIn(states, measure)
  const follow = (tile: Tile, event: KeyboardEvent) => {
    const next = tileAfter(tile, event.key)
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    if (!next) return
    setChosen(next)
    group.current?.querySelector<HTMLInputElement>(`input[value="${next.code}"]`)?.focus()
  }
  return (
    <>
      <fieldset class="tiles" ref={group}>
        <legend class="hidden">States. Choose one to read all of its numbers.</legend>
        {TILES.map((tile) => {
          const { code, name, row, column } = tile
          const count = countIn(states, code, measure)
          return (
            <label
              key={code}
              title={name}
              class={`level-${levelOf(count, most)}`}
              style={{ gridRow: row, gridColumn: column }}
            >
              <input
                type="radio"
                name={id}
                value={code}
                checked={chosen?.code === code}
                aria-label={`${name}: ${figure(count)}`}
                onChange={() => setChosen(tile)}
                onKeyDown={(event) => follow(tile, event)}
              />
              <span aria-hidden="true">{code}</span>
              <span aria-hidden="true">{count === 0 ? '·' : short(count)}</span>
            </label>
          )
        })}
      </fieldset>
      <p role="status" class="of-state">
        {chosen ? (
          <>
            {stateInWords(chosen.name, states[chosen.code] ?? NOBODY)}{' '}
            <PeopleLink filters={{ state: chosen.code }}>See the people in {chosen.name}</PeopleLink>
          </>
        ) : (
          'Choose a state to read all of its numbers.'
        )}
      </p>
    </>
  )
}
