export const verifyText = {} as const;
