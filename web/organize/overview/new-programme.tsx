import { to } from '../place.ts'

/** Nobody is here yet: what to do first. */
export const NewProgramme = () => (
  <section class="card" aria-labelledby="first">
    <h2 id="first">Nobody is here yet. Three things to begin with:</h2>
    <ol class="steps">
      <li>
        <strong>Bring the people you have.</strong> <a href={to('import')}>Import a list</a> from Google Forms, Excel or
        another system. Nobody gets mail until you say so.
      </li>
      <li>
        <strong>Let others sign up.</strong> Share these two pages:
        <br />
        <a href="/mentee">{location.origin}/mentee</a> for who looks for a mentor,
        <br />
        <a href="/mentor">{location.origin}/mentor</a> for who offers to be one.
      </li>
      <li>
        <strong>Make it yours.</strong> Look at <a href={to('settings')}>rules and names</a>, and{' '}
        <a href={to('events')}>plan a first event</a>.
      </li>
    </ol>
  </section>
)
