/** The widths in px in which a picture is kept; of one that is narrower than a width none is made larger. */
export const pictureWidths = [320, 640, 1280] as const;
/** A file that is longer is not read. */
export const mostUploadBytes = 10 * 1024 * 1024;
/** What a picture may be brought as, by its content. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
