import type { MyMatch } from '../answers.ts'
import { browserZone, whenIn, zoneName } from '../words.ts'

type Props = { match: MyMatch; partner: NonNullable<MyMatch['partner']> }

/** Who the other one is, why we paired you, and when you could talk. */
export function Partner({ match, partner }: Props) {
  const here = browserZone()
  const { suggestedAt, reasons } = match
  return (
    <>
      <p>
        Write to {partner.firstName}: <a href={`mailto:${partner.email}`}>{partner.email}</a>
      </p>
      {partner.about ? (
        <>
          <h2>In {partner.firstName}’s words</h2>
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
          <h2>An hour when you are both free</h2>
          <p>
            <strong>{whenIn(here, suggestedAt)}</strong>, {zoneName(here)}
          </p>
          {partner.timeZone === here ? null : (
            <p>
              For {partner.firstName} that is {whenIn(partner.timeZone, suggestedAt)}, {zoneName(partner.timeZone)}.
            </p>
          )}
        </>
      ) : null}
    </>
  )
}
