/** What a phone keeps that is known as somebody's on patrol: the key of its link. */
export const phoneCookie = 'patrol_phone';
/** As long as the link itself is good. */
export const phoneSeconds = 180 * 24 * 3_600;
