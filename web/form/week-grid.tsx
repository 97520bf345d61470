import { useContext } from 'preact/hooks'
import { BLOCKS, DAYS } from '../../shared/domain/week.ts'
import { BLOCK_WORDS, DAY_WORDS, zoneName } from '../words.ts'
import { useField } from './field.tsx'
import { labelsIn } from './labels.ts'
import { VoiceContext } from './voices.ts'

type Props = { chosen: readonly string[]; timeZone: string }

/** When somebody is usually free: 28 six-hour blocks of a local week. */
export function WeekGrid({ chosen, timeZone }: Props) {
  const labels = labelsIn(useContext(VoiceContext))
  const zone = timeZone ? zoneName(timeZone) : 'local time'
  const { described, invalid, hintLine, errorLine } = useField(
    'availability',
    <>
      Tick each part of the week that is usually good for a talk, in <strong>{zone}</strong>. More ticks make it easier
      to find somebody.
    </>,
  )
  return (
    <fieldset class="field group" id="availability" aria-describedby={described}>
      <legend>{labels.availability}</legend>
      {hintLine}
      {errorLine}
      <table class="week">
        <thead>
          <tr>
            <td />
            {BLOCKS.map((block) => (
              <th scope="col" key={block}>
                {BLOCK_WORDS[block].name} <small>{BLOCK_WORDS[block].hours}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <tr key={day}>
              <th scope="row">
                <abbr title={DAY_WORDS[day]}>{DAY_WORDS[day].slice(0, 3)}</abbr>
              </th>
              {BLOCKS.map((block) => (
                <td key={block}>
                  <label>
                    <input
                      type="checkbox"
                      name="availability"
                      value={`${day}-${block}`}
                      defaultChecked={chosen.includes(`${day}-${block}`)}
                      aria-label={`${DAY_WORDS[day]} ${block}, ${BLOCK_WORDS[block].hours}`}
                      aria-invalid={invalid}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
