import { Fact } from './facts.tsx'
import { momentIn } from './times.ts'
import type { EventView } from './views.ts'
import { When } from './when.tsx'
import { seatsInWords, whereInWords } from './words.ts'

/** When and where; while somebody can still come, how full and until when too. */
export const AboutEvent = ({ event, isOpen }: { event: EventView; isOpen: boolean }) => (
  <dl class="facts">
    <Fact name="When">
      <When event={event} />
    </Fact>
    <Fact name="Where">{whereInWords(event)}</Fact>
    {isOpen ? <Fact name="Seats">{seatsInWords(event)}</Fact> : null}
    {isOpen && event.registration.closesAt ? (
      <Fact name="Register until">{momentIn(event.registration.closesAt, event.timeZone)}</Fact>
    ) : null}
  </dl>
)
