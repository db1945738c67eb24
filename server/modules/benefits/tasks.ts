// Names of the jobs of this module that several of its files plan.
export const runTask = 'benefits.run'
export const rescreenTask = 'benefits.rescreen'
