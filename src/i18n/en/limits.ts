/** For which products codes do not count. */
export const limits = {
  noCodes: (names: string) => `Codes and gift cards do not count for ${names}.`,
  noCoupons: (names: string) => `Promo codes do not count for ${names}.`,
  noGiftCards: (names: string) => `Gift cards cannot pay for ${names}.`,
};
