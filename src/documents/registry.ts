/** The deliverables that the program builds, by the name that the command line takes. */
export const DELIVERABLES = ['diagnostic'] as const;

export type Deliverable = (typeof DELIVERABLES)[number];

export const isDeliverable = (name: string): name is Deliverable => (DELIVERABLES as readonly string[]).includes(name);
