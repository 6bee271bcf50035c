export const understandText = {} as const;
