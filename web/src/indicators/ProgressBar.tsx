/** A bar towards a target; the number beside it says the same in words, so readers of screens skip the bar. */

export function ProgressBar({ share }: { share: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-track" width="100" height="8" />
      <rect class="bar-value" width={Math.min(1, Math.max(0, share)) * 100} height="8" />
    </svg>
  );
}
