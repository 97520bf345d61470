import { STYLE_NAMES, STYLES, type StyleName } from '../words.ts'
import { useField } from './field.tsx'
import type { Values } from './values.ts'

/** How somebody likes to work together: three scales, all of them or none. */
export function StyleScales({ style }: { style: Values['style'] }) {
  const { errorLine } = useField('style')
  return (
    <div id="style">
      {errorLine}
      {STYLE_NAMES.map((name) => (
        <Scale key={name} name={name} value={style[name]} />
      ))}
    </div>
  )
}

function Scale({ name, value }: { name: StyleName; value: string }) {
  const field = `style.${name}`
  const { name: legend, low, high } = STYLES[name]
  const { described, errorLine } = useField(field, `1: ${low}. 5: ${high}.`)
  const choices = [
    { code: '', shown: 'Any', said: 'Any' },
    { code: '1', shown: '1', said: `1, ${low}` },
    { code: '2', shown: '2', said: '2' },
    { code: '3', shown: '3', said: '3' },
    { code: '4', shown: '4', said: '4' },
    { code: '5', shown: '5', said: `5, ${high}` },
  ]
  return (
    <fieldset class="field group" id={field} aria-describedby={described}>
      <legend>{legend}</legend>
      <div class="scale-ends" id={`${field}-hint`}>
        <span>
          <span class="hidden">1: </span>
          {low}
        </span>
        <span>
          <span class="hidden">5: </span>
          {high}
        </span>
      </div>
      <div class="scale">
        {choices.map(({ code, shown, said }) => (
          <label key={code}>
            <input type="radio" name={field} value={code} defaultChecked={code === value} aria-label={said} />
            <span aria-hidden="true">{shown}</span>
          </label>
        ))}
      </div>
      {errorLine}
    </fieldset>
  )
}
