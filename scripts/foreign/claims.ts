/** What a tool makes of the description, by the name of the claim. */
export type Observations = Readonly<Record<string, string | number>>;

/** What a tool cannot do, whatever the description says. */
export interface Limitation {
  readonly observed: string | number;
  readonly reason: string;
}

/** What a tool has to make of the description. */
export interface Claims {
  readonly wanted: Observations;
  /** By the name of the claim that the tool does not fulfil. */
  readonly limitations?: Readonly<Record<string, Limitation>>;
}

/** How the observations of a tool compare with its claims. */
export interface ClaimsResult {
  readonly fulfilled: number;
  /** A line for each claim that only a limitation of the tool breaks. */
  readonly limited: readonly string[];
  /** A line for each claim that is broken, and for each limitation that is gone. */
  readonly differences: readonly string[];
}

/** Compares what was observed with what is wanted, apart from the known limitations. */
export function compareClaims(
  { wanted, limitations = {} }: Claims,
  observations: Observations,
): ClaimsResult {
  const limited: string[] = [];
  const differences: string[] = [];
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(observations)])) {
    const [want, have, limitation] = [wanted[name], observations[name], limitations[name]];
    if (limitation && have === limitation.observed) {
      limited.push(`${name} is ${have} instead of ${want}: ${limitation.reason}`);
    } else if (limitation && have === want) {
      differences.push(`${name} is ${have}: remove the limitation "${limitation.reason}"`);
    } else if (have !== want) {
      differences.push(`${name} is ${have}, not ${limitation?.observed ?? want}`);
    }
  }
  const names = Object.keys(wanted).length;
  return { fulfilled: names - limited.length - differences.length, limited, differences };
}
