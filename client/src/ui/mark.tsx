/** The mark of the product: a cloud that receives. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--action)" />
      <g fill="none" stroke="var(--on-action)" strokeWidth="2.1" strokeLinecap="round">
        <path d="M6.5 21.5a5.2 5.2 0 0 1 2.6-9.7 7.4 7.4 0 0 1 13.9 1.1 4.6 4.6 0 0 1 2.2 8.6" />
        <path d="M10.6 21.2a5.4 5.4 0 0 1 10.8 0" />
      </g>
      <circle cx="16" cy="22" r="2.1" fill="var(--on-action)" />
    </svg>
  );
}
