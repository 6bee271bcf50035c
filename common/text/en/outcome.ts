export const outcomeText = {} as const;
