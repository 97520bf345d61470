import type { MyMatch } from '../answers.ts'
import { browserZone, whenIn } from '../words.ts'

type Props = { match: MyMatch; partner: NonNullable<MyMatch['partner']> }

/** Who the other one is, why we paired you, and when you could talk. */
export function Partner({ match, partner }: Props) {
  const { suggestedAt, reasons } = match
  const hereIs = suggestedAt && whenIn(browserZone(), suggestedAt)
  const thereIs = suggestedAt && whenIn(partner.timeZone, suggestedAt)
  return (
    <>
      <p>
        Write to {partner.firstName}: <a href={`mailto:${partner.email}`}>{partner.email}</a>
      </p>
      {partner.about ? (
        <>
          <h2>In {partner.firstName}’s own words</h2>
          <blockquote>{partner.about}</blockquote>
        </>
      ) : null}
      {reasons.length > 0 ? (
        <>
          <h2>Why we paired you</h2>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
      {suggestedAt ? (
        <>
          <h2>A time that suits you both</h2>
          <p>
            How about <strong>{hereIs}</strong>?{' '}
            {hereIs === thereIs
              ? `It is the same time for ${partner.firstName}.`
              : `For ${partner.firstName} it is ${thereIs}.`}
          </p>
          <p>You both said that you are usually free then. Any other time is just as good.</p>
        </>
      ) : null}
    </>
  )
}
