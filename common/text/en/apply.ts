export const applyText = {} as const;
