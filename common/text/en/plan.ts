export const planText = {} as const;
