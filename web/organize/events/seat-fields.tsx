import { SelectField, TextField, Tick } from '../../form/field.tsx'
import type { OrganizerEvent } from './answers.ts'
import type { EventValues } from './event-values.ts'
import { FIELD_NAMES, isTooFew, POLICY_TERMS, takenSeats } from './words.ts'

/** `event`: the one that is being changed. */
type Props = { initial: EventValues; values: EventValues; event?: OrganizerEvent | undefined }

/** How many, and who gets one that becomes free. */
export function SeatFields({ initial, values, event }: Props) {
  const taken = event ? takenSeats(event) : 0
  return (
    <>
      <TextField
        name="capacity"
        label={FIELD_NAMES.capacity}
        hint={taken ? `Empty: everybody gets in. ${taken} are taken now.` : 'Empty: everybody gets in.'}
        kind="number"
        value={initial.capacity}
        optional
      />
      {event && isTooFew(values, event) ? (
        <div class="notice">
          <Tick name="override" checked={false}>
            Fewer seats than the {taken} that are taken
            <small>
              Nobody loses a seat by it. None is given until enough people have cancelled, and the audit trail says who
              decided it.
            </small>
          </Tick>
        </div>
      ) : null}
      <SelectField
        name="waitlist.policy"
        label={FIELD_NAMES['waitlist.policy']}
        hint="Who is asked has some hours to answer, and the seat is held meanwhile."
        terms={POLICY_TERMS}
        value={initial['waitlist.policy']}
      />
    </>
  )
}
