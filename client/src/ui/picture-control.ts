import styles from './picture-control.module.css';

/** How a button or a link without words looks over a picture: a place for a finger, and a focus that shows on any picture. */
export const pictureControl = styles.control;
