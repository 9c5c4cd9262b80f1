import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Nothing to show: what happened, and one next step. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  asPage = false,
}: {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  asPage?: boolean;
}) {
  const Title = asPage ? 'h1' : 'h2';
  return (
    <section className={styles.empty} data-page={asPage || undefined}>
      {icon}
      <Title>{title}</Title>
      <p>{children}</p>
      {action}
    </section>
  );
}
