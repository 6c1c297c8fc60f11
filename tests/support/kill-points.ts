/** A kill in one chosen step of several, somewhere in the time that the step usually takes on this machine. */
export interface KillPoint {
  /** Called as each step begins, and with the number of steps when nothing more is done. */
  begins(step: number): void;
  /** When it is time to kill. */
  time: Promise<void>;
}

/** Chooses kill points by weight, so that they fall everywhere however slow the machine is. The last step is what goes on afterwards. */
export function killPoints(weights: readonly number[], chance: () => number): { next(): KillPoint } {
  const usual = weights.map(() => 200);
  const last = weights.length - 1;
  const chosen = () => {
    let left = chance() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return found < 0 ? last : found;
  };
  return {
    next() {
      const [wanted, share] = [chosen(), chance()];
      let begun: { step: number; at: number } | undefined;
      let strike = (_after: number) => {};
      const time = new Promise<void>((resolve) => {
        strike = (after) => void setTimeout(resolve, after);
      });
      return {
        time,
        begins(step) {
          const now = performance.now();
          if (begun) usual[begun.step] = ((usual[begun.step] ?? 0) + now - begun.at) / 2;
          begun = { step, at: now };
          if (step === wanted || step >= last) strike(share * (usual[Math.min(step, last)] ?? 0));
        },
      };
    },
  };
}
