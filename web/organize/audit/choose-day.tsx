import { go, to } from '../place.ts'
import { daysLater, isDay } from './days.ts'

type Props = { day: string; today: string }

/** One day back, one day on, or any day. */
export const ChooseDay = ({ day, today }: Props) => (
  <div class="tools choose-day">
    <a class="button quiet" href={to('audit', daysLater(day, -1))}>
      ‹ Day before
    </a>
    <label class="choose">
      <span>Day</span>
      <input
        type="date"
        class="date"
        value={day}
        max={today}
        onChange={({ currentTarget: { value } }) => {
          if (isDay(value)) go('audit', value)
        }}
      />
    </label>
    {day < today ? (
      <>
        <a class="button quiet" href={to('audit', daysLater(day, 1))}>
          Day after ›
        </a>
        <a class="button quiet" href={to('audit')}>
          Today
        </a>
      </>
    ) : null}
  </div>
)
