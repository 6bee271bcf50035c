export const sizeText = {} as const;
