// How much one round of the benchmark does; the same for every subject.
export const services = 14
export const clients = 8
/** Some seconds' work, so that a round is a server at work and not one that has just begun. */
export const perRound = 960
