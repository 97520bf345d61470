import type { TargetedSubmitEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { CIRCLE_PROFILES, type FORMATS, type Format, PROFILES } from '../../../shared/events/exports/wanted.ts'
import type { FieldErrors } from '../../form/check.ts'
import { Errors, SelectField, Tick } from '../../form/field.tsx'
import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { pathOf } from '../use-list.ts'
import { OrganizerEvent } from './answers.ts'
import { downloadFrom } from './download.ts'
import { eventPath } from './paths.ts'
import { StatusFields } from './status-fields.tsx'

const PROFILE_WORDS: Record<(typeof PROFILES)[number], string> = {
  full: 'Everything that we know',
  contact: 'Those who agreed to be contacted, and how',
  door: 'Names and a box to tick',
  stats: 'Counts alone',
}
const FORMAT_WORDS: Record<Format, string> = { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }

/** The attendee list as a file. The browser itself downloads it, whatever its size. */
export function ExportForm({ event }: { event: OrganizerEvent }) {
  const { ask, token } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const [errors, setErrors] = useState<FieldErrors>({})
  const wanted = useRef<Format>('xlsx')
  const profiles = event.kind === 'circle' ? CIRCLE_PROFILES : PROFILES

  const download = async (submitted: TargetedSubmitEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    const form = new FormData(submitted.currentTarget)
    const format = wanted.current
    const statuses = form.getAll('status').map(String)
    const nobody = !form.has('everybody') && statuses.length === 0
    setErrors(nobody ? { everybody: 'Please choose at least one.' } : {})
    if (nobody) return
    // The browser would show a refusal in the place of this page: so it is asked for here first.
    const there = await send(() => ask(OrganizerEvent, { method: 'GET', path: eventPath(event.eventId) }))
    if (!there?.ok) return
    const query = {
      profile: String(form.get('profile')),
      status: form.has('everybody') ? undefined : statuses.join(','),
      labels: form.has('labels') ? '1' : undefined,
      explode: form.has('explode') ? '1' : undefined,
    }
    downloadFrom(pathOf(eventPath(event.eventId, `attendees.${format}`), query), (await token()) ?? '')
    say({ words: `The list is on its way to your downloads, as ${FORMAT_WORDS[format]}.` })
  }

  return (
    <form noValidate class="card export" aria-labelledby="as-a-file" onSubmit={download}>
      <h2 id="as-a-file">As a file</h2>
      <div class="two">
        <SelectField
          name="profile"
          label="What is in it"
          terms={profiles.map((code) => ({ code, name: PROFILE_WORDS[code] }))}
          value={profiles[0] ?? ''}
        />
        <Errors.Provider value={errors}>
          <StatusFields />
        </Errors.Provider>
      </div>
      {event.kind === 'circle' ? (
        <p class="hint">What people told a support circle about themselves is on no list.</p>
      ) : null}
      <Tick name="labels" checked={true}>
        Headings for people, times by the clock of the event
        <small>Without it: names for programs, times in UTC. JSON always has those.</small>
      </Tick>
      <Tick name="explode" checked={false}>
        A column for each option, where several could be chosen
      </Tick>
      <p class="hint">Who downloaded what stands in the audit trail.</p>
      <Alert problem={problem} />
      <div class="actions">
        {(['xlsx', 'csv', 'json'] satisfies (typeof FORMATS)[number][]).map((format) => (
          <Button
            key={format}
            type="submit"
            kind={format === 'xlsx' ? 'main' : 'quiet'}
            busy={busy}
            onClick={() => {
              wanted.current = format
            }}
          >
            {`Download ${FORMAT_WORDS[format]}`}
          </Button>
        ))}
      </div>
    </form>
  )
}
