import { pictureAddress } from '../platform/uploads.js';
import styles from './picture.module.css';

type Props = { id: string; name: string };

/** A picture that was brought, small; what it shows nobody has said, so it is called by its place. */
export function Picture({ id, name }: Props) {
  return <img className={styles.picture} src={pictureAddress(id, 320)} alt={name} loading="lazy" decoding="async" />;
}
