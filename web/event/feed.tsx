import { useRef, useState } from 'preact/hooks'
import { Button } from '../parts/feedback.tsx'

/** All events in one's own calendar: a link that phones and Outlook open, and the address for everything else. */
export function Feed() {
  const address = `${location.origin}/api/events/calendar.ics`
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(address)
      setSaid('The address is copied.')
    } catch {
      setSaid('Your browser does not let us copy. The address is marked: copy it yourself.')
    }
  }
  return (
    <section class="card" aria-labelledby="feed-title">
      <h2 id="feed-title">All of them in your calendar</h2>
      <p>
        Subscribe once, and new dates and changes come by themselves. Your calendar hears of the public part: neither
        places nor links, and nothing about you.
      </p>
      <p>
        <a class="button quiet" href={address.replace(/^https?:/, 'webcal:')}>
          Subscribe
        </a>
      </p>
      <div class="field">
        <label for="feed">Or paste this address into your calendar</label>
        <input id="feed" type="text" readOnly value={address} ref={field} />
      </div>
      <Button kind="quiet" onClick={copy}>
        Copy the address
      </Button>
      <div role="status">{said ? <p class="notice good">{said}</p> : null}</div>
    </section>
  )
}
