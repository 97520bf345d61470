import { Alert, Loading } from '../../../parts/feedback.tsx'
import { MailView } from '../../parts/mail-view.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { Mails } from '../answers.ts'

/** Both mails that introduce one pair, beside each other. */
export function PairMail({ roundId, matchId }: { roundId: string; matchId: string }) {
  const { value, problem } = useLoaded(Mails, `/organizer/rounds/${roundId}/matches/${matchId}/mail`)
  if (!value) return problem ? <Alert problem={problem} /> : <Loading />
  return (
    <div class="side-by-side">
      {value.mails.map((mail) => (
        <section key={mail.to} class="card" aria-labelledby={`mail-to-${mail.to}`}>
          <h2 id={`mail-to-${mail.to}`}>To the {mail.to}</h2>
          <MailView mail={mail} />
        </section>
      ))}
    </div>
  )
}
