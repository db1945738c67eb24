// How much one round of the benchmark does; the same for every subject.
export const services = 14
export const clients = 8
export const perRound = 240
