/** How a store or a staff member sells, compared with its peers. */
export const performanceBands = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type PerformanceBand = (typeof performanceBands)[number];
