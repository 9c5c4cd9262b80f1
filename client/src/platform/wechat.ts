/** WeChat's own browser opens no calendar and saves no file; pictures are saved there by a long press. */
export const inWeChat = (): boolean => /MicroMessenger/i.test(navigator.userAgent);
