import styles from './seats.module.css'

/** How many of the required seats are taken, as a row of bars; the words beside it say the same. */
export const Seats = ({ here, needed }: { here: number; needed: number }) => (
  <span className={styles.seats} aria-hidden="true">
    {Array.from({ length: needed }, (_, seat) => seat).map((seat) => (
      <i key={seat} data-here={seat < here || undefined} />
    ))}
  </span>
)
